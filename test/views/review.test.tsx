import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { changeReview } from '../../src/actions/changeReview.ts';
import { readTimeline } from '../../src/actions/readTimeline.ts';
import { loadPhrases } from '../../src/connect.ts';
import { toIncident } from '../../src/domain/incident.ts';
import { toEdit } from '../../src/domain/review.ts';
import { timelineCsv, timelineMarkdown } from '../../src/views/modal/timeline/timelineFiles.ts';
import { createWords } from '../../src/views/phrases.tsx';
import type { SmallOutage } from '../workspace/world/seed/build.ts';
import type { World } from '../workspace/world/world.ts';
import { type ShownModal, showModal } from './showModal.tsx';
import { showSidebar } from './showSidebar.tsx';
import '../../src/views/modal/review/EditReview.tsx';
import '../../src/views/modal/review/SendRca.tsx';
import '../../src/views/sidebar/AskedSection.tsx';
import '../../src/views/sidebar/ReviewSection.tsx';

const OVER = { reports: 3, update: 2, told: 2, stage: 'resolved' } as const;
const DUE = {
  state: 'draft',
  due: '2026-11-30T16:00:00.000Z',
  zone: 'Europe/Berlin',
  owner: { name: 'Mara Lind' },
};

/** The incident is solved, and its review stands like this. */
function over(world: World, { incident, mara }: SmallOutage, review?: object) {
  const field = world.fieldId('allclear_record');
  const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
  const fields = new Map([...incident.values.fields, [field, JSON.stringify({ ...record, review })]]);
  incident.values = { ...incident.values, status: 'solved', assigneeId: mara.id, fields };
}

const showOwn = (review?: object, language = 'en') =>
  showSidebar({
    outage: OVER,
    language,
    given: (world, seed) => {
      over(world, seed, review);
      return seed.incident.id;
    },
  });

test('the incident’s own ticket says when the review is due, who owns it and where it is', async () => {
  const { see, view } = await showOwn({ ...DUE, state: 'in review', link: 'https://docs.example/rca' });
  await see('Root cause analysis');
  await see(/in review.*Due Mon, Nov 30 · in \d+ days.*Owner: Mara Lind/);
  expect(view.container.querySelector('a[href="https://docs.example/rca"]')?.textContent).toBe('Document');
});

test.each([
  [{ ...DUE, due: '2026-11-20T16:00:00.000Z' }, /Due Fri, Nov 20 · 2 days overdue/],
  [{ ...DUE, state: 'sent' }, /sentDue Mon, Nov 30Owner/],
  [{ state: 'ready' }, /readyNothing is due: the incident is running again\.Nobody owns it yet\./],
])('a review %o', async (review, text) => {
  const { see } = await showOwn(review);
  await see(text);
});

test('who can’t send it in time puts its reminder off by days, for a reason that stays to be read', async () => {
  const late = { ...DUE, due: '2026-11-20T16:00:00.000Z' };
  const { see, press, until, world, incident } = await showOwn(late);
  await press('Snooze the reminder of the analysis');
  await until(() => screen.getByTestId('snooze-reason'));
  await type('snooze-reason', 'The supplier writes theirs first.');
  await act(async () => screen.getByTestId('snooze-2880').click());
  await see(/Reminder off until .*, by Mara Lind: The supplier writes theirs first\./);
  const { reminders } = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
  expect(reminders.review.snooze.due).toBe(late.due);
  const left = Date.parse(reminders.review.snooze.until) - world.clock.now();
  expect(left / 3_600_000).toBeCloseTo(48, 0);
  // What is owed is as late as before.
  await see(/Due Fri, Nov 20 · 2 days overdue/);
});

test('a review with days to go asks nobody to put anything off', async () => {
  const { see, text } = await showOwn(DUE);
  await see('Owner: Mara Lind');
  await see('Send to customers');
  expect(text()).not.toContain('Snooze');
});

test('an incident without a review gets one by a press', async () => {
  const { see, press, world, incident } = await showOwn();
  await press('Open a review');
  await see('Owner: Mara Lind');
  expect(JSON.parse(String(world.valueOf(incident.id, 'allclear_record'))).review).toMatchObject({
    state: 'draft',
  });
});

test('reads from right to left in Arabic', async () => {
  const { see } = await showOwn(DUE, 'ar');
  await see(/تحليل السبب الجذري.*مسودة.*المسؤول: Mara Lind/);
});

test('one click on a report marks that its customer has asked, one more takes it back', async () => {
  const { world, until, reports } = await showSidebar({ outage: OVER });
  const box = () => screen.getByTestId<HTMLInputElement>('asked-rca');
  const tags = () => world.ticket(reports[0]!.id).tags;
  await until(() => expect(box().checked).toBe(false));
  for (const isMarked of [true, false]) {
    await act(async () => box().click());
    await until(() => expect(tags().includes('allclear_rca')).toBe(isMarked));
    await until(() => expect(box().checked).toBe(isMarked));
  }
});

test('a closed ticket that Zendesk keeps from being marked says what to do instead', async () => {
  const { see, until } = await showSidebar({
    outage: OVER,
    given: (world, { reports }) => {
      world.closeTicket(reports[0]!.id);
      return reports[0]!.id;
    },
  });
  await until(() => screen.getByTestId('asked-rca'));
  await act(async () => screen.getByTestId('asked-rca').click());
  await see('Zendesk does not let the tags of this closed ticket be changed');
});

type Given = NonNullable<ShownModal['given']>;
const given =
  (more: Given = () => undefined): Given =>
  async (opened) => {
    over(opened.world, opened.seed, DUE);
    await more(opened);
  };
const type = (testId: string, value: string) =>
  act(async () => void fireEvent.change(screen.getByTestId(testId), { target: { value } }));

test('what somebody else has changed meanwhile is shown, and either can be kept', async () => {
  const { until, see, press, ports, incident, world, close, time } = await showModal(
    (id) => ({ show: 'review', incident: id }),
    { outage: OVER, given: given() },
  );
  await until(() => screen.getByTestId('review-state'));
  const seen = toIncident(await time.run(ports.tickets.readOne(incident.id))).review!;
  await time.run(changeReview(ports, incident.id, toEdit(seen), { ...toEdit(seen), state: 'ready' }));
  await type('review-state', 'in review');
  await type('review-owner', 'Ines');
  await press('Save');
  await see('Somebody else has changed the same meanwhile: state ready');
  await see('Nothing of yours was saved');
  expect(screen.getByTestId<HTMLInputElement>('review-owner').value).toBe('Ines');
  await press('Save mine');
  await until(() => expect(close).toHaveBeenCalled());
  expect(JSON.parse(String(world.valueOf(incident.id, 'allclear_record'))).review).toMatchObject({
    state: 'in review',
    owner: { name: 'Ines' },
  });
});

test('with nobody who asked there is nobody to send to, and all can be chosen instead', async () => {
  const { see, until } = await showModal((id) => ({ show: 'rca', incident: id }), {
    outage: OVER,
    given: given(),
  });
  await see('No customer has asked for it.');
  expect(screen.getByTestId<HTMLButtonElement>('rca-send').disabled).toBe(true);
  await act(async () => screen.getByTestId('rca-to-all').click());
  await see('Send to 3 tickets');
  await act(async () => screen.getByTestId('rca-send').click());
  await see('Write the text that customers read.');
  await type('rca-en', 'A certificate had expired.');
  await until(() =>
    expect(screen.getByTestId('rca-preview').textContent).toContain('A certificate had expired.'),
  );
});

test('an incident that is not over has nothing to explain yet', async () => {
  const { see } = await showModal((id) => ({ show: 'rca', incident: id }), { outage: { update: 2 } });
  await see('The root cause analysis goes out once customers were told that it is resolved');
});

test('the timeline is taken along as Markdown and as CSV, with its figures and without anybody’s markup', async () => {
  const { ports, incident, time, world } = await showModal((id) => ({ show: 'timeline', incident: id }), {
    outage: { ...OVER, subject: '=HYPERLINK("x") **down** | @all' },
    given: given(async ({ ports, seed, run }) => {
      const { claimUpdate } = await import('../../src/actions/claimUpdate.ts');
      const rca = { texts: { en: 'Why:\n\n- <b>A</b> certificate' }, language: 'en', to: 'asked' as const };
      const sent = await run(
        claimUpdate(ports, seed.incident.id, 2, { stage: 'resolved', symptoms: '', rca }),
      );
      expect(sent.do).toBe('claimed');
      const draft = { stage: 'identified' as const, symptoms: '=1+1\n# It *fails*', reopens: true };
      const next = new Date(ports.clock.now().getTime() + 30 * 60_000).toISOString();
      await run(claimUpdate(ports, seed.incident.id, 3, { ...draft, next }));
    }),
  });
  const read = await time.run(readTimeline(ports, incident.id));
  const words = createWords('en', await loadPhrases('en'));
  const markdown = timelineMarkdown(read, words, (iso) => iso.slice(11, 16), 'UTC');
  expect(markdown).toContain('\\*\\*down\\*\\* \\| &#64;all');
  expect(markdown).toMatch(/\| Promised updates \| 1 of 2 in time, 0 late \|/);
  expect(markdown).toMatch(/\| Told the newest update \| 0 of 3 \|/);
  expect(markdown).toMatch(/### \d\d:\d\d · Update 4, Identified, Reopened\n\nMara Lind\n\n> \\=1\+1/);
  expect(markdown).toContain('> \\# It \\*fails\\*');
  expect(markdown).toMatch(/Root cause analysis sent\n\nMara Lind\n\n> Why:\n>\n> \\- \\<b\\>A/);
  expect(markdown).toContain('To customers who had asked for it');
  const csv = timelineCsv(read, words, (iso) => iso.slice(11, 16));
  expect(csv.split('\r\n')[0]).toBe('Time,Who,What,Stage,Said to customers,Told,Of,Facts');
  expect(csv).toContain("'=1+1");
  expect(csv).not.toMatch(/(^|[",\n])=/);
  expect(csv).toContain('Time to first notice');
  expect(world.ticket(incident.id).status).toBe('open');
});
