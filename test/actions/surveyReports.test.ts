import { describe, expect, test } from 'vitest';
import { broadcast } from '../../src/actions/broadcast.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { type SurveyProgress, surveyReports } from '../../src/actions/surveyReports.ts';
import { toIncident } from '../../src/domain/incident.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

async function open(wanted: Wanted = {}) {
  const opened = openBroadcast(wanted);
  const { ports, run, incident } = opened;
  const read = async () => toIncident(await ports.tickets.readOne(incident.id));
  const seen: SurveyProgress[] = [];
  const survey = async (options: Parameters<typeof surveyReports>[2] = {}) =>
    run(surveyReports(ports, await run(read()), { onProgress: (each) => void seen.push(each), ...options }));
  return { ...opened, survey, seen };
}

describe('a survey of the reports', () => {
  test('counts who will be told by language, and says where a text is missing', async () => {
    const { survey } = await open({ reports: 7 });
    const { end, survey: found } = await survey();
    expect(end).toBe('whole');
    expect(found).toMatchObject({ total: 7, seen: 7, tell: 7, customers: 7, told: 0, cannot: {} });
    expect(found.byLanguage).toEqual([
      { language: 'en', count: 3 },
      { language: 'es', count: 2 },
      { language: 'en', missing: 'fr', count: 2 },
    ]);
    expect(found.byChannel).toEqual([{ channel: 'email', count: 7 }]);
    expect(found.byStatus).toEqual([{ status: 'open', count: 7 }]);
  });

  test('names why the others can’t be told, exactly as telling them does', async () => {
    const opened = await open({ reports: 12 });
    const { survey, world, reports, incident, ports, run, draft } = opened;
    const ids = reports.map(({ id }) => id);
    world.closeTicket(ids[0]!);
    world.mergeTicket(ids[1]!, ids[9]!);
    world.ticket(ids[2]!).fromMessagingChannel = true;
    world.user(world.ticket(ids[3]!).requesterId).suspended = true;
    world.customerWrites(ids[4]!, 'Still broken!');
    const { survey: found } = await survey();
    expect(found.cannot).toEqual({ closed: 1, merged: 1, messaging: 1, suspended: 1 });

    await run(claimUpdate(ports, incident.id, 1, draft()));
    const told = await run(broadcast(ports, incident.id, 2));
    expect(told.told).toBe(found.tell);
    expect(told.skipped.map(({ id, because }) => [id, because])).toEqual(
      found.rows.flatMap(({ id, fate }) => (fate === 'tell' ? [] : [[id, fate]])),
    );
  });

  test('counts people where one has written twice', async () => {
    const { survey, world, reports } = await open({ reports: 4 });
    const { values } = world.ticket(reports[3]!.id);
    world.ticket(reports[3]!.id).values = { ...values, requesterId: reports[0]!.requesterId };
    expect((await survey()).survey).toMatchObject({ tell: 4, customers: 3 });
  });

  test('of an update that is under way leaves out who was told it', async () => {
    const { survey, ports, incident, run, draft } = await open({ reports: 120 });
    await run(claimUpdate(ports, incident.id, 1, draft()));
    let count = 0;
    await run(broadcast(ports, incident.id, 2, { isStopped: () => ++count > 2 }));
    const { survey: found } = await survey({ of: 'newest' });
    expect(found).toMatchObject({ total: 120, told: 100, tell: 20, customers: 20 });
    expect((await survey()).survey).toMatchObject({ told: 0, tell: 120 });
  });

  test('says how many the agent can’t see', async () => {
    const { survey, world, mara, reports } = await open({ reports: 5 });
    const { values } = world.ticket(reports[2]!.id);
    world.user(mara.id).ticketRestriction = 'groups';
    world.ticket(reports[2]!.id).values = { ...values, groupId: null };
    expect((await survey()).survey).toMatchObject({
      total: 5,
      seen: 4,
      tell: 4,
      cannot: { 'not visible': 1 },
    });
  });

  test('tells as it goes how far it is', async () => {
    const { survey, seen } = await open({ reports: 250 });
    await survey();
    expect(seen.map(({ survey }) => [survey.seen, survey.total])).toEqual([
      [100, 250],
      [200, 250],
      [250, 250],
    ]);
  });

  test('can be stopped, and writes nothing', async () => {
    const { survey, seen, world, reports } = await open({ reports: 250 });
    const stopped = await survey({ isStopped: () => seen.length === 2 });
    expect(stopped).toMatchObject({ end: 'stopped', survey: { total: 250, seen: 200 } });
    for (const { id } of reports) expect(world.ticket(id).audits).toHaveLength(1);
  });

  test('that fails half-way keeps what it knows and says that there is more', async () => {
    const { survey, world } = await open({ reports: 250 });
    let pages = 0;
    const isSecond = ({ url }: { url: string }) => url.includes('/incidents') && ++pages > 1;
    world.faults.script(isSecond, { kind: 'server-error', status: 503, applied: false }, 9);
    expect(await survey()).toMatchObject({
      end: 'failed',
      survey: { total: 250, seen: 100, tell: 100 },
      error: { trouble: 'down' },
    });
  });
});
