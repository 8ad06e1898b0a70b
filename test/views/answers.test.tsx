import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import '../../src/actions/tellChannels.ts';
import { type Shown, showSidebar } from './showSidebar.tsx';

const modals = ({ session }: Awaited<ReturnType<typeof showSidebar>>) =>
  [...session.instances.open.values()].filter(({ location }) => location === 'modal');
const TOLD = { reports: 4, update: 2, told: 2 };

/** Customers have written after update 2. */
const replied =
  (...texts: string[]): NonNullable<Shown['given']> =>
  (world, { reports }) => {
    for (const [index, text] of texts.entries()) world.customerWrites(reports[index]!.id, text);
    return undefined;
  };

test('the incident says how many have replied since the update, and leads to who they are', async () => {
  const sidebar = await showSidebar({ outage: TOLD, given: replied('Any news?', 'Still broken.') });
  await sidebar.see('2 customers replied since update 2');
  expect(screen.queryByTestId('relapse')).toBeNull();
  await sidebar.press('See who');
  await sidebar.until(() => expect(modals(sidebar)[0]?.url).toContain('answered=true'));
});

test('it is silent while nobody has', async () => {
  const sidebar = await showSidebar({ outage: TOLD });
  await sidebar.see('4 of 4');
  await sidebar.time.advance(60_000);
  expect(screen.queryByTestId('answers')).toBeNull();
});

test('it counts off the first reports where there are many, and says so', async () => {
  const sidebar = await showSidebar({ outage: { ...TOLD, reports: 320 }, given: replied('Any news?') });
  await sidebar.see('1 customer replied since update 2, of the first 300 reports');
});

test('after resolved, those who say that it is still broken are counted, and a set number warns and offers to reopen', async () => {
  const outage = { ...TOLD, stage: 'resolved' as const };
  const given = replied('Thanks, it works again.', 'It is still broken.', 'Still not working here.');
  const few = await showSidebar({ outage, given });
  await few.see('2 of them sound as if it is still broken.');
  expect(screen.queryByTestId('relapse')).toBeNull();
  few.view.unmount();

  const many = await showSidebar({ outage, given, settings: { relapse_at: 2 } });
  await many.see('2 answers sound as if it is still broken.');
  await many.until(() => expect(screen.queryByTestId('relapse-reopen')).not.toBeNull());
  act(() => screen.getByTestId('relapse-reopen').click());
  await many.until(() => expect(modals(many)[0]?.url).toContain('show=post'));
  expect(modals(many)[0]?.url).toContain('stage=investigating');
});

test('it says why when nobody can know', async () => {
  const sidebar = await showSidebar({
    outage: TOLD,
    given: (world) => {
      world.faults.script(({ url }) => url.includes('metric_sets'), {
        kind: 'answer',
        status: 403,
        body: {},
      });
      return undefined;
    },
  });
  await sidebar.see('Who has answered is not known');
});

test('an incident that is over says whether its tickets have their priority back, and an agent who may puts them back', async () => {
  const sidebar = await showSidebar({
    outage: { ...TOLD, stage: 'resolved' },
    given: (world, { incident, reports }) => {
      const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
      const at = new Date(world.clock.now()).toISOString();
      const receipts = [
        { channel: 'tickets', n: 2, outcome: 'told', at, total: 4, told: 4 },
        { channel: 'restore', n: 2, outcome: 'failed', at, reason: 'down', service: 'Zendesk' },
      ];
      const fields = new Map(incident.values.fields);
      fields.set(world.fieldId('allclear_record'), JSON.stringify({ ...record, receipts }));
      incident.values = { ...incident.values, status: 'solved', fields };
      reports[0]!.values = {
        ...reports[0]!.values,
        tags: ['allclear_running', 'allclear_low_to_urgent'],
      };
      return incident.id;
    },
  });
  await sidebar.see('not every ticket has its priority back');
  await sidebar.press('Try again');
  for (let turn = 0; turn < 60; turn += 1) await act(() => sidebar.time.advance(500));
  await sidebar.see('Tickets have their priority back');
  expect(sidebar.reports[0]).toMatchObject({ priority: 'low' });
});

test.each([
  ['es', /2 clientes respondieron desde la actualización 2/],
  ['ar', /رد عميلان منذ التحديث/],
])('it reads well in %s', async (language, words) => {
  const sidebar = await showSidebar({ outage: TOLD, given: replied('Any news?', 'Thanks.'), language });
  await sidebar.see(words);
});
