import { describe, expect, test } from 'vitest';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { finishUpdate } from '../../src/actions/finishUpdate.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { readRecord } from '../../src/domain/record.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

const NOBODY = { total: 0, told: 0, toGo: 0, unsure: 0, skipped: [], hidden: 0 };

async function open(stage: 'identified' | 'resolved', wanted: Wanted = {}) {
  const opened = openBroadcast(wanted);
  const { ports, incident, run, draft, at, world } = opened;
  const gate = { kind: 'confirmed', by: 'Sam Osei (Engineering)', where: 'Slack #inc-502' } as const;
  await run(claimUpdate(ports, incident.id, 1, draft({ stage, gate })));
  return {
    ...opened,
    tell: (who: 'mara' | 'tom' = 'mara') => run(tellEveryone(at(who), incident.id, 2)),
    receipts: () => {
      const read = readRecord(String(world.valueOf(incident.id, 'allclear_record')));
      return read.state === 'read' ? read.record.receipts : [];
    },
    summaries: () => opened.deedsOf(incident.id).filter(({ did }) => did === 'summary'),
  };
}

describe('after everybody was told', () => {
  test('the record says how many, and who was not and why', async () => {
    const { tell, receipts, world, reports } = await open('identified');
    world.closeTicket(reports[0]!.id);
    expect(await tell()).toMatchObject({ finished: { do: 'finished', isSolved: false } });
    expect(receipts()).toEqual([
      expect.objectContaining({
        channel: 'tickets',
        n: 2,
        outcome: 'some not told',
        told: 2,
        total: 3,
        skipped: { closed: 1 },
      }),
    ]);
  });

  test('it is written down once, however often it is asked for', async () => {
    const { tell, summaries } = await open('identified');
    await tell();
    await tell('tom');
    expect(summaries()).toHaveLength(1);
  });

  test('an incident that is not resolved stays open', async () => {
    const { tell, world, incident } = await open('identified');
    await tell();
    expect(world.ticket(incident.id).status).toBe('open');
  });

  test('a resolved one is solved last, without a word that could reach customers', async () => {
    for (const noteOnSolving of ['public', 'internal', 'none'] as const) {
      const { tell, world, incident, reports } = await open('resolved', { settings: { noteOnSolving } });
      expect(await tell()).toMatchObject({ finished: { do: 'finished', isSolved: true } });
      for (const { id } of [incident, ...reports]) expect(world.ticket(id).status).toBe('solved');
      for (const { id } of reports) expect(world.ticket(id).publicComments).toHaveLength(2);
    }
  });
});

describe('an incident is not solved', () => {
  test('while somebody who can be told was not', async () => {
    const { at, run, world, incident } = await open('resolved');
    expect(await run(finishUpdate(at('mara'), incident.id, 2, NOBODY))).toEqual({
      do: 'not yet',
      behind: 3,
      hidden: 0,
    });
    expect(world.ticket(incident.id).status).toBe('open');
  });

  test('after an update that is not the newest any more', async () => {
    const { at, run, incident } = await open('resolved');
    expect(await run(finishUpdate(at('mara'), incident.id, 1, NOBODY))).toEqual({ do: 'overtaken' });
  });

  test('over a record that can’t be read, which stays as it is', async () => {
    const { at, run, world, incident } = await open('resolved');
    const { values } = world.ticket(incident.id);
    const fields = new Map(values.fields).set(world.fieldId('allclear_record'), 'see 12');
    world.ticket(incident.id).values = { ...values, fields };
    expect(await run(finishUpdate(at('mara'), incident.id, 2, NOBODY))).toMatchObject({ do: 'refuse' });
    expect(world.valueOf(incident.id, 'allclear_record')).toBe('see 12');
  });
});
