import type { Broadcast } from '../../src/actions/broadcast.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { type IssueLook, readIssue } from '../../src/actions/readIssue.ts';
import { readTimeline } from '../../src/actions/readTimeline.ts';
import { restoreReports } from '../../src/actions/restoreReports.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { tellOne } from '../../src/actions/tellOne.ts';
import { judgeIssue, toSaid } from '../../src/domain/gate.ts';
import { newestUpdate, toIncident } from '../../src/domain/incident.ts';
import { STAGES, type Stage } from '../../src/domain/stage.ts';
import type { UpdateDraft } from '../../src/domain/update.ts';
import { ServiceError } from '../../src/ports.ts';
import type { Ticket } from '../workspace/world/ticket.ts';
import type { World } from '../workspace/world/world.ts';
import { buildWorld } from './buildWorld.ts';
import { type Chance, createChance } from './chance.ts';
import { scheduleEngineers, scheduleHappenings } from './happenings.ts';
import { checkInvariants, type Findings } from './invariants.ts';
import { type Death, openAgent, TabClosed } from './openAgent.ts';
import { checkPriorities, schedulePriorities } from './priorities.ts';
import { ratesOf } from './rates.ts';
import { replyByHand } from './replyByHand.ts';
import { createWitness } from './witness.ts';

export interface WorldRun extends Findings {
  faults: number;
  reports: number;
  tellings: number;
  /** What the admin had set. */
  settings: Readonly<Record<string, unknown>>;
  /** How many places the first tab came to where it waited. */
  awaits: number;
}

export interface WorldWanted {
  size?: number;
  /** The first tab dies here; by chance unless said. */
  death?: Death | undefined;
  isCalm?: boolean;
  settings?: Readonly<Record<string, unknown>>;
  /** What is posted; by chance unless said. */
  stage?: Stage;
  /** Does something to the world before anybody acts. */
  spoil?: (world: World) => void;
}

/** One account, one bad hour, everything at once; then the last agent makes sure that nobody was left out. */
export async function runWorld(seed: number, wanted: WorldWanted = {}): Promise<WorldRun> {
  const chance = createChance(seed);
  const simulated = buildWorld(seed, chance, wanted);
  const { world, time, incident, mara, tom, ada } = simulated;
  const { settings = simulated.settings } = wanted;
  // On streams of their own, so that old seeds make what they made.
  const more = createChance(seed + 2_000_003);
  const still = createChance(seed + 3_000_017);
  const late = createChance(seed + 4_000_037);
  const engineers = createChance(seed + 6_000_011);
  const witness = createWitness(simulated);
  let last: Broadcast | undefined;
  let drafts = 0;

  /** An agent's tab, from opening it to its end: by itself, by a death, or because Zendesk would not answer. */
  async function sit(
    agent: number,
    act: (tab: ReturnType<typeof openAgent>) => Promise<void>,
    death?: Death,
  ) {
    const tab = openAgent(world, time, { agent, offset: chance.between(-5_000, 5_000), death, settings });
    const close = witness.lists(agent, () => tab.listedAt);
    try {
      await act(tab);
    } catch (error) {
      if (!(error instanceof TabClosed) && !(error instanceof ServiceError)) throw error;
    }
    close();
    return tab.awaits;
  }

  async function tell({ ports }: ReturnType<typeof openAgent>, n: number) {
    const told = await tellEveryone(ports, incident.id, n, {
      onProgress: (progress) => {
        const { total, toGo, unsure, skipped } = progress;
        if (total < progress.told + toGo + unsure + skipped.length)
          witness.complain('the progress counts somebody twice');
        witness.refused(skipped.flatMap(({ id, because }) => (because === 'refused' ? id : [])));
      },
    });
    last = told.broadcast;
    const heard = [...witness.tellings.keys()].filter((id) => witness.isTold(id, n)).length;
    if (last.told > heard)
      witness.complain(`${last.told} were said to be told update ${n}, and ${heard} were`);
    if (told.finished?.do === 'finished' && told.finished.isSolved) await restoreReports(ports, incident.id);
    return told;
  }

  /** Posts an update and tells it, as the lead does. */
  const post = (agent: number, death?: Death) =>
    sit(
      agent,
      async (tab) => {
        const read = toIncident(await tab.ports.tickets.readOne(incident.id));
        const seen = newestUpdate(read);
        const look = await readIssue(tab.ports, read);
        await tab.ports.clock.pause(chance.between(0, 3_000)); // they write
        if (look && engineers.is(0.5)) await tab.ports.clock.pause(engineers.between(0, span)); // and think
        const draft = draftOf(chance, time.now(), ++drafts, wanted.stage, look);
        const claimed = await claimUpdate(tab.ports, incident.id, seen, draft);
        if (claimed.do === 'claimed') await tell(tab, claimed.update.n);
      },
      death,
    );
  /** Opens the incident and presses Continue. */
  const goOn = (agent: number, death?: Death) =>
    sit(
      agent,
      async (tab) => {
        const n = newestUpdate(toIncident(await tab.ports.tickets.readOne(incident.id)));
        if (n > 1) await tell(tab, n);
      },
      death,
    );
  /** Opens one report and answers its customer, or has the app tell them, whatever else goes on. */
  async function visitTicket(agent: number, ticket: Ticket, death?: Death) {
    const tab = openAgent(world, time, { agent, offset: late.between(-5_000, 5_000), death, settings });
    try {
      const n = newestUpdate(toIncident(await tab.ports.tickets.readOne(incident.id)));
      if (n < 2) return tab.awaits;
      if (late.is(0.5)) {
        await replyByHand(simulated, tab.ports, { agent, ticket }, late, witness);
        return tab.awaits;
      }
      const one = await tellOne(tab.ports, incident.id, ticket.id);
      if ('n' in one && !witness.isTold(ticket.id, one.n))
        witness.complain(`${ticket.id} was said to be told update ${one.n}, and was not`);
    } catch (error) {
      if (!(error instanceof TabClosed) && !(error instanceof ServiceError)) throw error;
    }
    return tab.awaits;
  }
  const deathBy = (share: number, from = chance): Death | undefined =>
    from.is(share)
      ? { at: from.between(1, 40), when: from.of(['before', 'under way', 'after'] as const) }
      : undefined;

  const span = chance.between(2_000, 60_000);
  if (!wanted.isCalm) {
    world.faults.plan(ratesOf(chance));
    scheduleHappenings(simulated, chance, witness, span);
    scheduleEngineers(simulated, engineers, span);
    schedulePriorities(simulated, createChance(seed + 8_000_009), span);
  }
  wanted.spoil?.(world);
  const tabs: Promise<number>[] = [post(mara.id, 'death' in wanted ? wanted.death : deathBy(0.5))];
  if (!wanted.isCalm) {
    const later = (act: () => Promise<number>, from = chance) => time.pause(from.between(0, span)).then(act);
    if (chance.is(0.3)) tabs.push(post(tom.id, deathBy(0.3))); // both at the same moment
    if (chance.is(0.5)) tabs.push(later(() => goOn(tom.id, deathBy(0.4))));
    if (chance.is(0.3)) tabs.push(later(() => goOn(mara.id, deathBy(0.4))));
    if (chance.is(0.35)) tabs.push(later(() => post(tom.id, deathBy(0.3)))); // newer, or overtaken
    const third = still.of([post, goOn, goOn]);
    if (still.is(0.5)) tabs.push(later(() => third(ada.id, deathBy(0.3, still)), still));
    const tickets = [...simulated.reports, ...simulated.loose];
    for (let visits = tickets.length > 0 ? late.between(0, 4) : 0; visits > 0; visits -= 1) {
      const agents = late.of([[mara.id], [tom.id], [mara.id, tom.id], [tom.id, ada.id]]);
      const ticket = late.of(tickets);
      const at = late.between(0, span);
      for (const agent of agents) {
        const visit = () => visitTicket(agent, ticket, deathBy(0.2, late));
        tabs.push(time.pause(at).then(visit)); // two of them at the same moment
      }
    }
  }
  const [awaits = 0] = await time.run(Promise.all(tabs));
  await time.advance(span);
  await time.run(goOn(chance.of([mara.id, tom.id]), deathBy(0.3)));
  if (!wanted.isCalm && incident.status === 'solved' && more.is(0.7)) await time.run(post(tom.id));

  // Zendesk is well again, jobs that were late have run, and somebody looks after what is left.
  const faults = world.faults.total;
  world.faults.clear();
  await time.advance(180_000);
  await time.run(goOn(tom.id));
  await time.advance(3_000);
  await time.run(goOn(mara.id));
  const { ports } = openAgent(world, time, { agent: tom.id, offset: 0, settings });
  const { entries } = await time.run(readTimeline(ports, incident.id));
  const tellings = [...witness.tellings.values()].reduce((sum, each) => sum + each.length, 0);
  const findings = checkInvariants(simulated, witness, last, entries);
  return {
    ...findings,
    broken: [...findings.broken, ...checkPriorities(simulated)],
    faults,
    settings,
    reports: simulated.reports.length,
    tellings,
    awaits,
  };
}

// The extra sentence tells updates apart in what customers heard.
function draftOf(chance: Chance, now: number, count: number, wanted?: Stage, look?: IssueLook): UpdateDraft {
  const by = chance.of(STAGES);
  const stage = wanted ?? by;
  const isOpen = chance.is(0.8) || wanted !== undefined;
  return {
    stage,
    symptoms: 'Donors press Give and see an error.',
    extra: `Marker ${count}.`,
    // The first one opens nothing again: there is nothing to open.
    reopens: count > 1,
    next: stage === 'resolved' ? undefined : new Date(now + 30 * 60_000).toISOString(),
    ...(stage === 'resolved' && isOpen && { gate: gateBy(look) }),
  };
}

// As the form has it: Jira decides where it can, else an engineer is asked.
function gateBy(look: IssueLook | undefined): NonNullable<UpdateDraft['gate']> {
  if (look?.state === 'read' && judgeIssue(look.issue, []) === 'open')
    return { kind: 'jira', by: look.issue.key, issue: toSaid(look.issue, look.asOf) };
  return { kind: 'confirmed', by: 'Sam Osei (Engineering)', where: 'Slack #inc-502' };
}
