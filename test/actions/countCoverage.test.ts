import { expect, test } from 'vitest';
import { countCoverage } from '../../src/actions/countCoverage.ts';
import { toIncident } from '../../src/domain/incident.ts';
import { addReport } from '../workspace/world/seed/build.ts';
import { openOutage, type Wanted } from './openOutage.ts';

async function open(wanted: Wanted = {}) {
  const opened = await openOutage(wanted);
  const { ports, run, incident } = opened;
  return {
    ...opened,
    count: async () => {
      const problem = await run(ports.tickets.readOne(incident.id));
      return run(countCoverage(ports, toIncident(problem)));
    },
  };
}

test('who was told, who can’t be told and who is behind add up to all', async () => {
  const opened = await open({ outage: { update: 2, reports: 2, told: 1 } });
  const { count, world, incident, customers } = opened;
  const told = addReport(world, opened, incident, customers[0]!, { told: 2 });
  const closed = addReport(world, opened, incident, customers[0]!, { told: 1 });
  const merged = addReport(world, opened, incident, customers[0]!);
  world.closeTicket(closed.id);
  world.mergeTicket(merged.id, told.id);
  world.ticket(addReport(world, opened, incident, customers[1]!).id).fromMessagingChannel = true;
  expect(await count()).toMatchObject({
    coverage: { n: 2, told: 1, behind: 2, total: 6, cannot: { closed: 1, merged: 1, messaging: 1 } },
    isAll: true,
  });
});

test('reports beyond the first page are counted', async () => {
  const { count } = await open({ outage: { reports: 230, told: 1 } });
  expect(await count()).toMatchObject({ coverage: { told: 230, total: 230 }, isAll: true });
});

test('after a thousand reports it stops, and says that there are more', async () => {
  const { count } = await open({ outage: { reports: 1_001, told: 1 } });
  const counted = await count();
  expect(counted.isAll).toBe(false);
  expect(counted.coverage).toMatchObject({ told: 1_000, total: 1_000 });
});

test('an incident without reports has nobody to tell', async () => {
  const { count } = await open({ outage: { reports: 0 } });
  expect(await count()).toMatchObject({ coverage: { told: 0, behind: 0, total: 0 }, isAll: true });
});

test('a page that does not come makes no half count', async () => {
  const { count, world } = await open({ outage: { reports: 150 } });
  world.faults.script({ url: 'page[after]' }, { kind: 'server-error', status: 503, applied: false });
  world.faults.script({ url: 'page%5Bafter%5D' }, { kind: 'server-error', status: 503, applied: false });
  await expect(count()).rejects.toMatchObject({ trouble: 'down' });
});
