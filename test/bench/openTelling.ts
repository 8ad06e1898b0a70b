import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { appClock } from '../actions/appClock.ts';
import { broadcastPorts, fieldIdsOf, requestsOf, type SendRequest } from '../simulation/broadcastPorts.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { inFlight } from '../workspace/world/runJob.ts';
import { smallOutage } from '../workspace/world/seed/build.ts';

// Every call takes as long as another of its kind, so that nobody is lucky.
export const LATENCY = { read: 80, write: 140, jitter: 0 };

/** An outage with update 2 posted and told to nobody yet, and an eye on what is asked. */
export async function openTelling(reports: number, bringsPeople: boolean) {
  const time = virtualClock();
  const settings = { latency: LATENCY, incidentsSideloadUsers: bringsPeople };
  const world = createWorld({ clock: time, settings });
  const { incident, mara } = smallOutage(world, { reports, told: 1 });
  const leaves: number[] = [];
  let mostJobs = 0;
  const plain = requestsOf(world, mara.id);
  const request: SendRequest = (options) => {
    leaves.push(time.now());
    mostJobs = Math.max(mostJobs, inFlight(world).length);
    return plain(options);
  };
  const ids = fieldIdsOf(world);
  const clock = appClock(time);
  const next = new Date(time.now() + 30 * 60_000).toISOString();
  const draft = { stage: 'identified', symptoms: 'Donors press Give and see an error.', next } as const;
  await time.run(claimUpdate(broadcastPorts(plain, clock, ids), incident.id, 1, draft));
  await time.advance(5 * 60_000); // the lead's claim is not what is measured, nor its share of a minute
  return {
    time,
    ids,
    incident: incident.id,
    request,
    ports: (over: SendRequest = request) => broadcastPorts(over, clock, ids),
    told: () =>
      world.incidentsOf(incident.id).filter(({ publicComments }) => publicComments.length === 2).length,
    requests: () => leaves.length,
    mostJobs: () => mostJobs,
    busiestMinute: () =>
      Math.max(...leaves.map((at, i) => i + 1 - leaves.findIndex((other) => other > at - 60_000))),
  };
}
