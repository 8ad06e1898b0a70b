import { describe, expect, test } from 'vitest';
import { broadcast } from '../../src/actions/broadcast.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { detachReports } from '../../src/actions/detachReports.ts';
import { findPast, seeRunning } from '../../src/actions/readDesk.ts';
import { readMeasures } from '../../src/actions/readMeasures.ts';
import { toIncident } from '../../src/domain/incident.ts';
import { createRecorder } from '../workspace/record.ts';
import { addIncident, addReport } from '../workspace/world/seed/build.ts';
import { openBroadcast } from './openBroadcast.ts';

const DAY_MS = 24 * 60 * 60_000;

describe('the list', () => {
  test('has every running incident with its reports and its owner, in one request', async () => {
    const { world, ports, run, incident, mara, ...seed } = openBroadcast({ reports: 3 });
    const other = addIncident(world, { mara, ...seed }, { subject: 'Receipts arrive late' });
    const recorder = createRecorder();
    world.traffic = recorder;
    const { incidents, more } = await run(seeRunning(ports));
    expect(recorder.toNdjson().trim().split('\n')).toHaveLength(1);
    expect(more).toBe(false);
    expect(incidents.map(({ id, reports, ownerId }) => [id, reports, ownerId]).sort()).toEqual(
      [
        [incident.id, 3, mara.id],
        [other.id, 0, mara.id],
      ].sort(),
    );
  });

  test('finds those that are over by Zendesk’s search, and reads how they stand now', async () => {
    const { ports, run, time, incident } = openBroadcast({ reports: 2 });
    await time.advance(60_000);
    const since = new Date(time.now() - DAY_MS);
    const { incidents } = await run(findPast(ports, since));
    expect(incidents.map(({ id, reports }) => [id, reports])).toEqual([[incident.id, 2]]);
    expect((await run(findPast(ports, new Date(time.now())))).incidents).toEqual([]);
  });
});

describe('those that were chosen', () => {
  test('are told, and nobody else; whoever has heard already is not told again', async () => {
    const { ports, run, incident, reports, heard, time } = openBroadcast({ reports: 4 });
    await time.advance(10_000);
    const [first, second, third, fourth] = reports.map(({ id }) => id) as [number, number, number, number];
    const told = await run(broadcast(ports, incident.id, 1, { only: [first, third] }));
    expect(told).toMatchObject({ end: 'done', told: 2, skipped: [] });
    expect([first, second, third, fourth].map(heard)).toEqual([[1], [], [1], []]);
    await time.advance(10_000);
    await run(broadcast(ports, incident.id, 1, { only: [first, second] }));
    expect([first, second, third, fourth].map(heard)).toEqual([[1], [1], [1], []]);
    // Everybody else is still told by a broadcast, once.
    await time.advance(10_000);
    await run(broadcast(ports, incident.id, 1));
    expect([first, second, third, fourth].map(heard)).toEqual([[1], [1], [1], [1]]);
  });

  test('are detached one by one, and one that is closed is named and left as it is', async () => {
    const { ports, run, reports, world, time } = openBroadcast({ reports: 3 });
    await time.advance(10_000);
    const ids = reports.map(({ id }) => id);
    world.closeTicket(ids[1]!);
    const seen: number[] = [];
    const done = await run(detachReports(ports, ids, (count) => seen.push(count)));
    expect(done).toMatchObject({ detached: [ids[0], ids[2]], not: [{ id: ids[1], because: 'closed' }] });
    expect(ids.map((id) => world.ticket(id).problemId === null)).toEqual([true, false, true]);
    expect(seen.at(-1)).toBe(3);
    // Once more changes nothing.
    const again = await run(detachReports(ports, ids));
    expect(again.not.map(({ because }) => because)).toEqual(['not attached', 'closed', 'not attached']);
  });

  test('stay attached when somebody stops, from there on', async () => {
    const { ports, run, reports, world, time } = openBroadcast({ reports: 3 });
    await time.advance(10_000);
    let isStopped = false;
    const ids = reports.map(({ id }) => id);
    const done = await run(
      detachReports(
        ports,
        ids,
        () => {
          isStopped = true;
        },
        () => isStopped,
      ),
    );
    expect(done.detached).toEqual([ids[0]]);
    expect(ids.map((id) => world.ticket(id).problemId === null)).toEqual([true, false, false]);
  });
});

describe('measures', () => {
  test('are read incident by incident; what can’t be read is named, and keeps nobody else’s', async () => {
    const { world, ports, run, incident, mara, ...seed } = openBroadcast({ reports: 3, told: 1 });
    const other = addIncident(world, { mara, ...seed }, { subject: 'Receipts arrive late' });
    addReport(world, seed as never, other, seed.customers[0]!, { told: 1 });
    world.faults.script(
      { method: 'GET', url: `tickets/${other.id}/audits` },
      { kind: 'answer', status: 403, body: {} },
    );
    const { incidents } = await run(seeRunning(ports));
    const progress: number[] = [];
    const read = await run(readMeasures(ports, incidents, ({ left }) => progress.push(left)));
    expect(read.failed.map(({ incident, error }) => [incident.id, error.trouble])).toEqual([
      [other.id, 'forbidden'],
    ]);
    expect(read.measured).toHaveLength(1);
    const [one] = read.measured;
    expect(one?.incident.id).toBe(incident.id);
    expect(one?.measures).toMatchObject({
      firstNoticeMs: 42 * 60_000,
      updates: 1,
      coverage: { n: 1, told: 3, total: 3 },
    });
    expect(one?.afterResolved).toBeUndefined(); // it is not over
    expect(progress.at(-1)).toBe(0);
  });

  test('count who wrote after they were told that it is over', async () => {
    const { ports, run, world, incident, time, ...seed } = openBroadcast({ reports: 2, stage: 'resolved' });
    await time.advance(60_000);
    const late = addReport(world, seed as never, incident, seed.customers[0]!);
    late.createdAt = time.now();
    const { incidents } = await run(seeRunning(ports));
    const { measured } = await run(readMeasures(ports, incidents));
    expect(measured[0]?.afterResolved).toBe(1);
  });
});

test('an incident remembers under whose name customers know the company, for whoever posts where no ticket is open', async () => {
  const { ports, run, incident, world, draft, time } = openBroadcast({ reports: 1 });
  await time.advance(10_000);
  const brandOf = () => JSON.parse(String(world.valueOf(incident.id, 'allclear_record'))).brand;
  const known = { ...ports, brand: { id: 7, name: 'Harbor Gifts' } };
  await run(claimUpdate(known, incident.id, 1, draft()));
  expect(brandOf()).toEqual({ id: 7, name: 'Harbor Gifts' });
  await time.advance(10_000);
  await run(claimUpdate({ ...ports, brand: {} }, incident.id, 2, draft({ stage: 'monitoring' })));
  expect(brandOf()).toEqual({ id: 7, name: 'Harbor Gifts' }); // nobody who does not know it takes it away
  expect(toIncident(await run(ports.tickets.readOne(incident.id))).brand).toEqual({
    id: 7,
    name: 'Harbor Gifts',
  });
});
