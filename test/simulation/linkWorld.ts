import { alignLink } from '../../src/actions/alignLink.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { followUp } from '../../src/actions/followUp.ts';
import { newestUpdate, toIncident } from '../../src/domain/incident.ts';
import { ServiceError } from '../../src/ports.ts';
import { openSettings } from '../workspace/appSettings.ts';
import { updateTicket } from '../workspace/world/updateTicket.ts';
import { buildWorld } from './buildWorld.ts';
import { type Chance, createChance } from './chance.ts';
import { scheduleLinkHappenings } from './linkHappenings.ts';
import { checkLinks, type LinkFindings } from './linkInvariants.ts';
import { type Death, openAgent, TabClosed } from './openAgent.ts';

const JIRA = openSettings('jira');
export const ISSUE = { id: '10123', key: 'PAY-123' };

export interface LinkRun extends LinkFindings {
  faults: number;
  reports: number;
  /** Writes to the issue, of everybody. */
  writes: number;
  awaits: number;
}

export interface LinkWorldWanted {
  size?: number;
  /** The first tab dies here; by chance unless said. */
  death?: Death | undefined;
  isCalm?: boolean;
}

/** An incident whose links several people keep right while everything changes and fails; then somebody makes sure. */
export async function runLinkWorld(seed: number, wanted: LinkWorldWanted = {}): Promise<LinkRun> {
  const chance = createChance(seed + 7_000_003);
  const { size = chance.is(0.9) ? chance.between(0, 25) : chance.between(26, 150) } = wanted;
  const simulated = buildWorld(seed, createChance(seed), { size });
  const { world, time, incident, mara, tom, ada, loose } = simulated;
  const settings = { ...simulated.settings, ...JIRA };
  world.jira.addIssue({ ...ISSUE, type: 'Incident', summary: 'Donation form returns error 502' });
  file(simulated, chance.is(0.8) ? ISSUE : { key: ISSUE.key });
  let writes = 0;
  world.faults.script(({ method, url }) => {
    if (method !== 'GET' && url.includes('atlassian')) writes += 1;
    return false;
  }, NEVER);

  async function sit(
    agent: number,
    act: (tab: ReturnType<typeof openAgent>) => Promise<unknown>,
    death?: Death,
  ) {
    const tab = openAgent(world, time, { agent, offset: chance.between(-5_000, 5_000), death, settings });
    try {
      await act(tab);
    } catch (error) {
      if (!(error instanceof TabClosed) && !(error instanceof ServiceError)) throw error;
    }
    return tab.awaits;
  }
  const newest = async ({ ports }: ReturnType<typeof openAgent>) =>
    newestUpdate(toIncident(await ports.tickets.readOne(incident.id)));
  const follow = (agent: number, death?: Death) =>
    sit(agent, async (tab) => followUp(tab.ports, incident.id, await newest(tab)), death);
  const post = (agent: number, death?: Death) =>
    sit(
      agent,
      async (tab) => {
        const next = new Date(time.now() + 30 * 60_000).toISOString();
        const draft = { stage: 'identified', symptoms: `Donors see an error ${agent}.`, next } as const;
        const claimed = await claimUpdate(tab.ports, incident.id, await newest(tab), draft);
        if (claimed.do === 'claimed') await followUp(tab.ports, incident.id, claimed.update.n);
      },
      death,
    );
  /** Attaches or detaches as the app does: the ticket first, then its link. */
  const move = (agent: number, id: number, death?: Death) =>
    sit(
      agent,
      async (tab) => {
        const isOurs = world.ticket(id).problemId === incident.id;
        if (incident.status === 'solved' || world.ticket(id).status === 'closed') return;
        const change = isOurs
          ? ({ type: null, problemId: null } as const)
          : ({ type: 'incident', problemId: incident.id } as const);
        updateTicket(world, world.ticket(id), change, world.user(agent));
        await alignLink(tab.ports, incident.id, id, isOurs ? 'detached' : 'attached');
      },
      death,
    );

  const deathBy = (share: number): Death | undefined =>
    chance.is(share)
      ? { at: chance.between(1, 60), when: chance.of(['before', 'under way', 'after'] as const) }
      : undefined;
  const span = chance.between(2_000, 60_000);
  if (!wanted.isCalm) {
    world.faults.plan(ratesOf(chance));
    scheduleLinkHappenings(simulated, chance, span, ISSUE.id);
  }
  const tabs = [follow(mara.id, 'death' in wanted ? wanted.death : deathBy(0.5))];
  if (!wanted.isCalm) {
    const later = (act: () => Promise<number>) => time.pause(chance.between(0, span)).then(act);
    if (chance.is(0.5)) tabs.push(follow(tom.id, deathBy(0.3))); // both at the same moment
    if (chance.is(0.5)) tabs.push(later(() => follow(ada.id, deathBy(0.4))));
    if (chance.is(0.4)) tabs.push(later(() => post(tom.id, deathBy(0.3))));
    if (chance.is(0.3)) tabs.push(later(() => post(mara.id, deathBy(0.3))));
    for (const { id } of [...loose, ...simulated.reports.slice(0, 3)])
      if (chance.is(0.6)) tabs.push(later(() => move(chance.of([mara.id, tom.id]), id, deathBy(0.2))));
  }
  const [awaits = 0] = await time.run(Promise.all(tabs));
  const faults = world.faults.total;

  // Everybody is well again, turns that the dead held are over, and somebody looks after what is left.
  world.faults.clear();
  await time.advance(6 * 60_000);
  return { ...(await checkLinks(simulated, ISSUE.id, settings)), faults, writes, reports: size, awaits };
}

const NEVER = { kind: 'lost', applied: false } as const;

/** The incident's record names its issue. */
function file({ world, incident }: ReturnType<typeof buildWorld>, jira: { id?: string; key: string }): void {
  const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
  const { values } = world.ticket(incident.id);
  const fields = new Map(values.fields).set(
    world.fieldId('allclear_record'),
    JSON.stringify({ ...record, jira }),
  );
  world.ticket(incident.id).values = { ...values, fields };
}

function ratesOf(chance: Chance) {
  const rate = () => (chance.is(0.5) ? 0 : chance.next() * 0.05);
  return {
    tooMany: rate(),
    tooManyWithoutHeader: rate(),
    serverErrorBefore: rate(),
    serverErrorAfter: rate(),
    lostBefore: rate(),
    lostAfter: rate(),
    slow: rate(),
    databaseConflict: rate(),
    jobKilled: rate(),
    jobLate: rate(),
    rowFails: rate(),
  };
}
