import { describe, expect, test } from 'vitest';
import { carryOut } from '../../src/actions/carryOut.ts';
import { declareIncident } from '../../src/actions/declareIncident.ts';
import { withdrawIncident } from '../../src/actions/withdrawIncident.ts';
import { stepsOf } from '../../src/domain/declaration.ts';
import type { DeclareDraft } from '../../src/domain/declareDraft.ts';
import { type DeclareWanted, openDeclare } from './openDeclare.ts';

/** Declared, and carried out as far as it goes. */
async function declare(wanted: DeclareWanted = {}, different: Partial<DeclareDraft> = {}) {
  const opened = openDeclare(wanted);
  const { ports, run, draft, attempt } = opened;
  const declared = await run(declareIncident(ports, draft(different), attempt()));
  if (declared.do !== 'declared') throw new Error(JSON.stringify(declared));
  const { incident } = declared;
  const goOn = (who: 'mara' | 'tom' = 'mara', answers?: { kind: string; values: Record<string, string> }) =>
    run(
      carryOut(opened.at(who), incident, { run: `${who} ${opened.time.now()}`, ...(answers && { answers }) }),
    );
  const steps = () => stepsOf(opened.recordOf(incident)).map(({ name, state }) => `${name} ${state}`);
  return { ...opened, incident, end: await goOn(), goOn, steps };
}

const ALL_DONE = ['ticket done', 'attached done', 'issue done', 'linked done'];

describe('declaring an incident', () => {
  test('makes its ticket, attaches the reports, files the issue and links them', async () => {
    const { end, world, incident, reports, recordOf, steps, deedsOf } = await declare();
    expect(end).toEqual({ end: 'done' });
    expect(steps()).toEqual(ALL_DONE);
    const ticket = world.ticket(incident);
    expect(ticket).toMatchObject({ type: 'problem', subject: 'Checkout answers 503', priority: 'high' });
    expect(ticket.publicComments).toHaveLength(0);
    expect(ticket.description).toContain('Put anything into the basket');
    const key = recordOf(incident)?.jira?.key ?? '';
    for (const { id } of reports) {
      expect(world.ticket(id)).toMatchObject({ type: 'incident', problemId: incident, priority: 'urgent' });
      expect(world.valueOf(id, 'allclear_jira')).toBe(key);
      expect(deedsOf(id).filter(({ did }) => did === 'attach')).toHaveLength(1);
    }
    expect(world.jira.issue(key).values.labels).toEqual([`allclear-harborgifts-${incident}`]);
    expect(world.jira.issue(key).links).toHaveLength(reports.length + 1);
  });

  test('reports go out in one job for every hundred', async () => {
    const { world, incident, reports } = await declare({ tickets: 120, jira: false });
    expect(reports.every(({ id }) => world.ticket(id).problemId === incident)).toBe(true);
    expect(world.jobs.size).toBe(2);
  });

  test('works without Jira, and asks for nothing of it', async () => {
    const { end, steps } = await declare({ jira: false });
    expect(end).toEqual({ end: 'done' });
    expect(steps()).toEqual(['ticket done', 'attached done']);
  });

  test('names the reports that could not be attached', async () => {
    const opened = openDeclare({ jira: false });
    const { world, ports, run, draft, attempt, reports, recordOf } = opened;
    const problem = opened.write(8, { type: 'problem' });
    const elsewhere = opened.write(9, { type: 'incident', problemId: problem.id });
    world.closeTicket(reports[0]!.id);
    const wanted = [reports[0]!.id, reports[1]!.id, elsewhere.id];
    const declared = await run(declareIncident(ports, draft({ reports: wanted }), attempt()));
    if (declared.do !== 'declared') throw new Error(declared.do);
    await run(carryOut(ports, declared.incident, { run: 'r' }));
    const [, attached] = stepsOf(recordOf(declared.incident));
    expect(attached).toMatchObject({
      state: 'done',
      left: [
        { id: reports[0]!.id, because: 'closed' },
        { id: elsewhere.id, because: 'elsewhere', detail: `#${problem.id}` },
      ],
    });
  });

  test('says what is missing before anything is written', async () => {
    const { ports, run, draft, attempt, incidents } = openDeclare();
    const empty = draft({ steps: ' ', symptoms: '', impact: '', startedAt: '' });
    expect(await run(declareIncident(ports, empty, attempt()))).toEqual({
      do: 'correct',
      troubles: ['symptoms missing', 'steps missing', 'impact missing', 'start missing'],
    });
    expect(incidents()).toEqual([]);
  });

  test('a light agent reads why not, and nothing is written', async () => {
    const { at, run, draft, attempt, incidents } = openDeclare();
    expect(await run(declareIncident(at('ines'), draft(), attempt()))).toEqual({
      do: 'refuse',
      because: 'light agent',
    });
    expect(incidents()).toEqual([]);
  });
});

describe('the same again', () => {
  test('one try that is repeated makes one incident, also when the key has run out', async () => {
    const { ports, run, draft, attempt, incidents, time } = openDeclare();
    const [body, key] = [draft(), attempt()];
    await run(declareIncident(ports, body, key));
    await run(declareIncident(ports, body, key));
    await time.advance(3 * 60 * 60_000);
    await run(declareIncident(ports, body, key));
    expect(incidents()).toHaveLength(1);
  });

  test('a running incident that looks the same is said before anything is written', async () => {
    const { ports, at, run, draft, attempt, incidents } = openDeclare();
    await run(declareIncident(ports, draft(), attempt('first')));
    const tom = await run(declareIncident(at('tom'), draft(), attempt('second')));
    expect(tom).toMatchObject({ do: 'alike', incidents: [{ title: 'Checkout answers 503' }] });
    expect(incidents()).toHaveLength(1);
    const knows = [incidents()[0]!.id];
    expect(await run(declareIncident(at('tom'), draft(), attempt('second', { knows })))).toMatchObject({
      do: 'declared',
    });
  });

  test('of two who declare at the same moment the second is told, and can withdraw', async () => {
    const { at, run, draft, attempt, incidents, world, reports } = openDeclare();
    const both = await run(
      Promise.all([
        declareIncident(at('mara'), draft(), attempt('first')),
        declareIncident(at('tom'), draft(), attempt('second')),
      ]),
    );
    const twins = both.map((one) => (one.do === 'declared' ? one.twins.length : -1));
    expect(twins.sort()).toEqual([0, 1]);
    const [first, second] = incidents();
    const ids = reports.map(({ id }) => id);
    expect(await run(withdrawIncident(at('tom'), second!.id, first!.id, ids))).toEqual({
      do: 'withdrawn',
      not: [],
    });
    expect(world.ticket(second!.id).status).toBe('solved');
    expect(ids.every((id) => world.ticket(id).problemId === first!.id)).toBe(true);
    expect(ids.every((id) => world.ticket(id).status !== 'solved')).toBe(true);
  });
});

describe('Engineering’s issue', () => {
  test('while Jira is down the reports are attached, and anybody continues later', async () => {
    const opened = openDeclare();
    opened.world.takeDown('api.atlassian.com');
    const { ports, run, draft, attempt, world, recordOf } = opened;
    const declared = await run(declareIncident(ports, draft(), attempt()));
    if (declared.do !== 'declared') throw new Error(declared.do);
    const { incident } = declared;
    expect(await run(carryOut(ports, incident, { run: 'a' }))).toMatchObject({
      end: 'failed',
      step: 'issue',
    });
    expect(stepsOf(recordOf(incident)).map(({ state }) => state)).toEqual([
      'done',
      'done',
      'failed',
      'to do',
    ]);
    world.bringBack('api.atlassian.com');
    expect(await run(carryOut(opened.at('tom'), incident, { run: 'b' }))).toEqual({ end: 'done' });
  });

  test('a required field is asked for, and the answer files the issue', async () => {
    const type = (world: ReturnType<typeof openDeclare>['world'], name: string) =>
      world.jira.project('PAY').types.find((one) => one.name === name)?.id ?? '';
    const opened = openDeclare();
    const { world, ports, run, draft, attempt } = opened;
    world.jira.project('PAY').types.splice(0, 1); // Incident alone is left, which wants a severity
    const declared = await run(declareIncident(ports, draft(), attempt()));
    if (declared.do !== 'declared') throw new Error(declared.do);
    const asked = await run(carryOut(ports, declared.incident, { run: 'a' }));
    expect(asked).toMatchObject({
      end: 'issue',
      filed: { do: 'ask', kinds: [{ fields: [{ name: 'Severity' }] }] },
    });
    const [choice] = world.jira.fields.get('customfield_10041')?.options ?? [];
    const answers = { kind: type(world, 'Incident'), values: { customfield_10041: choice?.id ?? '' } };
    expect(await run(carryOut(ports, declared.incident, { run: 'b', answers }))).toEqual({ end: 'done' });
  });

  test('one that Engineering has filed is adopted; one of another incident is not', async () => {
    const { world, incident, recordOf, end, run, at, draft, attempt } = await (async () => {
      const opened = openDeclare();
      const issue = opened.world.jira.addIssue({ summary: 'Checkout 503', at: opened.time.now() });
      const { key } = issue.values;
      const declared = await opened.run(
        declareIncident(opened.ports, opened.draft({ issue: { do: 'adopt', key } }), opened.attempt()),
      );
      if (declared.do !== 'declared') throw new Error(declared.do);
      const { incident } = declared;
      return { ...opened, incident, end: await opened.run(carryOut(opened.ports, incident, { run: 'a' })) };
    })();
    expect(end).toEqual({ end: 'done' });
    expect(world.jira.issues.size).toBe(1);
    const key = recordOf(incident)?.jira?.key ?? '';
    const other = draft({
      summary: 'Search is slow',
      symptoms: 'Nothing is found.',
      reports: [],
      issue: { do: 'adopt', key },
    });
    const second = await run(declareIncident(at('tom'), other, attempt('other')));
    if (second.do !== 'declared') throw new Error(second.do);
    expect(await run(carryOut(at('tom'), second.incident, { run: 'b' }))).toMatchObject({
      end: 'issue',
      filed: { do: 'taken', by: { incident } },
    });
  });

  test('two who continue at once file one', async () => {
    const opened = openDeclare();
    const { ports, run, draft, attempt, world } = opened;
    const declared = await run(declareIncident(ports, draft(), attempt()));
    if (declared.do !== 'declared') throw new Error(declared.do);
    const both = [
      carryOut(opened.at('mara'), declared.incident, { run: 'a' }),
      carryOut(opened.at('tom'), declared.incident, { run: 'b' }),
    ];
    expect(await run(Promise.all(both))).toEqual([{ end: 'done' }, { end: 'done' }]);
    expect(world.jira.issues.size).toBe(1);
  });
});

describe('a problem ticket that is there', () => {
  test('becomes the incident, with its title and what hangs on it', async () => {
    const opened = openDeclare();
    const { world, run, ports, draft, attempt, steps } = {
      ...opened,
      steps: (id: number) => stepsOf(opened.recordOf(id)),
    };
    const problem = opened.write(7, { subject: 'Payment gateway', type: 'problem', tags: ['gateway'] });
    const declared = await run(declareIncident(ports, draft({ problem: problem.id }), attempt()));
    expect(declared).toMatchObject({ do: 'declared', incident: problem.id });
    expect(await run(carryOut(ports, problem.id, { run: 'a' }))).toEqual({ end: 'done' });
    expect(world.ticket(problem.id)).toMatchObject({ subject: 'Payment gateway' });
    expect(world.ticket(problem.id).tags).toEqual(expect.arrayContaining(['gateway', 'allclear_incident']));
    expect(steps(problem.id).every(({ state }) => state === 'done')).toBe(true);
  });

  test('a closed one is refused, and nothing is written', async () => {
    const { run, ports, draft, attempt, write, world, incidents } = openDeclare();
    const problem = write(7, { type: 'problem' });
    world.closeTicket(problem.id);
    expect(await run(declareIncident(ports, draft({ problem: problem.id }), attempt()))).toEqual({
      do: 'refuse',
      because: 'closed',
    });
    expect(incidents()).toEqual([]);
  });
});
