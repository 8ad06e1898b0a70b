import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { tellOne } from '../../src/actions/tellOne.ts';
import { newestUpdate, toIncident } from '../../src/domain/incident.ts';
import { ASKED_TAG } from '../../src/domain/rca.ts';
import type { Rca } from '../../src/domain/record.ts';
import { ServiceError } from '../../src/ports.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { smallOutage } from '../workspace/world/seed/build.ts';
import type { Ticket } from '../workspace/world/ticket.ts';
import { createChance } from './chance.ts';
import { type Death, openAgent, TabClosed } from './openAgent.ts';
import { ratesOf } from './rates.ts';

export interface RcaWorldWanted {
  isCalm?: boolean;
  /** The first tab dies here; by chance unless said. */
  death?: Death | undefined;
}

const N = 3;

/** An incident that is over, some of its tickets closed; two agents send its RCA while everything goes wrong. */
export async function runRcaWorld(seed: number, { isCalm = false, ...wanted }: RcaWorldWanted = {}) {
  const chance = createChance(seed);
  const time = virtualClock();
  const world = createWorld({ seed, clock: time });
  const size = isCalm ? 6 : chance.between(1, 14);
  const outage = smallOutage(world, { reports: size, update: 2, told: 2, stage: 'resolved' });
  const { incident, reports, mara, tom } = outage;
  incident.values = { ...incident.values, status: 'solved', assigneeId: mara.id };
  for (const report of reports) {
    const tags = chance.is(0.6) ? [...report.values.tags, ASKED_TAG] : report.values.tags;
    report.values = { ...report.values, status: 'solved', tags };
    if (chance.is(0.4)) world.closeTicket(report.id);
    if (report.status === 'closed' && chance.is(0.3)) world.customerWrites(report.id, 'Any news?');
  }
  await time.advance(60_000);
  const to = chance.of(['asked', 'asked', 'all'] as const);
  const rca: Rca = { texts: { en: 'A certificate had expired.' }, language: 'en', to };

  async function sit(
    agent: number,
    act: (tab: ReturnType<typeof openAgent>['ports']) => Promise<unknown>,
    death?: Death,
  ) {
    const tab = openAgent(world, time, { agent, offset: chance.between(-4_000, 4_000), death });
    try {
      await act(tab.ports);
    } catch (error) {
      if (!(error instanceof TabClosed) && !(error instanceof ServiceError)) throw error;
    }
    return tab.awaits;
  }
  const sends = (agent: number, death?: Death) =>
    sit(
      agent,
      async (ports) => {
        const n = newestUpdate(toIncident(await ports.tickets.readOne(incident.id)));
        const draft = { stage: 'resolved' as const, symptoms: '', rca };
        const claimed = n < N ? await claimUpdate(ports, incident.id, n, draft) : { do: 'claimed' };
        if (claimed.do === 'claimed' || claimed.do === 'overtaken') await tellEveryone(ports, incident.id, N);
      },
      death,
    );
  const deathBy = (share: number): Death | undefined =>
    chance.is(share)
      ? { at: chance.between(1, 30), when: chance.of(['before', 'under way', 'after'] as const) }
      : undefined;

  if (!isCalm) world.faults.plan(ratesOf(chance));
  const tabs = [sends(mara.id, 'death' in wanted ? wanted.death : isCalm ? undefined : deathBy(0.5))];
  if (!isCalm) {
    const later = (act: () => Promise<number>) => time.pause(chance.between(0, 20_000)).then(act);
    if (chance.is(0.4)) tabs.push(sends(tom.id, deathBy(0.3)));
    tabs.push(later(() => sends(tom.id, deathBy(0.3))));
    const one = chance.of(reports);
    if (chance.is(0.5)) tabs.push(later(() => sit(tom.id, (ports) => tellOne(ports, incident.id, one.id))));
  }
  const [awaits = 0] = await time.run(Promise.all(tabs));
  const faults = world.faults.total;
  world.faults.clear();
  await time.advance(180_000);
  await time.run(sends(tom.id));
  // A day later nobody knows of the keys any more.
  await time.advance(24 * 60 * 60_000);
  await time.run(sends(mara.id));

  const broken: string[] = [];
  for (const report of reports) {
    const ours = [report, ...report.followupIds.map((id) => world.ticket(id))].flatMap(tellings);
    const isMeant = to === 'all' || report.tags.includes(ASKED_TAG);
    const want = isMeant ? 1 : 0;
    if (ours.length !== want)
      broken.push(
        `the customer of ${report.id} (${report.status}) was told ${ours.length} times, not ${want}`,
      );
  }
  const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
  if (record.update.n !== N) broken.push(`the newest update is ${record.update.n}`);
  if (record.review?.state !== 'sent') broken.push('the record does not say that it was sent');
  return {
    broken,
    faults,
    awaits,
    followUps: reports.reduce((sum, { followupIds }) => sum + followupIds.length, 0),
  };
}

/** The public comments in which a ticket tells the RCA. */
function tellings({ comments }: Ticket) {
  return comments.filter(
    ({ public: isPublic, body }) => isPublic && body.includes('certificate had expired'),
  );
}
