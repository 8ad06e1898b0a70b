import { describe, expect, test } from 'vitest';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { readTimeline } from '../../src/actions/readTimeline.ts';
import { reopenIncident } from '../../src/actions/reopenIncident.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

const DOWN = { kind: 'server-error', status: 503, applied: false } as const;
const GATE = { kind: 'override', by: 'Mara Lind', reason: 'Checked by hand.' } as const;

function open(wanted: Wanted = {}) {
  const opened = openBroadcast(wanted);
  const { ports, at, incident, run, draft } = opened;
  return {
    ...opened,
    read: () => run(readTimeline(ports, incident.id)),
    async post(n: number, different: Parameters<typeof draft>[0] = {}, who: 'mara' | 'tom' = 'mara') {
      await run(claimUpdate(at(who), incident.id, n - 1, draft(different)));
      await run(tellEveryone(at(who), incident.id, n));
    },
    ago: (ms: number) => new Date(opened.time.now() - ms).toISOString(),
  };
}

describe('reading the timeline', () => {
  test('tells an incident from its declaration to its end, and who did what', async () => {
    const { post, read, reports, world, mara, tom } = open({ reports: 5 });
    world.closeTicket(reports[4]!.id);
    await post(2, { extra: 'Cards are not charged.' }, 'tom');
    await post(3, { stage: 'resolved', next: undefined, gate: GATE });
    const { entries, people, cutOff } = await read();
    expect(entries).toMatchObject([
      { kind: 'status', status: 'solved', isByHand: false, authorId: mara.id },
      { kind: 'review', opened: '2026-11-30', authorId: mara.id },
      {
        kind: 'update',
        update: { n: 3, stage: 'resolved', gate: GATE },
        told: { told: 4, total: 5, skipped: { closed: 1 } },
      },
      {
        kind: 'update',
        authorId: tom.id,
        update: { n: 2, extra: 'Cards are not charged.' },
        told: { told: 4, total: 5 },
        promise: { state: 'kept' },
      },
      { kind: 'update', update: { n: 1 }, promise: { state: 'kept' } },
      { kind: 'declared' },
    ]);
    expect(people.get(tom.id)?.name).toBe(tom.name);
    expect(cutOff).toBeUndefined();
  });

  test('keeps what was said before it was reopened', async () => {
    const { post, read, run, ports, incident, draft } = open();
    await post(2, { stage: 'resolved', next: undefined, gate: GATE });
    await run(reopenIncident(ports, incident.id, 2, draft()));
    const { entries } = await read();
    expect(entries.map((entry) => (entry.kind === 'update' ? entry.update.n : entry.kind))).toEqual([
      3,
      'status',
      'review',
      2,
      1,
      'declared',
    ]);
    expect(entries[0]).toMatchObject({ update: { reopens: true }, told: undefined });
  });

  test('counts by the ledger whom each update was the last to reach, replies by hand among them', async () => {
    const { post, read, world, reports, incident, tom } = open({ reports: 4 });
    await post(2);
    const byHand = world.ticket(reports[0]!.id);
    const fields = new Map(byHand.values.fields).set(world.fieldId('allclear_told'), `${incident.id}/3`);
    byHand.values = { ...byHand.values, fields };
    world.agentWrites(byHand.id, tom.id, 'Update 3, by hand.');
    expect([...((await read()).heard?.by ?? [])]).toEqual([
      [3, 1],
      [2, 3],
    ]);
  });

  test('goes through hundreds of audits, page by page', async () => {
    const { read, world, incident, tom } = open();
    for (let index = 0; index < 250; index++)
      world.agentWrites(incident.id, tom.id, `Looking ${index}.`, { public: false });
    const { entries } = await read();
    expect(entries.map(({ kind }) => kind)).toEqual(['update', 'declared']);
  });
});

describe('when something can’t be read', () => {
  test('a later page: what came before is there, and why the rest is not', async () => {
    const { read, world, incident, tom } = open();
    for (let index = 0; index < 120; index++)
      world.agentWrites(incident.id, tom.id, `Looking ${index}.`, { public: false });
    world.faults.script(({ url }) => /audits.*after/.test(url), DOWN);
    const { entries, cutOff } = await read();
    expect(entries).toHaveLength(2);
    expect(cutOff).toMatchObject({ trouble: 'down' });
  });

  test('the first page, or the incident: nothing is claimed', async () => {
    for (const url of ['audits', 'tickets/']) {
      const { read, world } = open();
      world.faults.script(({ url: asked }) => asked.includes(url), DOWN);
      await expect(read()).rejects.toMatchObject({ trouble: 'down' });
    }
  });

  test('names and ledgers: the history is there all the same', async () => {
    for (const url of ['users/show_many', '/incidents']) {
      const { read, world } = open();
      world.faults.script(({ url: asked }) => asked.includes(url), DOWN);
      const { entries, people, heard } = await read();
      expect(entries).toHaveLength(2);
      if (url === '/incidents') expect(heard).toBeUndefined();
      else expect(people.size).toBe(0);
    }
  });
});
