import { describe, expect, test } from 'vitest';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { reopenIncident } from '../../src/actions/reopenIncident.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { FAULTS, failCall } from './faultsAtEveryCall.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

const GATE = { kind: 'confirmed', by: 'Sam Osei (Engineering)', where: 'Slack #inc-502' } as const;

/** An outage that was resolved: everybody was told update 2, and every ticket is solved. */
async function open(wanted: Wanted = {}) {
  const opened = openBroadcast(wanted);
  const { ports, incident, run, draft, at, world } = opened;
  await run(claimUpdate(ports, incident.id, 1, draft({ stage: 'resolved', next: undefined, gate: GATE })));
  await run(tellEveryone(ports, incident.id, 2));
  expect(world.ticket(incident.id).status).toBe('solved');
  const reopen = (who: 'mara' | 'tom' = 'mara', different: Parameters<typeof draft>[0] = {}) =>
    reopenIncident(at(who), incident.id, 2, draft({ symptoms: 'It fails again.', ...different }));
  return {
    ...opened,
    start: reopen,
    reopen: (...args: Parameters<typeof reopen>) => run(reopen(...args)),
    tell: (n = 3) => run(tellEveryone(ports, incident.id, n)),
    statusOf: (id: number) => world.ticket(id).status,
    lastWords: (id: number) => world.ticket(id).publicComments.at(-1)?.html ?? '',
    posted: () => opened.deedsOf(incident.id).filter(({ did, n }) => did === 'update' && n === 3),
  };
}

describe('reopening', () => {
  test('opens the problem ticket and posts the next update in one write', async () => {
    const { reopen, world, incident, statusOf } = await open();
    expect(await reopen()).toMatchObject({ do: 'claimed', update: { n: 3, reopens: true } });
    expect(statusOf(incident.id)).toBe('open');
    const audit = world.ticket(incident.id).audits.at(-1);
    expect(audit?.custom).toMatchObject({ allclear: { did: 'update', n: 3, reopens: true } });
    expect(audit?.comment?.body).toContain('Update 3: identified (reopened)');
    expect(world.valueOf(incident.id, 'allclear_stage')).toBe('allclear_identified');
  });

  test('opens each report and apologizes to its customer once, in their language', async () => {
    const { reopen, tell, reports, heard, statusOf, lastWords } = await open({ reports: 5 });
    await reopen();
    expect(await tell()).toMatchObject({ broadcast: { end: 'done', told: 5 } });
    for (const { id } of reports) {
      expect(heard(id)).toEqual([2, 3]);
      expect(statusOf(id)).toBe('open');
    }
    expect(lastWords(reports[0]!.id)).toContain('we had marked this issue as resolved, and it is not');
    expect(lastWords(reports[0]!.id)).toContain('Current status: identified');
    expect(lastWords(reports[1]!.id)).toContain('habíamos dado este problema por resuelto');
  });

  test('keeps history: what was said before is still in the audits', async () => {
    const { reopen, tell, deedsOf, incident } = await open();
    await reopen();
    await tell();
    expect(deedsOf(incident.id).map(({ did, n }) => `${did} ${n}`)).toEqual([
      'update 1',
      'update 2',
      'summary 2',
      'solve 2',
      'update 3',
      'summary 3',
    ]);
  });

  test('can be gone on with by anybody, and tells nobody twice', async () => {
    const { reopen, at, run, incident, reports, heard, statusOf } = await open({ reports: 30 });
    await reopen();
    await run(
      Promise.all([tellEveryone(at('tom'), incident.id, 3), tellEveryone(at('mara'), incident.id, 3)]),
    );
    for (const { id } of reports) {
      expect(heard(id)).toEqual([2, 3]);
      expect(statusOf(id)).toBe('open');
    }
  });

  test('names those whose tickets are closed, and leaves them so', async () => {
    const { reopen, tell, world, reports, statusOf } = await open();
    const closed = reports[1]!.id;
    world.closeTicket(closed);
    await reopen();
    expect(await tell()).toMatchObject({
      broadcast: { end: 'done', told: 2, skipped: [{ id: closed, because: 'closed' }] },
    });
    expect(statusOf(closed)).toBe('closed');
  });

  test('is over again once it is resolved again: in ordinary words, and solved last', async () => {
    const { reopen, tell, run, ports, incident, draft, reports, heard, statusOf, lastWords } = await open();
    await reopen();
    await tell();
    await run(claimUpdate(ports, incident.id, 3, draft({ stage: 'resolved', next: undefined, gate: GATE })));
    expect(await tell(4)).toMatchObject({ finished: { do: 'finished', isSolved: true } });
    for (const { id } of reports) {
      expect(heard(id)).toEqual([2, 3, 4]);
      expect(statusOf(id)).toBe('solved');
      expect(lastWords(id)).not.toContain('sorry');
    }
  });
});

describe('a customer who took it for over', () => {
  test('and was missed by the reopening still reads the apology, with the update after it', async () => {
    const { reopen, run, ports, incident, draft, tell, reports, lastWords, heard, statusOf } = await open();
    await reopen();
    await run(claimUpdate(ports, incident.id, 3, draft({ stage: 'monitoring' })));
    await tell(4);
    for (const { id } of reports) {
      expect(heard(id)).toEqual([2, 4]);
      expect(statusOf(id)).toBe('open');
    }
    expect(lastWords(reports[0]!.id)).toContain('Current status: monitoring');
  });
});

describe('nothing is opened', () => {
  test('when Zendesk has closed the problem ticket', async () => {
    const { reopen, world, incident, statusOf } = await open();
    world.closeTicket(incident.id);
    expect(await reopen()).toEqual({ do: 'refuse', because: 'incident closed' });
    expect(statusOf(incident.id)).toBe('closed');
  });

  test('by an update that does not mean to', async () => {
    const { run, ports, incident, draft, statusOf } = await open();
    expect(await run(claimUpdate(ports, incident.id, 2, draft()))).toEqual({
      do: 'refuse',
      because: 'incident over',
    });
    expect(statusOf(incident.id)).toBe('solved');
  });

  test('by resolving it once more', async () => {
    const { reopen } = await open();
    const draft = { stage: 'resolved', next: undefined, gate: GATE } as const;
    expect(await reopen('mara', draft)).toEqual({ do: 'refuse', because: 'incident over' });
  });

  test('twice: of two agents at once, one is told what the other did', async () => {
    const { start, run, posted } = await open();
    const outcomes = await run(Promise.all([start('mara'), start('tom')]));
    expect(outcomes.map((each) => each.do).toSorted()).toEqual(['claimed', 'overtaken']);
    expect(posted()).toHaveLength(1);
  });
});

describe('whatever happens to one of its calls', () => {
  for (const [name, fault] of FAULTS) {
    for (const index of [0, 1, 2]) {
      test(`call ${index + 1}, ${name}: it is reopened once or not at all, as it says`, async () => {
        const { reopen, world, posted, time, statusOf, incident } = await open();
        failCall(world, index, fault);
        const outcome = await reopen().catch((error: Error) => ({ do: error.name }));
        await time.advance(120_000);
        expect(posted().length).toBe(outcome.do === 'claimed' ? 1 : 0);
        expect(statusOf(incident.id)).toBe(outcome.do === 'claimed' ? 'open' : 'solved');
      });
    }
  }
});
