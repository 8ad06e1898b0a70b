import { describe, expect, test } from 'vitest';
import { handOver } from '../../src/actions/handOver.ts';
import { handoverFacts } from '../../src/domain/handover.ts';
import { toIncident } from '../../src/domain/incident.ts';
import { leadIn } from '../../src/domain/lead.ts';
import { FAULTS, failCall } from './faultsAtEveryCall.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';
import { readProblem } from './readIncident.ts';

function open(wanted: Wanted = {}) {
  const opened = openBroadcast(wanted);
  const { world, incident, run, at, mara, tom, deedsOf } = opened;
  const problem = () => readProblem(world, incident.id);
  return {
    ...opened,
    problem,
    lead: () => leadIn(problem()),
    give: (note = 'Rollback runs.', from?: number) =>
      run(handOver(at('mara'), incident.id, { to: { id: tom.id, name: tom.name }, from, note })),
    take: (who: 'mara' | 'tom', from?: number) => run(handOver(at(who), incident.id, { from, note: '' })),
    handovers: () => deedsOf(incident.id).filter(({ did }) => did === 'handover'),
    last: () => world.ticket(incident.id).audits.at(-1),
    mara,
    tom,
  };
}

describe('handing an incident over', () => {
  test('writes who has it and since when, the note for agents alone, and the ticket’s assignee, at once', async () => {
    const { give, lead, problem, last, tom, mara } = open();
    expect(await give()).toEqual({ do: 'handed over', isAssigned: true });
    expect(lead()).toMatchObject({ id: tom.id, name: tom.name });
    expect(problem().assigneeId).toBe(tom.id);
    expect(last()?.comment).toMatchObject({ public: false, body: expect.stringContaining('Rollback runs.') });
    expect(last()?.authorId).toBe(mara.id);
    expect(last()?.custom).toMatchObject({
      allclear: { did: 'handover', to: { id: tom.id }, text: 'Rollback runs.' },
    });
  });

  test('can be done by whoever takes it', async () => {
    const { take, lead, tom, mara } = open();
    expect(await take('tom')).toMatchObject({ do: 'handed over' });
    expect(await take('mara', tom.id)).toMatchObject({ do: 'handed over' });
    expect(lead()?.id).toBe(mara.id);
  });

  test('names who has it when somebody was faster, and changes nothing', async () => {
    const { take, give, lead, tom, mara, handovers } = open();
    await take('tom');
    expect(await give('Late.', mara.id)).toMatchObject({ do: 'overtaken', by: { id: tom.id } });
    expect([lead()?.id, handovers().length]).toEqual([tom.id, 1]);
  });

  test('goes through where Zendesk does not let the ticket be assigned, and says so', async () => {
    const { world, give, lead, problem, tom } = open();
    const before = problem().assigneeId;
    world.faults.script(
      { method: 'PUT' },
      { kind: 'answer', status: 422, body: { error: 'RecordInvalid', description: 'Assignee is invalid' } },
    );
    expect(await give()).toEqual({ do: 'handed over', isAssigned: false });
    expect([lead()?.id, problem().assigneeId]).toEqual([tom.id, before]);
  });

  test('is refused to whoever may not post, and nothing is written', async () => {
    const { run, at, incident, handovers } = open();
    expect(await run(handOver(at('ines'), incident.id, { note: '' }))).toEqual({
      do: 'refuse',
      because: 'light agent',
    });
    expect(handovers()).toEqual([]);
  });

  test('resolves nothing that somebody writes into the note, and keeps it text', async () => {
    const { give, last } = open();
    await give('{{ticket.requester.email}} <img src=x onerror=alert(1)>');
    const html = String(last()?.comment?.html);
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/\{\{\s*ticket/);
  });
});

test('the note begins with what the record knows: where it stands, what was promised, what is open', async () => {
  const { problem, time } = open();
  const now = new Date(time.now());
  const incident = {
    ...toIncident(problem()),
    next: new Date(time.now() - 60_000).toISOString(),
    eta: { text: '12:30', by: 'Sam Osei' },
    jiraKey: 'PAY-123',
    receipts: [
      { channel: 'tickets', n: 1, outcome: 'told', at: now.toISOString(), told: 2, total: 3 },
      { channel: 'slack', n: 1, outcome: 'failed', at: now.toISOString() },
      { channel: 'statuspage', n: 1, outcome: 'told', at: now.toISOString() },
    ],
  };
  expect(handoverFacts(problem(), incident, now)).toMatchObject([
    { fact: 'stage', stage: 'investigating', n: 1 },
    { fact: 'symptoms' },
    { fact: 'told', n: 1, told: 2, total: 3 },
    { fact: 'next', isLate: true },
    { fact: 'eta', text: '12:30', by: 'Sam Osei', isPast: false },
    { fact: 'issue', key: 'PAY-123' },
    { fact: 'channel', channel: 'slack', outcome: 'failed' },
  ]);
});

describe('colleagues', () => {
  test('are the agents of the groups, without light agents, by name', async () => {
    const { run, at, support, mara, tom, world } = open();
    const { people, isAll } = await run(at('mara').batches.colleagues([support.id]));
    expect(people.map(({ id }) => id)).toEqual(expect.arrayContaining([tom.id]));
    expect(people.every(({ id }) => !world.user(id).onlyPrivateComments)).toBe(true);
    expect(people.map(({ name }) => name)).toEqual(people.map(({ name }) => name).toSorted());
    expect(isAll).toBe(true);
    expect(await run(at('mara').batches.colleagues([999]))).toEqual({ people: [], isAll: true });
    expect(mara.id).not.toBe(tom.id);
  });
});

describe('whatever happens to one of its calls', () => {
  for (const [name, fault] of FAULTS)
    for (const index of [0, 1, 2])
      test(`call ${index + 1}, ${name}: it is handed over once or not at all, as it says`, async () => {
        const { world, give, handovers, time } = open();
        failCall(world, index, fault);
        const outcome = await give().catch((error: Error) => ({ do: error.name }));
        await time.advance(120_000);
        expect(['handed over', 'ServiceError']).toContain(outcome.do);
        expect(handovers().length).toBe(outcome.do === 'handed over' ? 1 : 0);
      });
});
