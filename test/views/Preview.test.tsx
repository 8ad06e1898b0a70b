import { fireEvent } from '@testing-library/react';
import { expect, test } from 'vitest';
import { broadcast } from '../../src/actions/broadcast.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { HOSTILE } from '../domain/hostile.ts';
import { addAllclearMacro } from '../workspace/world/seed/build.ts';
import { showPreview } from './showPreview.tsx';

test('shows three customers as different as can be, one after the other', async () => {
  const { until, text, paper, press } = await showPreview({ reports: 9 });
  await until(() => expect(text()).toContain('What Customer 1 will read'));
  await until(() => expect(paper()?.textContent).toContain('Hello Customer'));
  expect(text()).toContain('1 of 3');
  await press('Next customer');
  await until(() => expect(paper()?.lang).toBe('es'));
  expect(text()).toContain('What Customer 2 will read');
  await press('Next customer');
  await until(() => expect(text()).toContain('There are no texts in French yet'));
  expect(text()).toContain('3 of 3');
  await press('Previous customer');
  await until(() => expect(paper()?.lang).toBe('es'));
});

// A browser writes some signs another way (&#39; as an apostrophe).
function asShown(html = ''): string {
  const page = document.createElement('div');
  page.innerHTML = html;
  return page.innerHTML;
}

test('what is shown is what is sent', async () => {
  const opened = await showPreview({ reports: 3 });
  const { until, text, paper, press, ports, incident, run, draft, world, reports, customers } = opened;
  const shown: (string | undefined)[] = [];
  for (const [index, { name }] of customers.entries()) {
    if (index > 0) await press('Next customer');
    await until(() => expect(text()).toContain(`What ${name} will read`));
    await until(() => expect(paper()?.innerHTML).toBeTruthy());
    shown.push(paper()?.innerHTML);
  }
  await run(claimUpdate(ports, incident.id, 1, draft()));
  await run(broadcast(ports, incident.id, 2));
  expect(reports.map(({ id }) => asShown(world.ticket(id).publicComments.at(-1)?.html))).toEqual(shown);
});

test('follows the draft once typing pauses, and keeps the old text until then', async () => {
  const { until, paper, type } = await showPreview();
  await until(() => expect(paper()?.textContent).toContain('Donors press Give'));
  await type({ symptoms: 'Gifts are lost.' });
  expect(paper()?.textContent).toContain('Donors press Give');
  await type({ symptoms: 'Gifts are late.' });
  await until(() => expect(paper()?.textContent).toContain('Gifts are late.'));
  await type({ stage: 'resolved', symptoms: '', next: undefined });
  await until(() => expect(paper()?.textContent).toContain('Issue Resolved'));
});

test('counts languages, says what is missing, who can’t be told and how long it takes', async () => {
  const { until, text, press, view } = await showPreview({
    reports: 9,
    given(world, { reports }) {
      world.closeTicket(reports[3]!.id);
      world.ticket(reports[6]!.id).fromMessagingChannel = true;
    },
  });
  await until(() => expect(text()).toContain('Takes about'));
  const counts = () => [...view.getByTestId('survey-counts').children].map((line) => line.textContent);
  expect(counts()).toEqual([
    'español3',
    'français · in English, no translation yet3',
    'English1',
    'Can’t be told: 1 closed, 1 messaging2',
  ]);
  expect(text()).not.toContain('Zendesk lets nobody write');
  await press('Details');
  expect(text()).toContain('By channelEmail7');
  expect(text()).toContain('By statusOpen7');
  expect(text()).toContain('Zendesk lets nobody write to a closed ticket.');
  expect(text()).toContain('20 sec for a hundred tickets');
});

test('shows any customer the lead picks, by name or number', async () => {
  const { until, text, press, view, reports, paper } = await showPreview({ reports: 30 });
  await press('Choose a customer');
  const find = (value: string) => fireEvent.change(view.getByTestId('preview-find'), { target: { value } });
  const found = () => [...view.getByTestId('preview-found').querySelectorAll('button')];
  find('customer 17');
  await until(() => expect(found().map((button) => button.textContent)).toEqual(['Customer 17']));
  fireEvent.click(found()[0]!);
  await until(() => expect(text()).toContain('What Customer 17 will read'));
  expect(text()).toContain('4 of 4');
  await until(() => expect(paper()?.lang).toBe('es'));
  find(`#${reports[29]!.id}`);
  await until(() => expect(found().map((button) => button.textContent)).toEqual(['Customer 30']));
  find('nobody of this name');
  await until(() => expect(text()).toContain('No ticket that will be told matches “nobody of this name”.'));
});

test('shows the pointer that the second ticket of a person gets', async () => {
  const { until, text, paper, press, reports, view } = await showPreview({
    reports: 4,
    settings: { same_person: 'pointer' },
    given(world, { reports }) {
      const ticket = world.ticket(reports[3]!.id);
      ticket.values = { ...ticket.values, requesterId: world.ticket(reports[0]!.id).requesterId };
    },
  });
  await until(() => expect(text()).toContain('a line that points to the person’s other ticket1'));
  await press('Choose a customer');
  fireEvent.change(view.getByTestId('preview-find'), { target: { value: `#${reports[3]!.id}` } });
  await press('Customer 1');
  await until(() => expect(paper()?.textContent).toContain(`request #${reports[0]!.id}`));
});

test('says which macro does not work, and shows the built-in text', async () => {
  const { until, text, paper } = await showPreview({
    given: (world) => void addAllclearMacro(world, 'Identified', '<p>{% if %}</p>'),
  });
  await until(() => expect(text()).toMatch(/The macro Allclear::Identified does not work \(.+\)\./));
  expect(paper()?.textContent).toContain('Issue Identified');
});

test('says that a text is too long to send', async () => {
  const { until, text, type, paper } = await showPreview();
  await type({ extra: '&'.repeat(30_000) });
  await until(() => expect(text()).toContain('This text would be longer than Zendesk sends'));
  await type({});
  await until(() => expect(paper()?.textContent).toContain('Donors press Give'));
});

test('a text that can’t be read says so, and can be asked for again', async () => {
  const { until, text, press, paper } = await showPreview({
    given: (world) =>
      world.faults.script({ url: 'show_many' }, { kind: 'server-error', status: 503, applied: false }),
  });
  await until(() => expect(text()).toContain('This text can’t be shown: Zendesk has trouble.'));
  await press('Try again');
  await until(() => expect(paper()?.textContent).toContain('Donors press Give'));
});

test('when only some tickets could be looked at, says how many and why', async () => {
  let pages = 0;
  const { until, text } = await showPreview({
    reports: 150,
    given: (world) =>
      world.faults.script(
        ({ url }) => url.includes('/incidents') && ++pages > 1,
        { kind: 'answer', status: 403, body: {} },
        9,
      ),
  });
  await until(() => expect(text()).toContain('Only 100 of 150 tickets could be looked at:'));
  expect(text()).toContain('Telling everyone looks at every ticket once more.');
});

test('with nobody to tell, says so', async () => {
  const { until, text } = await showPreview({ reports: 0 });
  await until(() => expect(text()).toContain('No attached ticket can be told'));
  expect(text()).not.toContain('Takes about');
});

test(`${HOSTILE.length} hostile texts in a draft are shown as text, nothing runs`, async () => {
  const { until, type, paper } = await showPreview();
  await until(() => expect(paper()).toBeTruthy());
  for (const part of [0, 1, 2]) {
    const pack = HOSTILE.filter((_, index) => index % 3 === part);
    const symptoms = `Pack ${part}. ${pack.map(({ text }) => text.slice(0, 200)).join('\n')}`;
    await type({ symptoms, extra: symptoms });
    await until(() => expect(paper()?.textContent).toContain(`Pack ${part}.`));
    expect(
      paper()?.querySelectorAll('script, iframe, object, form, style, img, [onerror], [onclick]'),
    ).toHaveLength(0);
  }
});

test('reads in Spanish and Arabic too', async () => {
  const spanish = await showPreview({ language: 'es' });
  await spanish.until(() => expect(spanish.text()).toContain('Lo que leerá Customer 1'));
  await spanish.until(() => expect(spanish.text()).toContain('Tarda unos'));
  spanish.view.unmount();
  const arabic = await showPreview({ language: 'ar' });
  await arabic.until(() => expect(arabic.text()).toContain('يستغرق نحو'));
});
