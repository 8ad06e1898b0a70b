import { describe, expect, test } from 'vitest';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { keepReminding } from '../../src/actions/keepReminding.ts';
import { reopenIncident } from '../../src/actions/reopenIncident.ts';
import { snoozeReminder } from '../../src/actions/snoozeReminder.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { change, write } from '../e2e/stories/lead.ts';
import { openReminders } from './openReminders.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** The incident is over since Monday, and its analysis is due on the Monday after, at 17:00 in the account's time zone. */
async function owed(wanted: Parameters<typeof openReminders>[0] = {}) {
  const opened = openReminders(wanted);
  const { world, ports, incident, run, draft, time, record } = opened;
  const gate = { kind: 'override', by: 'Mara Lind', reason: 'Checked by hand.' } as const;
  await run(claimUpdate(ports, incident.id, 1, draft({ stage: 'resolved', next: undefined, gate })));
  await run(tellEveryone(ports, incident.id, 2));
  expect(world.ticket(incident.id).status).toBe('solved');
  const due = Date.parse(record().review.due);
  return {
    ...opened,
    due,
    /** Lets time pass until so many hours after it was due; before it, for a negative number. */
    wait: (hours: number) => time.advance(due + hours * HOUR - time.now()),
    /** Somebody writes this into the review. */
    edits: (review: object) => {
      const before = record();
      const text = JSON.stringify({ ...before, review: { ...before.review, ...review } });
      write(world, incident.id, { allclear_record: text });
    },
    told: () => record().reminders?.review?.told,
  };
}

test('who owns the review hears of it a business day ahead, on the day, and on three days more, once each', async () => {
  const { sit, wait, incident } = await owed();
  const mara = await sit('mara');
  // Over the weekend it is the last business day before.
  for (const hours of [-73, -72, -71, -1, 0, 1, 23, 25, 49, 73, 97, 400]) {
    await wait(hours);
    await mara.lookUp();
    await mara.lookAtReviews();
  }
  expect(mara.said()).toEqual([
    `notice: review of #${incident.id}, stage 0`,
    ...[1, 2, 3, 4].map((stage) => `alert, stays: review of #${incident.id}, stage ${stage}`),
  ]);
});

test('its owner hears of it, and so does who led the incident; colleagues don’t', async () => {
  const { sit, wait, edits, tom } = await owed();
  edits({ owner: { id: tom.id, name: tom.name } });
  await wait(1);
  const [mara, owner, other] = [await sit('mara'), await sit('tom'), await sit('ines')];
  for (const { lookAtReviews } of [mara, owner, other]) await lookAtReviews();
  expect([mara, owner, other].map(({ said }) => said().length)).toEqual([1, 1, 0]);
});

test('the chat hears of each stage once, whoever looks, and the record and the timeline say so', async () => {
  const { sit, wait, heardInSlack, told, deedsOf, incident, world } = await owed();
  const [mara, tom] = [await sit('mara'), await sit('tom')];
  for (const hours of [-2, 1, 2, 26]) {
    await wait(hours);
    for (const { lookAtReviews } of [mara, tom]) await lookAtReviews();
  }
  expect(heardInSlack()).toEqual([
    'Overdue: the root cause analysis was due Mon, Nov 30',
    'Still overdue: the root cause analysis was due Mon, Nov 30',
  ]);
  expect(world.slack.channel('support_tech').messages.at(-1)?.lines).toContain('It is owned by Mara Lind');
  expect(told()).toMatchObject({ stage: 2, outcome: 'told' });
  expect(deedsOf(incident.id).at(-1)).toMatchObject({ did: 'remind', what: 'review', stage: 2 });
});

describe('nobody is reminded', () => {
  test.each<[string, (opened: Awaited<ReturnType<typeof owed>>) => unknown]>([
    ['once it was sent', ({ edits }) => edits({ state: 'sent' })],
    [
      'while another day is agreed',
      ({ edits, due }) => edits({ due: new Date(due + 7 * DAY).toISOString() }),
    ],
    ['of a ticket that nobody can write any more', ({ world, incident }) => world.closeTicket(incident.id)],
    ['of what is no incident', ({ world, incident }) => change(world, incident.id, { tags: [] })],
    [
      'when it was reopened, until it is over again',
      async ({ run, ports, incident, draft }) => {
        const next = new Date(Date.parse('2026-12-24T12:00:00Z')).toISOString();
        const done = await run(reopenIncident(ports, incident.id, 2, draft({ next })));
        expect(done.do).toBe('claimed');
      },
    ],
  ])('%s', async (_, happens) => {
    const opened = await owed();
    await happens(opened);
    const mara = await opened.sit('mara');
    await opened.wait(1);
    await mara.lookAtReviews();
    expect([mara.said(), opened.heardInSlack()]).toEqual([[], []]);
  });

  test('while it is put off, and then it begins anew', async () => {
    const { sit, wait, run, ports, incident, due, heardInSlack, deedsOf } = await owed();
    const mara = await sit('mara');
    await wait(-1);
    const until = new Date(due + DAY).toISOString();
    const wish = { due: new Date(due).toISOString(), until, reason: 'The supplier writes theirs first.' };
    const snoozed = await run(snoozeReminder(ports, incident.id, { kind: 'review', ...wish }));
    expect(snoozed.do).toBe('snoozed');
    expect(deedsOf(incident.id).at(-1)).toEqual({ did: 'snooze', what: 'review', ...wish });
    await wait(5);
    await mara.lookAtReviews();
    expect([mara.said(), heardInSlack()]).toEqual([[], []]);
    await wait(25);
    await mara.lookAtReviews();
    expect(mara.said()).toHaveLength(1);
    expect(heardInSlack()).toHaveLength(1);
  });
});

test('a window looks at reviews once an hour while it is seen, and not behind others', async () => {
  const { sit, time, world, incident, wait } = await owed();
  await wait(1);
  const mara = await sit('mara');
  const from = time.now();
  const asked: number[] = [];
  world.faults.script(
    ({ url }) => {
      if (url.includes('/search.json')) asked.push(Math.round((time.now() - from) / 60_000));
      return false;
    },
    { kind: 'lost', applied: false },
  );
  const over = new AbortController();
  const word = ({ id }: { id: number }) => `#${id}`;
  const done = keepReminding(mara.ports, word, over.signal, (ms) => time.pause(ms));
  await time.advance(2.2 * HOUR);
  mara.setVisible(false);
  await time.advance(5 * HOUR);
  const seen = asked.length;
  mara.setVisible(true);
  await time.advance(10 * 60_000);
  over.abort();
  await time.advance(10 * 60_000);
  await done;
  expect(seen).toBe(3);
  expect(asked).toHaveLength(4);
  expect(asked.every((at, index) => index === 0 || at - asked[index - 1]! >= 60)).toBe(true);
  expect(mara.said()).toEqual([`alert, stays: #${incident.id}`]);
});
