import { describe, expect, test } from 'vitest';
import { broadcast } from '../../src/actions/broadcast.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { detachReport } from '../../src/actions/detachReport.ts';
import { moveReport } from '../../src/actions/moveReport.ts';
import { moveReports } from '../../src/actions/moveReports.ts';
import { FAULTS, failCall, whenAsked } from './faultsAtEveryCall.ts';
import { openTwo, type TwoWanted } from './openTwo.ts';

async function open(wanted: TwoWanted = {}) {
  const opened = openTwo(wanted);
  const { at, run, first, second, reports } = opened;
  const id = reports[0]!.id;
  await opened.time.advance(5_000);
  const start = (who: 'mara' | 'tom' | 'ines' = 'tom') => moveReport(at(who), id, first.id, second.id);
  return { ...opened, id, start, move: (...args: Parameters<typeof start>) => run(start(...args)) };
}

describe('a ticket that belongs to another incident', () => {
  test('is moved, and its customer told what changed, in one write that leaves the ledger true', async () => {
    const { move, id, world, second, comments, lastRead, ledger, deedsOf } = await open();
    const audits = world.ticket(id).audits.length;
    expect(await move()).toEqual({ do: 'moved', hears: { what: 'move' } });
    expect(world.ticket(id)).toMatchObject({ type: 'incident', problemId: second.id });
    expect(comments(id)).toHaveLength(1);
    expect(lastRead(id)).toContain('belongs to a different issue');
    expect(lastRead(id)).toContain('Donors get two receipts.');
    expect(ledger(id)).toBe(`${second.id}/4`);
    expect(world.valueOf(id, 'allclear_stage')).toBe('allclear_monitoring');
    expect(world.ticket(id).tags.toSorted()).toEqual(['allclear_monitoring', 'allclear_running']);
    expect(world.ticket(id).audits).toHaveLength(audits + 1);
    expect(deedsOf(id).at(-1)).toMatchObject({ did: 'attach', incident: second.id, n: 4 });
  });

  test('tells each customer in their own language', async () => {
    const { run, at, first, second, reports, lastRead } = await open();
    await run(moveReport(at('tom'), reports[1]!.id, first.id, second.id));
    expect(lastRead(reports[1]!.id)).toContain('pertenece a un problema distinto');
  });

  test('is moved once, however often and by however many it is asked for', async () => {
    const { start, run, move, id, comments } = await open();
    const outcomes = await run(Promise.all([start('tom'), start('mara')]));
    for (const outcome of outcomes) expect(outcome).toMatchObject({ do: 'moved' });
    await move('mara');
    expect(comments(id)).toHaveLength(1);
  });

  test('hears nothing where nobody had written to its customer about the first one', async () => {
    const { move, id, setFields, comments, ledger, time, world, second } = await open();
    setFields(id, { allclear_told: '', allclear_stage: null });
    await time.advance(5_000);
    expect(await move()).toEqual({ do: 'moved', hears: { what: 'nothing', because: 'unheard' } });
    expect(world.ticket(id).problemId).toBe(second.id);
    expect(comments(id)).toEqual([]);
    expect(ledger(id)).toBe('');
  });

  test('hears nothing where both incidents have said the same, and counts as told', async () => {
    const same = { update: 2, stage: 'identified', symptoms: 'The same.' } as const;
    const { move, id, comments, ledger, second } = await open({ symptoms: 'The same.', other: same });
    expect(await move()).toMatchObject({ hears: { what: 'nothing', because: 'same' } });
    expect(comments(id)).toEqual([]);
    expect(ledger(id)).toBe(`${second.id}/2`);
  });

  test('is open again where it was solved and the other incident is not over', async () => {
    const { move, id, change, time, world } = await open();
    change(id, { status: 'solved', assigneeId: world.ticket(id).assigneeId ?? 400_001 });
    await time.advance(5_000);
    await move();
    expect(world.ticket(id).status).toBe('open');
  });

  test('gets back, when it is detached, the type and priority that it had before the first incident', async () => {
    const { run, at, first, second, world, customers, time, change } = await open();
    const loose = world.addTicket({
      subject: 'Two receipts',
      text: 'I got two.',
      requesterId: customers[0]!.id,
      priority: 'low',
      at: time.now() - 60_000,
      type: 'question',
    });
    const { attachReport } = await import('../../src/actions/attachReport.ts');
    await run(attachReport(at('tom'), loose.id, first.id));
    change(loose.id, { fields: [{ id: world.fieldId('allclear_told'), value: `${first.id}/2` }] });
    await time.advance(5_000);
    expect(await run(moveReport(at('tom'), loose.id, first.id, second.id))).toMatchObject({ do: 'moved' });
    await run(detachReport(at('tom'), loose.id));
    expect(world.ticket(loose.id)).toMatchObject({ type: 'question', priority: 'low', problemId: null });
  });

  test('takes the other incident’s issue key, or loses the first one’s', async () => {
    const { move, id, setFields, world, time } = await open();
    setFields(id, { allclear_jira: 'PAY-123' });
    await time.advance(5_000);
    await move();
    expect(world.valueOf(id, 'allclear_jira') ?? '').toBe('');
  });
});

describe('whichever call goes wrong', () => {
  test.each(FAULTS)('(%s) the customer hears it once, and asking again is enough', async (_, fault) => {
    for (let call = 0; call < 6; call++) {
      const { move, world, id, comments, second } = await open();
      failCall(world, call, fault);
      await move().catch(() => undefined);
      expect(comments(id).length).toBe(world.ticket(id).problemId === second.id ? 1 : 0);
      world.faults.clear();
      expect(await move()).toMatchObject({ do: 'moved' });
      expect(comments(id)).toHaveLength(1);
    }
  });
});

describe('meanwhile', () => {
  test('a broadcast of either incident tells nobody twice, and never the older one after it', async () => {
    for (const ms of [50, 300, 1_000, 2_100, 2_400, 3_000]) {
      const { start, run, at, first, second, draft, id, comments, time, ledger } = await open();
      const posted = time
        .pause(ms)
        .then(() => claimUpdate(at('mara'), first.id, 2, draft({ extra: 'Of the first.' })))
        .then(() => broadcast(at('mara'), first.id, 3));
      await run(Promise.all([start(), posted]));
      const read = comments(id).map(({ html }) => html ?? '');
      expect(read.filter((html) => html.includes('different issue'))).toHaveLength(1);
      expect(read.findIndex((html) => html.includes('Of the first.'))).toBeLessThan(1);
      expect(read.at(-1)).toContain('different issue');
      expect(ledger(id)).toBe(`${second.id}/4`);
    }
  });

  test('a ticket that somebody moved elsewhere stays there', async () => {
    const { start, run, world, id, change, comments } = await open();
    const third = world.addTicket({ ...thirdIncident(world), requesterId: 400_001 });
    whenAsked(world, { method: 'PUT' }, () => void change(id, { problemId: third.id }));
    expect(await run(start())).toEqual({ do: 'cannot', because: 'elsewhere' });
    expect(world.ticket(id).problemId).toBe(third.id);
    expect(comments(id)).toEqual([]);
  });
});

describe('nothing is changed', () => {
  test('where the ticket is closed, the other incident over, merged or unreadable, or the agent may not answer', async () => {
    const outcome = async (
      given: (opened: Awaited<ReturnType<typeof open>>) => void,
      who: 'tom' | 'ines' = 'tom',
    ) => {
      const opened = await open();
      given(opened);
      await opened.time.advance(5_000);
      const moved = await opened.move(who);
      expect(opened.world.ticket(opened.id).problemId).toBe(opened.first.id);
      expect(opened.comments(opened.id)).toEqual([]);
      return moved;
    };
    const cannot = (because: string) => ({ do: 'cannot', because });
    expect(await outcome(({ world, id }) => world.closeTicket(id))).toEqual(cannot('closed'));
    expect(await outcome(({ change, second }) => change(second.id, { status: 'solved' }))).toEqual(
      cannot('incident over'),
    );
    const merged = ({ setFields, record, second }: Awaited<ReturnType<typeof open>>) => {
      const by = { id: 1, name: 'Mara' };
      const text = { ...record(second.id), merged: { into: 9, at: '2026-01-01T00:00:00Z', by } };
      setFields(second.id, { allclear_record: JSON.stringify(text) });
    };
    expect(await outcome(merged)).toEqual(cannot('incident merged'));
    expect(await outcome(({ setFields, second }) => setFields(second.id, { allclear_record: '{' }))).toEqual(
      cannot('record'),
    );
    expect(await outcome(() => {}, 'ines')).toEqual({ do: 'refuse', because: 'light agent' });
  });
});

test('many are moved in jobs, each customer told once, also when it is run twice at the same moment', async () => {
  const { at, run, first, second, reports, world, comments } = await open({ reports: 130 });
  world.closeTicket(reports[7]!.id);
  const ids = reports.map(({ id }) => id);
  const [one, two] = await run(
    Promise.all([
      moveReports(at('mara'), first.id, second.id, ids),
      moveReports(at('tom'), first.id, second.id, ids),
    ]),
  );
  for (const { moved, not } of [one!, two!]) {
    expect(moved).toHaveLength(129);
    expect(not).toEqual([{ id: reports[7]!.id, because: 'closed' }]);
  }
  for (const id of ids) expect(comments(id)).toHaveLength(id === reports[7]!.id ? 0 : 1);
});

function thirdIncident(world: { clock: { now(): number } }) {
  return {
    subject: 'Another',
    text: 'Another.',
    type: 'problem',
    tags: ['allclear_incident'],
    at: world.clock.now() - 60_000,
  } as const;
}
