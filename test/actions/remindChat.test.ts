import { describe, expect, test } from 'vitest';
import { leadPosts } from '../e2e/stories/lead.ts';
import { whenAsked } from './faultsAtEveryCall.ts';
import { openReminders } from './openReminders.ts';

const told = (opened: ReturnType<typeof openReminders>) => opened.record().reminders?.update?.told;

/** Mara's window two minutes after the promise broke. */
async function overdue() {
  const opened = openReminders();
  const mara = await opened.sit('mara');
  await opened.pass(2);
  return { ...opened, mara, told: () => told(opened) };
}

test('the chat is told in the incident’s thread, for all to see, and the record and the timeline say so', async () => {
  const { mara, heardInSlack, told, deedsOf, incident, world, due } = await overdue();
  await mara.lookUp();
  expect(heardInSlack()).toEqual(['Overdue: update 2 was promised for Nov 23, 11:38 UTC']);
  expect(told()).toMatchObject({ stage: 1, outcome: 'told', due: new Date(due).toISOString() });
  expect(deedsOf(incident.id).slice(-2)).toMatchObject([
    { did: 'turn', what: 'remind update' },
    { did: 'remind', what: 'update', stage: 1, outcome: 'told' },
  ]);
  const [message] = world.slack.channel('support_tech').messages.slice(-1);
  // This incident has no message there yet, so the reminder says what it is about.
  expect(message?.lines).toEqual([
    'Overdue: update 2 was promised for Nov 23, 11:38 UTC',
    'Donation form returns error 502',
    'Update 1, the last one, was posted by Mara Lind',
    `Incident #${incident.id}`,
  ]);
  expect(message?.mentions).toEqual([]);
});

test('a later stage is told as such', async () => {
  const { mara, heardInSlack, pass } = await overdue();
  await pass(61);
  await mara.lookUp();
  expect(heardInSlack()).toEqual(['Still overdue: update 2 was promised for Nov 23, 11:38 UTC']);
});

describe('nothing is posted when the next update', () => {
  test('comes as the turn is taken', async () => {
    const { mara, heardInSlack, told, world, incident } = await overdue();
    whenAsked(world, { method: 'PUT', url: `/tickets/${incident.id}.json` }, () =>
      leadPosts(world, incident.id, { n: 2 }),
    );
    await mara.lookUp();
    expect([heardInSlack(), told()]).toEqual([[], undefined]);
  });

  test('comes between the turn and the post', async () => {
    const { mara, heardInSlack, world, incident } = await overdue();
    let writes = 0;
    world.changes.subscribe((change) => {
      if (change.kind !== 'updated' || change.ticketId !== incident.id) return;
      writes += 1;
      if (writes === 1) leadPosts(world, incident.id, { n: 2 });
    });
    await mara.lookUp();
    expect(writes).toBeGreaterThan(1);
    expect(heardInSlack()).toEqual([]);
  });
});

test('a chat that refuses is tried again after five minutes, three times at most, and the record says why', async () => {
  const { mara, heardInSlack, told, world, pass } = await overdue();
  const channel = world.slack.channel('support_tech');
  channel.hasBot = false;
  await mara.lookUp();
  expect(told()).toMatchObject({ outcome: 'failed', code: 'not_in_channel', tries: 1 });
  await pass(4);
  await mara.lookUp();
  expect(told().tries).toBe(1);
  await pass(8);
  await mara.lookUp();
  await pass(14);
  await mara.lookUp();
  await pass(20);
  await mara.lookUp();
  expect(told()).toMatchObject({ outcome: 'failed', tries: 3 });
  channel.hasBot = true;
  await pass(61);
  await mara.lookUp();
  expect(told()).toMatchObject({ outcome: 'told', stage: 2, tries: 1 });
  expect(heardInSlack()).toHaveLength(1);
});

test('what may have been posted is not posted again', async () => {
  const { mara, heardInSlack, told, world, pass } = await overdue();
  world.faults.script(({ url }) => url.includes('chat.postMessage'), { kind: 'lost', applied: true });
  await mara.lookUp();
  expect(told()).toMatchObject({ outcome: 'unsure', reason: 'unreachable' });
  await pass(20);
  await mara.lookUp();
  expect(heardInSlack()).toHaveLength(1);
});

test('a colleague’s browser comes in after three minutes when nobody in charge has one open', async () => {
  const opened = openReminders();
  const tom = await opened.sit('tom');
  await opened.pass(2);
  await tom.lookUp();
  expect(opened.heardInSlack()).toEqual([]);
  await opened.pass(4);
  await tom.lookUp();
  expect(opened.heardInSlack()).toHaveLength(1);
  expect(tom.said()).toEqual([]);
});

test('an agent who may not write the incident’s ticket tries once', async () => {
  const opened = openReminders();
  const ines = await opened.sit('ines');
  let writes = 0;
  opened.world.faults.script(
    ({ method }) => {
      if (method === 'PUT') writes += 1;
      return method === 'PUT';
    },
    { kind: 'answer', status: 403, body: { error: 'Forbidden' } },
    10,
  );
  for (const minutes of [4, 5, 6]) {
    await opened.pass(minutes);
    await ines.lookUp();
  }
  expect(writes).toBe(1);
  expect(opened.heardInSlack()).toEqual([]);
});

test('without a chat nobody writes anything', async () => {
  const opened = openReminders({ app: { slack_by: 'off' } });
  const mara = await opened.sit('mara');
  await opened.pass(2);
  await mara.lookUp();
  expect(mara.said()).toHaveLength(1);
  expect(opened.record().reminders).toBeUndefined();
});
