import { describe, expect, test } from 'vitest';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { readRecord } from '../../src/domain/record.ts';
import { FAULTS, failCall, whenAsked } from './faultsAtEveryCall.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

function open(wanted: Wanted = {}) {
  const opened = openBroadcast(wanted);
  const { world, incident, ports, run, draft, at } = opened;
  return {
    ...opened,
    claim: (different: Parameters<typeof draft>[0] = {}, who: 'mara' | 'tom' | 'ines' = 'mara', seen = 1) =>
      run(claimUpdate(who === 'mara' ? ports : at(who), incident.id, seen, draft(different))),
    record: () => readRecord(String(world.valueOf(incident.id, 'allclear_record'))),
    /** Updates after the first, which was there already. */
    posted: () => opened.deedsOf(incident.id).filter(({ did, n }) => did === 'update' && n !== 1),
  };
}

describe('claiming an update', () => {
  test('writes fields, record, internal note and audit at once', async () => {
    const { claim, world, incident, record, mara } = open();
    const eta = { text: '12:30 UTC', by: 'Sam Osei (Engineering)' };
    expect(await claim({ eta })).toMatchObject({ do: 'claimed', update: { n: 2, by: { id: mara.id } } });
    expect(record()).toMatchObject({ record: { update: { n: 2, stage: 'identified', eta }, receipts: [] } });
    expect(world.valueOf(incident.id, 'allclear_stage')).toBe('allclear_identified');
    expect(world.valueOf(incident.id, 'allclear_eta')).toBe('12:30 UTC, says Sam Osei (Engineering)');
    const audit = world.ticket(incident.id).audits.at(-1);
    expect(audit?.custom).toMatchObject({ allclear: { did: 'update', n: 2 } });
    expect(audit?.comment).toMatchObject({ public: false, body: expect.stringContaining('Update 2') });
    expect(world.ticket(incident.id).publicComments).toEqual([]);
  });

  test('tells no customer anything yet', async () => {
    const { claim, world, reports } = open();
    await claim();
    for (const { id } of reports) expect(world.ticket(id).publicComments).toHaveLength(1);
  });

  test('of two agents at once, one posts and the other hears what was posted', async () => {
    const { at, ports, incident, run, draft, posted } = open();
    const outcomes = await run(
      Promise.all([
        claimUpdate(ports, incident.id, 1, draft({ extra: 'Mara.' })),
        claimUpdate(at('tom'), incident.id, 1, draft({ extra: 'Tom.' })),
      ]),
    );
    expect(outcomes.map((each) => each.do).toSorted()).toEqual(['claimed', 'overtaken']);
    const lost = outcomes.find((each) => each.do === 'overtaken');
    expect(lost).toMatchObject({ by: { n: 2, extra: posted()[0]?.extra } });
    expect(posted()).toHaveLength(1);
  });

  test('goes through although a colleague changes the ticket at that moment', async () => {
    const { ports, incident, run, draft, posted, time, world, tom } = open();
    const claiming = claimUpdate(ports, incident.id, 1, draft());
    for (const ms of [150, 400, 2_250])
      time.after(ms, () => world.agentWrites(incident.id, tom.id, 'Rolling back.', { public: false }));
    expect(await run(claiming)).toMatchObject({ do: 'claimed' });
    expect(posted()).toHaveLength(1);
  });
});

describe('nothing is written', () => {
  test('by a light agent', async () => {
    const { claim, world, incident } = open();
    const before = world.ticket(incident.id).audits.length;
    expect(await claim({}, 'ines')).toEqual({ do: 'refuse', because: 'light agent' });
    expect(world.ticket(incident.id).audits).toHaveLength(before);
  });

  test('by an agent who sees only some of the tickets', async () => {
    const { claim, world, tom, incident } = open();
    world.user(tom.id).ticketRestriction = 'groups';
    const before = world.ticket(incident.id).audits.length;
    expect(await claim({}, 'tom')).toEqual({ do: 'refuse', because: 'restricted agent' });
    expect(world.ticket(incident.id).audits).toHaveLength(before);
  });

  test('over a record that can’t be read', async () => {
    const { claim, world, incident } = open();
    const { values } = world.ticket(incident.id);
    const fields = new Map(values.fields).set(world.fieldId('allclear_record'), '{"v":2}');
    world.ticket(incident.id).values = { ...values, fields };
    expect(await claim()).toEqual({ do: 'refuse', because: 'record' });
    expect(world.valueOf(incident.id, 'allclear_record')).toBe('{"v":2}');
  });

  test('on an incident that is over', async () => {
    const { claim, world, incident } = open();
    world.ticket(incident.id).values = { ...world.ticket(incident.id).values, status: 'solved' };
    expect(await claim()).toEqual({ do: 'refuse', because: 'incident over' });
  });

  test('while the draft is not ready', async () => {
    const { claim, world, incident } = open();
    const before = world.ticket(incident.id).audits.length;
    expect(await claim({ next: undefined })).toEqual({ do: 'correct', troubles: ['next missing'] });
    expect(world.ticket(incident.id).audits).toHaveLength(before);
  });
});

test('a question that fails after a post in doubt does not say that nothing was posted', async () => {
  const { claim, world, posted } = open();
  whenAsked(world, { method: 'PUT' }, () =>
    world.faults.script(
      { method: 'GET' },
      { kind: 'server-error', status: 503, applied: false },
      Number.POSITIVE_INFINITY,
    ),
  );
  world.faults.script({ method: 'PUT' }, { kind: 'lost', applied: true });
  await expect(claim()).rejects.toMatchObject({ trouble: 'unreachable', isRead: false });
  expect(posted()).toHaveLength(1);
});

describe('whatever happens to one of its calls', () => {
  for (const [name, fault] of FAULTS) {
    for (const index of [0, 1, 2]) {
      test(`call ${index + 1}, ${name}: the update is posted once or not at all, as it says`, async () => {
        const { claim, world, posted, time } = open();
        failCall(world, index, fault);
        const outcome = await claim().catch((error: Error) => ({ do: error.name }));
        await time.advance(120_000);
        expect(posted().length).toBe(outcome.do === 'claimed' ? 1 : 0);
        expect(['claimed', 'ServiceError']).toContain(outcome.do);
      });
    }
  }
});
