import { expect, test } from 'vitest';
import { attachReport } from '../../src/actions/attachReport.ts';
import { broadcast } from '../../src/actions/broadcast.ts';
import { carryOut } from '../../src/actions/carryOut.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { declareIncident } from '../../src/actions/declareIncident.ts';
import { surveyReports } from '../../src/actions/surveyReports.ts';
import { tellChannels } from '../../src/actions/tellChannels.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { toIncident } from '../../src/domain/incident.ts';
import { openSettings } from '../workspace/appSettings.ts';
import { addReport } from '../workspace/world/seed/build.ts';
import { updateTicket } from '../workspace/world/updateTicket.ts';
import { openDeclare } from './openDeclare.ts';
import { openTwo } from './openTwo.ts';

/** The first incident is a drill; two of its tickets take part, the third hangs on it without the tag. */
async function open(reaches: string[] = []) {
  const opened = openTwo({ app: openSettings('slack', 'statuspage') });
  const { change, first, reports, setFields, record, time } = opened;
  change(first.id, { tags: ['allclear_incident', 'allclear_drill'] });
  setFields(first.id, {
    allclear_record: JSON.stringify({ ...record(first.id), drill: true, drillReaches: reaches }),
  });
  for (const { id } of reports.slice(0, 2)) change(id, { tags: ['allclear_drill'] });
  await time.advance(5_000);
  return { ...opened, outsider: reports[2]!.id, members: reports.slice(0, 2).map(({ id }) => id) };
}

test('a drill tells its own tickets alone, names the others, and is counted so beforehand', async () => {
  const { run, at, ports, first, draft, members, outsider, comments, lastRead } = await open();
  await run(claimUpdate(ports, first.id, 2, draft()));
  const incident = toIncident(await run(ports.tickets.readOne(first.id)));
  const { survey } = await run(surveyReports(at('tom'), incident, { of: 'newest' }));
  expect(survey).toMatchObject({ tell: 2, cannot: { 'no drill ticket': 1 } });
  expect(await run(broadcast(ports, first.id, 3))).toMatchObject({
    end: 'done',
    told: 2,
    skipped: [{ id: outsider, because: 'no drill ticket' }],
  });
  for (const id of members) expect(lastRead(id)).toMatch(/^<p><strong>(Drill|Simulacro):/);
  expect(comments(outsider)).toEqual([]);
});

test('a ticket without the tag is not attached to it', async () => {
  const { run, ports, first, world, customers } = await open();
  const loose = world.addTicket({ subject: 'x', text: 'x', requesterId: customers[0]!.id, at: 0 });
  expect(await run(attachReport(ports, loose.id, first.id))).toEqual({
    do: 'refuse',
    because: 'no drill ticket',
  });
  updateTicket(world, loose, { tags: ['allclear_drill'] }, customers[0]!);
  expect(await run(attachReport(ports, loose.id, first.id))).toEqual({ do: 'attached' });
});

test('nothing leaves for Slack and the status page, unless it was asked for', async () => {
  for (const [reaches, told] of [
    [[], []],
    [['slack'], ['slack']],
  ] as const) {
    const { run, ports, first, world } = await open([...reaches]);
    const receipts = await run(tellChannels(ports, first.id, 2));
    expect(receipts.map(({ channel }) => channel)).toEqual(told);
    expect(world.statuspage.incidents.size).toBe(0);
  }
});

test('it is not solved while a ticket hangs on it that takes no part, which would be solved too', async () => {
  const { run, ports, first, draft, world, outsider, change, time } = await open();
  const when = new Date(time.now()).toISOString();
  const gate = { kind: 'confirmed', by: 'Sam Osei', where: 'the call', when } as const;
  await run(claimUpdate(ports, first.id, 2, draft({ stage: 'resolved', gate })));
  expect((await run(tellEveryone(ports, first.id, 3))).finished).toEqual({
    do: 'not yet',
    behind: 0,
    hidden: 0,
    outside: 1,
  });
  expect(world.ticket(first.id).status).not.toBe('solved');
  change(outsider, { type: null, problemId: null });
  await time.advance(5_000);
  expect((await run(tellEveryone(ports, first.id, 3))).finished).toMatchObject({ isSolved: true });
  expect(world.ticket(outsider).status).toBe('open');
});

test('a drill is declared with a title and a tag that say so, beside an outage that sounds the same', async () => {
  const { ports, run, draft, attempt, incidents, reports, recordOf, world, mara, time } = openDeclare();
  for (const { id } of reports.slice(1))
    updateTicket(world, world.ticket(id), { tags: ['allclear_drill'] }, mara);
  await time.advance(5_000);
  await run(declareIncident(ports, draft({ issue: { do: 'none' }, reports: [] }), attempt('real')));
  const declared = await run(
    declareIncident(ports, draft({ issue: { do: 'none' }, drill: { reaches: [] } }), attempt('drill')),
  );
  if (declared.do !== 'declared') throw new Error(declared.do);
  expect(declared.twins).toEqual([]);
  expect(incidents().map(({ subject }) => subject)).toEqual([
    'Checkout answers 503',
    'Drill: Checkout answers 503',
  ]);
  expect(world.ticket(declared.incident).tags).toContain('allclear_drill');
  expect(recordOf(declared.incident)).toMatchObject({ drill: true, drillReaches: [] });
  await run(carryOut(ports, declared.incident, { run: 'r' }));
  expect(recordOf(declared.incident)?.declare).toMatchObject({
    attached: { not: [{ id: reports[0]!.id, because: 'no drill ticket' }] },
  });
});

test('reports split off become a new incident, and each customer hears of it once', async () => {
  const opened = openTwo();
  const { run, at, first, reports, time, world, comments, ledger } = opened;
  const late = addReport(world, opened, first, world.user(world.ticket(reports[0]!.id).requesterId));
  await time.advance(5_000);
  const draft = {
    summary: 'Cards are refused',
    severity: 2,
    stage: 'investigating',
    symptoms: 'The card is refused.',
    startedAt: new Date(time.now() - 60_000).toISOString(),
    steps: 'Pay by card.',
    origin: 'reports',
    impact: '2 tickets',
    reports: [reports[0]!.id, reports[1]!.id, late.id],
    issue: { do: 'none' },
    from: first.id,
  } as const;
  const attempt = { key: 'k', at: new Date(time.now()).toISOString(), knows: [] };
  const declared = await run(declareIncident(at('mara'), draft, attempt));
  if (declared.do !== 'declared') throw new Error(declared.do);
  await run(carryOut(at('mara'), declared.incident, { run: 'a' }));
  await run(carryOut(at('tom'), declared.incident, { run: 'b' }));
  for (const { id } of reports.slice(0, 2)) {
    expect(world.ticket(id).problemId).toBe(declared.incident);
    expect(comments(id)).toHaveLength(1);
    expect(comments(id)[0]?.html).toContain('The card is refused.');
    expect(ledger(id)).toBe(`${declared.incident}/0`);
  }
  // Nobody had written to this one: it is attached, and has nothing to be set right.
  expect(world.ticket(late.id).problemId).toBe(declared.incident);
  expect(comments(late.id)).toEqual([]);
  expect(world.ticket(reports[2]!.id).problemId).toBe(first.id);
});
