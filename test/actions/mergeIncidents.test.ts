import { describe, expect, test } from 'vitest';
import { attachReport } from '../../src/actions/attachReport.ts';
import { broadcast } from '../../src/actions/broadcast.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { mergeIncidents } from '../../src/actions/mergeIncidents.ts';
import { readTimeline } from '../../src/actions/readTimeline.ts';
import { tellOne } from '../../src/actions/tellOne.ts';
import { openAgent, TabClosed } from '../simulation/openAgent.ts';
import { FAULTS, failCall } from './faultsAtEveryCall.ts';
import { openTwo, type TwoWanted } from './openTwo.ts';

async function open(wanted: TwoWanted = {}) {
  const opened = openTwo(wanted);
  await opened.time.advance(5_000);
  const { at, run, first, second } = opened;
  const start = (who: 'mara' | 'tom' | 'ines' = 'mara') => mergeIncidents(at(who), first.id, second.id);
  return { ...opened, start, merge: (...args: Parameters<typeof start>) => run(start(...args)) };
}
type Opened = Awaited<ReturnType<typeof open>>;

/** What must be so after a merge, whatever came in between. */
function expectMerged({ world, first, second, reports, comments, ledger }: Opened) {
  for (const { id } of reports) {
    expect(world.ticket(id).problemId).toBe(second.id);
    expect(comments(id)).toHaveLength(1);
    expect(ledger(id)).toBe(`${second.id}/4`);
    expect(world.ticket(id).status).toBe('open'); // solving the other one's ticket has not solved it
  }
  expect(world.ticket(first.id).status).toBe('solved');
}

describe('two incidents that are one', () => {
  test('are merged: reports moved and told once, the other one solved last, and both tickets say so', async () => {
    const opened = await open();
    const { merge, record, first, second, deedsOf, world } = opened;
    expect(await merge()).toMatchObject({ end: 'done', moved: 3, told: 3, not: [], hidden: 0 });
    expectMerged(opened);
    expect(record(first.id).merged).toMatchObject({ into: second.id, by: { name: 'Mara Lind' } });
    expect(record(first.id).merged.done).toBeDefined();
    expect(record(second.id).merges).toEqual([first.id]);
    expect(deedsOf(first.id).at(-1)).toMatchObject({ did: 'solve', mergedInto: second.id });
    expect(world.ticket(second.id).status).not.toBe('solved');
  });

  test('a ticket that is closed stays, and holds up nothing', async () => {
    const { merge, world, reports, first } = await open();
    world.closeTicket(reports[1]!.id);
    expect(await merge()).toMatchObject({
      end: 'done',
      moved: 2,
      not: [{ id: reports[1]!.id, because: 'closed' }],
    });
    expect(world.ticket(first.id).status).toBe('solved');
    expect(world.ticket(reports[1]!.id).problemId).toBe(first.id);
  });

  test('a ticket that Zendesk will not move keeps the incident open, so that nobody is solved unheard', async () => {
    const { merge, world, reports, first } = await open();
    const stubborn = reports[1]!.id;
    const refuses = {
      kind: 'rows',
      fails: (id: number) => id === stubborn,
      error: 'TicketUpdateFailed',
      details: 'Cause: is required',
    } as const;
    for (let jobs = 0; jobs < 9; jobs++) world.faults.scriptJob(refuses);
    expect(await merge()).toMatchObject({
      end: 'unfinished',
      moved: 2,
      not: [{ id: stubborn, because: 'refused', detail: 'Cause: is required' }],
    });
    expect(world.ticket(first.id).status).not.toBe('solved');
    world.faults.clear();
    expect(await merge()).toMatchObject({ end: 'done', moved: 1, told: 1 });
  });

  test('nothing is posted to the other one any more, told of it, or attached to it', async () => {
    const { merge, run, at, first, second, draft, reports, world, customers } = await open();
    await merge();
    expect(await run(claimUpdate(at('tom'), first.id, 2, draft({ reopens: true })))).toEqual({
      do: 'refuse',
      because: 'incident merged',
      into: second.id,
    });
    expect(await run(broadcast(at('tom'), first.id, 2))).toMatchObject({ end: 'overtaken', told: 0 });
    expect(await run(tellOne(at('tom'), first.id, reports[0]!.id))).toMatchObject({ do: 'cannot' });
    const loose = world.addTicket({ subject: 'x', text: 'x', requesterId: customers[0]!.id, at: 0 });
    expect(await run(attachReport(at('tom'), loose.id, first.id))).toEqual({
      do: 'refuse',
      because: 'incident merged',
    });
  });

  test('have one history, in which it shows whose an entry is', async () => {
    const { merge, run, at, first, second } = await open();
    await merge();
    const { entries } = await run(readTimeline(at('tom'), second.id));
    const updates = entries.flatMap((entry) => (entry.kind === 'update' ? [[entry.update.n, entry.of]] : []));
    expect(updates).toContainEqual([2, first.id]);
    expect(updates).toContainEqual([4, undefined]);
    expect(entries.map(({ kind }) => kind)).toContain('merged');
    const times = entries.map(({ at: moment }) => moment);
    expect(times).toEqual(times.toSorted().reverse());
    expect(entries.some(({ kind }) => kind === 'unreadable')).toBe(false);
  });

  test('hears each customer the next update of the one that stays', async () => {
    const { merge, run, at, second, draft, reports, ledger } = await open();
    await merge();
    await run(claimUpdate(at('tom'), second.id, 4, draft({ stage: 'monitoring' })));
    await run(broadcast(at('tom'), second.id, 5));
    for (const { id } of reports) expect(ledger(id)).toBe(`${second.id}/5`);
  });
});

describe('the issues', () => {
  const issue = { status: 'In Progress' };

  test('of both name each other, once, and the tickets carry the other one’s key', async () => {
    const opened = await open({ issue });
    const { merge, world, second, setFields, record, time, reports } = opened;
    world.jira.addIssue({ id: '20001', key: 'PAY-200', summary: 'Receipts', status: 'In Progress', at: 0 });
    setFields(second.id, {
      allclear_record: JSON.stringify({ ...record(second.id), jira: { id: '20001', key: 'PAY-200' } }),
    });
    await time.advance(5_000);
    expect(await merge()).toMatchObject({ end: 'done' });
    await merge();
    expectMerged(opened);
    const said = (key: string) =>
      JSON.stringify(world.jira.issue(key).comments).match(/allclear-merged/g)?.length ?? 0;
    expect(said('PAY-123')).toBe(1);
    expect(said('PAY-200')).toBe(1);
    for (const { id } of reports) expect(world.valueOf(id, 'allclear_jira')).toBe('PAY-200');
  });

  test('the only one is taken over', async () => {
    const { merge, record, second, world } = await open({ issue });
    await merge();
    expect(record(second.id).jira).toEqual({ id: '10123', key: 'PAY-123' });
    expect(world.valueOf(second.id, 'allclear_jira')).toBe('PAY-123');
  });

  test('hold up nobody when Jira is down', async () => {
    const opened = await open({ issue });
    opened.world.faults.script(
      ({ url }) => url.includes('/rest/api/'),
      { kind: 'answer', status: 400, body: {} },
      99,
    );
    const merged = await opened.merge();
    expect(merged).toMatchObject({ end: 'done', told: 3 });
    expect(merged).toHaveProperty('issueTrouble.service', 'Jira');
    expectMerged(opened);
  });
});

describe('whichever call goes wrong, and wherever the tab is closed', () => {
  test.each(FAULTS)('(%s) another run ends it, and nobody hears it twice', async (_, fault) => {
    for (let call = 0; call < 24; call += 3) {
      const opened = await open();
      failCall(opened.world, call, fault);
      await opened.merge().catch(() => undefined);
      opened.world.faults.clear();
      await opened.time.advance(60_000);
      expect(await opened.merge('tom')).toMatchObject({ end: 'done' });
      expectMerged(opened);
    }
  });

  test('a colleague’s app goes on from where the tab was closed', async () => {
    for (const when of ['before', 'under way', 'after'] as const) {
      for (let at = 1; at < 30; at += 2) {
        const opened = await open();
        const { world, time, mara, first, second, run } = opened;
        const { ports } = openAgent(world, time, { agent: mara.id, death: { at, when } });
        await run(mergeIncidents(ports, first.id, second.id).catch(ofClosing));
        await time.advance(60_000);
        expect(await opened.merge('tom')).toMatchObject({ end: 'done' });
        expectMerged(opened);
      }
    }
  });
});

describe('two people at the same moment', () => {
  test('merge it once', async () => {
    const opened = await open();
    await opened.run(Promise.all([opened.start('mara'), opened.start('tom')]));
    await opened.merge('tom');
    expectMerged(opened);
  });

  test('who merge them into each other are left with the older one', async () => {
    for (const ms of [0, 40, 120, 400, 2_000, 2_200, 2_500]) {
      const opened = await open();
      const { run, at, first, second, time, record, world, reports } = opened;
      const other = time.pause(ms).then(() => mergeIncidents(at('tom'), second.id, first.id));
      const ends = await run(Promise.all([opened.start('mara'), other]));
      expect(ends.map(({ end }) => end).toSorted()).toEqual(['done', 'refuse']);
      const kept = [first, second].filter(({ id }) => world.ticket(id).status !== 'solved');
      expect(kept).toHaveLength(1);
      expect(record(kept[0]!.id).merged).toBeUndefined();
      for (const { id } of reports) expect(world.ticket(id).problemId).toBe(kept[0]!.id);
    }
  });
});

test('nothing is merged by who may not, into itself, into one that is over, or a drill into the real thing', async () => {
  const { run, at, first, second, change, merge, time } = await open();
  expect(await merge('ines')).toMatchObject({ end: 'not allowed', refusal: { because: 'light agent' } });
  expect(await run(mergeIncidents(at('mara'), first.id, first.id))).toEqual({
    end: 'refuse',
    because: 'same',
  });
  change(second.id, { tags: ['allclear_incident', 'allclear_drill'] });
  await time.advance(5_000);
  expect(await merge()).toEqual({ end: 'refuse', because: 'drill' });
  change(second.id, { tags: ['allclear_incident'], status: 'solved' });
  await time.advance(5_000);
  expect(await merge()).toEqual({ end: 'refuse', because: 'target over' });
});

function ofClosing(error: unknown) {
  if (!(error instanceof TabClosed)) throw error;
}
