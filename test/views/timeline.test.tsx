import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { reopenIncident } from '../../src/actions/reopenIncident.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import type { UpdateDraft } from '../../src/domain/update.ts';
import { HOSTILE } from '../domain/hostile.ts';
import { type ShownModal, showModal } from './showModal.tsx';

const DOWN = { kind: 'server-error', status: 503, applied: false } as const;
const showTimeline = (shown: ShownModal = {}) =>
  showModal((incident) => ({ show: 'timeline', incident }), shown);

/** Update 2 told to four of five, then resolved by an override, then reopened. */
const eventful: ShownModal['given'] = async ({ world, seed, ports, run }) => {
  const { id } = seed.incident;
  world.closeTicket(seed.reports[4]!.id);
  const draft = (different: Partial<UpdateDraft>): UpdateDraft => ({
    stage: 'identified',
    symptoms: 'Donors press Give and see an error.',
    next: new Date(ports.clock.now().getTime() + 30 * 60_000).toISOString(),
    ...different,
  });
  const eta = { text: '12:30 UTC', by: 'Sam Osei' };
  await run(claimUpdate(ports, id, 1, draft({ eta, extra: 'Cards are not charged.' })));
  await run(tellEveryone(ports, id, 2));
  await run(ports.clock.pause(42 * 60_000));
  const gate = { kind: 'override', by: 'Mara Lind', reason: 'Checked by hand.' } as const;
  await run(claimUpdate(ports, id, 2, draft({ stage: 'resolved', next: undefined, gate })));
  await run(tellEveryone(ports, id, 3));
  await run(reopenIncident(ports, id, 3, draft({ symptoms: 'It fails again.' })));
};

const EVENTFUL: ShownModal = { outage: { reports: 5 }, given: eventful };

test('says what was said, when, by whom, to how many, newest first', async () => {
  const { see, text } = await showTimeline(EVENTFUL);
  await see('Update 2');
  const entries = screen.getAllByTestId('timeline-entry').map(({ textContent }) => textContent ?? '');
  expect(entries).toHaveLength(7);
  expect(entries[0]).toMatch(/Update 4.*Identified.*Reopened.*Mara Lind.*It fails again\./);
  expect(entries[0]).toContain('No broadcast of this update has come to its end.');
  expect(entries[1]).toContain('Incident solved');
  expect(entries[2]).toMatch(/Review opened.*Root cause analysis due Mon, Nov 30/);
  expect(entries[3]).toMatch(/Update 3.*Resolved.*Override/);
  expect(entries[3]).toContain('Said resolved without proof, by decision of Mara Lind: Checked by hand.');
  expect(entries[3]).toContain('Told 4 of 5, not told: 1 closed');
  expect(entries[3]).toContain('For 4 customers this is the last word so far');
  expect(entries[4]).toContain('Cards are not charged.');
  expect(entries[4]).toContain('Fix expected 12:30 UTC, says Sam Osei');
  expect(entries[4]).toMatch(/it came 12 min late/);
  expect(entries[6]).toContain('Incident declared');
  expect(text()).toContain('Replies that agents insert by hand');
});

test('shows what customers read of an update, in each language, the apology too', async () => {
  const { see, view, until } = await showTimeline(EVENTFUL);
  await see('Update 2');
  const press = (entry: number, name: string) => {
    const row = screen.getAllByTestId('timeline-entry')[entry]!;
    [...row.querySelectorAll('button')].find(({ textContent }) => textContent === name)!.click();
  };
  press(4, 'English');
  await until(() =>
    expect(screen.getByTestId('customer-text').textContent).toMatch(
      /Hello,.*Estimated Resolution Time: 12:30 UTC.*Cards are not charged/,
    ),
  );
  press(4, 'Spanish');
  await until(() => expect(screen.getByTestId('customer-text').lang).toBe('es'));
  press(0, 'English');
  await until(() =>
    expect(view.container.textContent).toContain('we had marked this issue as resolved, and it is not'),
  );
});

test('is copied as plain text, in the order in which things happened', async () => {
  const written: string[] = [];
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: { writeText: async (text: string) => void written.push(text) },
  });
  const { press, see } = await showTimeline(EVENTFUL);
  await press('Copy as text');
  await see('Copied. Paste it into the review.');
  vi.unstubAllGlobals();
  const [text = ''] = written;
  expect(text.split('\n')[0]).toMatch(/^Donation form returns error 502 \(#\d+\)$/);
  const headings = ['Incident declared', 'Update 1', 'Update 2', 'Update 3', 'Incident solved', 'Update 4'];
  const places = headings.map((heading) => text.indexOf(`Mara Lind · ${heading}`));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(text).toContain('    Told 4 of 5, not told: 1 closed');
});

test('where the browser forbids copying, the text is there to be copied by hand', async () => {
  const { press, see } = await showTimeline(EVENTFUL);
  await press('Copy as text');
  await see('The browser did not let us copy.');
  expect(screen.getAllByRole<HTMLTextAreaElement>('textbox')[0]?.value).toContain('Update 2');
});

test('of an incident about which nothing was posted says what to do', async () => {
  const { see } = await showTimeline({
    given: ({ seed, world }) => {
      const ticket = world.ticket(seed.incident.id);
      ticket.audits = ticket.audits.slice(0, 1);
    },
  });
  await see('Nothing has been posted yet.');
});

test('that can’t be read says why, and can be tried again', async () => {
  const { see, press } = await showTimeline({
    given: ({ world }) => world.faults.script({ url: /audits/ }, DOWN),
  });
  await see('Zendesk has trouble.');
  await press('Try again');
  await see('Update 1');
});

test('of which only a part can be read says so, and shows that part', async () => {
  const { see, text } = await showTimeline({
    given: ({ world, seed }) => {
      for (let index = 0; index < 120; index++)
        world.agentWrites(seed.incident.id, seed.tom.id, `Looking ${index}.`, { public: false });
      world.faults.script({ url: /audits.*after/ }, DOWN);
    },
  });
  await see('The newest part is missing: Zendesk has trouble.');
  expect(text()).toContain('Update 1');
});

test(`${HOSTILE.length} hostile texts as notes and symptoms are shown as text, and crash nothing`, async () => {
  const { see, view } = await showTimeline({
    given: ({ world, seed }) => {
      const ticket = world.ticket(seed.incident.id);
      const like = ticket.audits.at(-1)!;
      let { id } = like;
      const audit = (allclear: unknown) => ({ ...like, id: ++id, changes: [], custom: { allclear } });
      for (const { text } of HOSTILE)
        ticket.audits.push(
          audit({ did: text, n: text }),
          audit({ did: 'update', n: 2, stage: 'identified', symptoms: text, extra: text }),
        );
    },
  });
  await see('Unreadable entry');
  expect(view.container.querySelectorAll('script, img, iframe, style, form')).toHaveLength(0);
});

test.each(['es', 'ar'])('reads well in %s', async (language) => {
  const { until, text } = await showTimeline({ ...EVENTFUL, language });
  await until(() => expect(screen.getAllByTestId('timeline-entry')).toHaveLength(7));
  expect(text()).not.toMatch(/timeline\.|\{\w+\}/);
});
