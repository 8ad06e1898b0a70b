import { describe, expect, test } from 'vitest';
import { countCoverage } from '../../src/actions/countCoverage.ts';
import { listReports } from '../../src/actions/listReports.ts';
import { readTimeline } from '../../src/actions/readTimeline.ts';
import { surveyRca } from '../../src/actions/surveyRca.ts';
import { tellOne } from '../../src/actions/tellOne.ts';
import { openResolved, RCA } from './openResolved.ts';

type Opened = Awaited<ReturnType<typeof openResolved>>;
const POST = { method: 'POST', url: '/api/v2/tickets.json' } as const;

/** Of six customers three have asked; the ticket of one of them is closed. */
async function open() {
  const opened = await openResolved();
  const [, asked, , alsoAsked, , closed] = opened.ids as [number, number, number, number, number, number];
  for (const id of [asked, alsoAsked, closed]) opened.asks(id);
  opened.closes(closed);
  return { ...opened, asked, alsoAsked, closed };
}

const lastComment = ({ world }: Opened, id: number) => world.ticket(id).publicComments.at(-1)?.body ?? '';

describe('the RCA goes to those who asked', () => {
  test('in their language, once, and the others have a reason', async () => {
    const opened = await open();
    const { claims, tells, ids, heard, asked, closed, followUpsOf, world } = opened;
    expect(await claims()).toMatchObject({ do: 'claimed', update: { n: 3, rca: { to: 'asked' } } });
    const { broadcast, finished } = await tells();
    expect(broadcast).toMatchObject({ end: 'done', total: 6, told: 3 });
    expect(broadcast.skipped.map(({ because }) => because)).toEqual(['not asked', 'not asked', 'not asked']);
    expect(finished).toEqual({ do: 'finished', isSolved: false });
    expect(lastComment(opened, asked)).toMatch(
      /^Análisis de causa raíz\s+Hola, \w+:[\s\S]+Caducó un certificado\./,
    );
    expect(ids.map((id) => heard(id))).toEqual([[2], [2, 3], [2], [2, 3], [2], [2]]);
    const [followUp, ...more] = followUpsOf(closed);
    expect(more).toEqual([]);
    expect(followUp).toMatchObject({
      followupSourceId: closed,
      requesterId: world.ticket(closed).requesterId,
      status: 'solved',
      problemId: null,
      tags: expect.arrayContaining(['allclear_followup']),
    });
    expect(followUp!.tags).not.toContain('allclear_rca');
    expect(followUp!.publicComments.map(({ body }) => body)).toEqual([
      expect.stringContaining('renew it a month before.'),
    ]);
  });

  test('a text keeps its paragraphs, and nothing of it is markup, a placeholder or Liquid', async () => {
    const opened = await open();
    const texts = { en: '<b>One</b> {{ticket.id}} {% raw %}\n\n# Two & more' };
    await opened.claims({ texts });
    await opened.tells();
    const { html } = opened.world.ticket(opened.alsoAsked).publicComments.at(-1)!;
    expect(html).toContain(
      '<p>&#60;b&#62;One&#60;/b&#62; {\u2060{ticket.id}\u2060} {\u2060% raw %\u2060}</p>',
    );
    expect(html).toContain('<p># Two &#38; more</p>');
  });

  test('their status stays as it was, whatever the settings ask for updates', async () => {
    const opened = await openResolved({ app: { status_resolved: 'solved' } });
    const [first] = opened.ids as [number];
    opened.asks(first);
    opened.world.customerWrites(first, 'And why?');
    await opened.time.advance(10_000);
    await opened.claims();
    await opened.tells();
    expect(opened.heard(first)).toEqual([2, 3]);
    expect(opened.world.ticket(first).status).toBe('open');
  });

  test('the record says that it is sent, and coverage, list and timeline how many know', async () => {
    const { claims, tells, record, ports, incident, run, seen, closed, ids } = await open();
    await claims();
    await tells();
    expect(record()).toMatchObject({
      review: { state: 'sent' },
      receipts: [{ channel: 'tickets', n: 3, told: 3, skipped: { 'not asked': 3 } }],
    });
    expect((await run(countCoverage(ports, await seen()))).coverage).toEqual({
      n: 3,
      told: 3,
      total: 3,
      cannot: {},
      outside: 3,
      behind: 0,
    });
    const { rows } = await run(listReports(ports, incident.id));
    expect(rows.find(({ id }) => id === closed)).toMatchObject({ told: 3, cannot: undefined });
    expect(rows.find(({ id }) => id === ids[0])).toMatchObject({ told: 2, failed: { because: 'not asked' } });
    const { entries } = await run(readTimeline(ports, incident.id));
    expect(entries[0]).toMatchObject({ kind: 'rca', n: 3, to: 'asked', texts: RCA.texts, told: { told: 3 } });
  });

  test('who asks later is told by the same button, also in a closed ticket; who has not asked is not', async () => {
    const { claims, tells, asks, closes, ids, ports, incident, run, heard, followUpsOf } = await open();
    await claims();
    await tells();
    const [first, , third] = ids as [number, number, number];
    const one = (id: number) => run(tellOne(ports, incident.id, id));
    expect(await one(first)).toEqual({ do: 'cannot', because: 'not asked' });
    for (const id of [first, third]) asks(id);
    closes(third);
    expect(await one(first)).toEqual({ do: 'told', n: 3 });
    expect(await one(third)).toEqual({ do: 'told', n: 3 });
    expect(await one(third)).toEqual({ do: 'already told', n: 3 });
    expect(heard(first)).toEqual([2, 3]);
    expect(followUpsOf(third)).toHaveLength(1);
  });
});

test('sent to all, every closed ticket gets its follow-up, and only merged and messaging ones have a reason', async () => {
  const { claims, tells, closes, ids, followUpsOf, world, heard, run, ports, seen } = await openResolved();
  const [a, b, merged, messaging] = ids as [number, number, number, number];
  closes(a, b);
  world.mergeTicket(merged, b);
  world.ticket(messaging).fromMessagingChannel = true;
  closes(messaging);
  expect(await run(surveyRca(ports, await seen()))).toMatchObject({
    asked: { tell: 0 },
    all: { tell: 4, followUps: 2 },
  });
  await claims({ to: 'all' });
  const { broadcast } = await tells();
  expect(broadcast).toMatchObject({ end: 'done', told: 4 });
  expect(broadcast.skipped).toEqual([
    { id: merged, because: 'merged' },
    { id: messaging, because: 'closed' },
  ]);
  for (const id of [a, b]) expect(followUpsOf(id)).toHaveLength(1);
  for (const id of ids.slice(4)) expect(heard(id)).toEqual([2, 3]);
});

describe('a closed ticket gets exactly one follow-up', () => {
  test.each([
    ['the answer is lost after it was made', { kind: 'lost', applied: true }],
    ['the request is lost', { kind: 'lost', applied: false }],
    ['Zendesk fails after it was made', { kind: 'server-error', status: 502, applied: true }],
    ['Zendesk asks to wait', { kind: 'too-many', retryAfter: 20 }],
  ] as const)('when %s', async (_, fault) => {
    const { claims, tells, world, followUpsOf, closed } = await open();
    await claims();
    world.faults.script(POST, fault);
    expect((await tells()).broadcast).toMatchObject({ end: 'done', told: 3 });
    expect(followUpsOf(closed)).toHaveLength(1);
  });

  test('when a second agent presses at the same moment', async () => {
    const { claims, run, ports, at, incident, followUpsOf, closed, heard, asked } = await open();
    await claims();
    const { tellEveryone } = await import('../../src/actions/tellEveryone.ts');
    const both = [ports, at('tom')].map((each) => tellEveryone(each, incident.id, 3));
    await run(Promise.all(both));
    expect(followUpsOf(closed)).toHaveLength(1);
    expect(heard(asked)).toEqual([2, 3]);
  });

  test('when somebody goes on a day later, and Zendesk has forgotten the key', async () => {
    const { claims, tells, time, at, followUpsOf, closed } = await open();
    await claims();
    await tells();
    await time.advance(24 * 60 * 60_000);
    expect((await tells(3, at('tom'))).broadcast).toMatchObject({ end: 'done', told: 3 });
    expect(followUpsOf(closed)).toHaveLength(1);
  });

  test('when its customer has written a follow-up, which takes over the closed one’s ledger', async () => {
    const { claims, tells, world, followUpsOf, closed } = await open();
    const theirs = world.customerWrites(closed, 'Any news?');
    expect(world.valueOf(theirs.id, 'allclear_told')).toMatch(/\/2$/);
    await claims();
    await tells();
    expect(followUpsOf(closed)).toHaveLength(2);
    expect(theirs.publicComments).toHaveLength(1);
  });

  test('when the same customer’s name was changed in between, so that the key refuses the text', async () => {
    const { claims, tells, world, followUpsOf, closed, at } = await open();
    await claims();
    await tells();
    world.user(world.ticket(closed).requesterId).name = 'Someone Else';
    const [followUp] = followUpsOf(closed);
    // Zendesk's list still says what it said before.
    const { followupIds } = world.ticket(closed);
    world.ticket(closed).followupIds = [];
    expect((await tells(3, at('tom'))).broadcast.skipped).toContainEqual({
      id: closed,
      because: 'refused',
      detail: expect.stringContaining('idempotency'),
    });
    world.ticket(closed).followupIds = followupIds;
    expect(followUpsOf(closed)).toEqual([followUp]);
  });

  test('and none when a follow-up that may be ours can’t be read', async () => {
    const { claims, tells, world, closed, followUpsOf } = await open();
    const hidden = world.customerWrites(closed, 'Any news?');
    await claims();
    world.tickets.delete(hidden.id);
    const { broadcast } = await tells();
    expect(broadcast.skipped).toContainEqual({ id: closed, because: 'not visible' });
    world.tickets.set(hidden.id, hidden);
    expect(followUpsOf(closed)).toEqual([hidden]);
  });
});

describe('it is not sent', () => {
  test('before the incident is over, nor once its ticket is closed, nor without a text', async () => {
    const { openBroadcast } = await import('./openBroadcast.ts');
    const { claimUpdate } = await import('../../src/actions/claimUpdate.ts');
    const early = openBroadcast();
    const text = { stage: 'resolved' as const, symptoms: '', rca: RCA };
    expect(await early.run(claimUpdate(early.ports, early.incident.id, 1, text))).toEqual({
      do: 'refuse',
      because: 'not over',
    });
    const { claims, world, incident } = await open();
    expect(await claims({ texts: { en: ' ', es: 'x' } })).toEqual({
      do: 'correct',
      troubles: ['text missing'],
    });
    const audits = world.ticket(incident.id).audits.length;
    world.closeTicket(incident.id);
    expect(await claims()).toEqual({ do: 'refuse', because: 'incident closed' });
    expect(world.ticket(incident.id).audits.length).toBe(audits + 1);
  });
});

test('an incident that is reopened afterwards tells everybody, in the order of its updates', async () => {
  const { claims, tells, run, ports, incident, draft, ids, heard, record } = await open();
  const { claimUpdate } = await import('../../src/actions/claimUpdate.ts');
  await claims();
  await tells();
  const again = draft({ reopens: true });
  expect(await run(claimUpdate(ports, incident.id, 3, again))).toMatchObject({ do: 'claimed' });
  expect(record().review).toMatchObject({ state: 'draft' });
  expect(record().review.due).toBeUndefined();
  await tells(4);
  expect(ids.map((id) => heard(id))).toEqual([[2, 4], [2, 3, 4], [2, 4], [2, 3, 4], [2, 4], [2]]);
});
