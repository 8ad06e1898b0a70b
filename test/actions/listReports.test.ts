import { describe, expect, test } from 'vitest';
import { type Listing, type ListOptions, listReports, lookAgain } from '../../src/actions/listReports.ts';
import { recallUpdates } from '../../src/actions/recallUpdates.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { tallyRows } from '../../src/domain/reportRows.ts';
import { addReport } from '../workspace/world/seed/build.ts';
import { updateTicket } from '../workspace/world/updateTicket.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

const MARA = 400_001;

function open(wanted: Wanted = {}) {
  const opened = openBroadcast(wanted);
  const { ports, incident, run } = opened;
  return {
    ...opened,
    list: (options?: ListOptions) => run(listReports(ports, incident.id, options)),
    count: ({ rows, incident: read }: Listing) => {
      const n = read.update?.n ?? 0;
      return tallyRows(rows, n, n);
    },
  };
}

describe('the list of reports', () => {
  test('says of each what its ledger says, and of its customer who that is', async () => {
    const { list, count, reports, world, customers } = open({ reports: 4, update: 2, told: 1 });
    world.closeTicket(reports[3]!.id);
    const listing = await list();
    expect(listing.rows[1]).toMatchObject({
      id: reports[1]!.id,
      customer: customers[1]!.name,
      language: 'es',
      told: 1,
    });
    expect(count(listing)).toMatchObject({ all: 4, told: 0, behind: 3, cannot: 1, reasons: { closed: 1 } });
    expect(listing).toMatchObject({ total: 4, hidden: 0, isWhole: true, next: undefined });
  });

  test('arrives a page at a time, with how many there are', async () => {
    const { list } = open({ reports: 250 });
    const seen: string[] = [];
    await list({ onPage: ({ rows, total }) => seen.push(`${rows.length} of ${total}`) });
    expect(seen).toEqual(['0 of 250', '100 of 250', '200 of 250', '250 of 250']);
  });

  test('stays within our share of Zendesk’s limits, and says when it waits', async () => {
    const { list, time } = open({ reports: 9_000 });
    const waits: string[] = [];
    const began = time.now();
    await list({ onWait: (waiting) => waiting && waits.push(waiting.for) });
    expect(waits).toContain('our share');
    expect(time.now() - began).toBeGreaterThan(60_000);
  });

  test('is stopped between pages, and goes on behind what it has', async () => {
    const { list } = open({ reports: 250 });
    let pages = 0;
    const half = await list({ onPage: () => (pages += 1), isStopped: () => pages === 2 });
    expect(half).toMatchObject({ isWhole: false, total: 250 });
    expect(half.rows).toHaveLength(100);
    const whole = await list({ resume: half });
    expect(whole.isWhole).toBe(true);
    expect(new Set(whole.rows.map(({ id }) => id)).size).toBe(250);
  });

  test('that breaks off has given what it read, and goes on from there', async () => {
    const { list, world } = open({ reports: 250 });
    let last: Listing | undefined;
    world.faults.script({ url: /page%5Bafter%5D|page\[after\]/ }, { kind: 'answer', status: 403, body: {} });
    const failing = list({ onPage: (listing) => (last = listing) });
    await expect(failing).rejects.toMatchObject({ trouble: 'forbidden' });
    expect(last?.rows).toHaveLength(100);
    expect((await list({ resume: last })).rows).toHaveLength(250);
  });

  test('counts those that the agent can’t see, and names none of them', async () => {
    const { run, at, incident, reports, world, billing, tom } = open({ reports: 5, told: 1 });
    world.groups.set(billing.id, { ...billing, isPrivate: true });
    tom.role = 'agent';
    tom.groupIds = tom.groupIds.filter((id) => id !== billing.id);
    const hidden = reports[0]!;
    updateTicket(world, hidden, { groupId: billing.id }, world.user(MARA));
    const listing = await run(listReports(at('tom'), incident.id));
    expect(listing).toMatchObject({ total: 5, hidden: 1, isWhole: true });
    expect(listing.rows.map(({ id }) => id)).not.toContain(hidden.id);
  });

  test('of an incident without reports is whole and empty', async () => {
    expect(await open({ reports: 0 }).list()).toMatchObject({ rows: [], total: 0, isWhole: true });
  });
});

describe('after telling the rest', () => {
  test('those who were behind are read again, and whom Zendesk refused has its reason', async () => {
    const { list, count, ports, run, incident, world, reports } = open({ reports: 130, update: 2, told: 1 });
    const before = await list();
    expect(count(before)).toMatchObject({ behind: 130 });
    world.closeTicket(reports[7]!.id);
    const { broadcast } = await run(tellEveryone(ports, incident.id, 2));
    const after = await run(lookAgain(ports, before, broadcast.skipped));
    expect(count(after)).toMatchObject({ told: 129, behind: 0, cannot: 1, reasons: { closed: 1 } });
  });

  test('a ticket that was detached meanwhile is no row any more, one that was attached is counted', async () => {
    const opened = open({ reports: 3 });
    const { list, ports, run, incident, world, reports, customers } = opened;
    const before = await list();
    updateTicket(world, reports[2]!, { problemId: null, type: 'question' }, world.user(MARA));
    addReport(world, opened, incident, customers[0]!);
    addReport(world, opened, incident, customers[1]!);
    const after = await run(lookAgain(ports, before, []));
    expect(after.rows.map(({ id }) => id)).toEqual([reports[0]!.id, reports[1]!.id]);
    expect(after.total).toBe(4);
  });
});

test('what the audits say of earlier updates is recalled, and no more than that', async () => {
  const { ports, run, incident } = open({ reports: 3, update: 1 });
  await run(tellEveryone(ports, incident.id, 1));
  const recalled = await run(recallUpdates(ports, incident.id));
  expect(recalled.get(1)).toMatchObject({ told: { told: 3, total: 3 } });
  expect(recalled.get(2)).toBeUndefined();
});
