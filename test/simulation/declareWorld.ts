import { type CarriedOut, carryOut } from '../../src/actions/carryOut.ts';
import { carryOutAloud } from '../../src/actions/carryOutAloud.ts';
import {
  type DeclaredIncident,
  type DeclareTry,
  declareIncident,
} from '../../src/actions/declareIncident.ts';
import type { DeclareDraft } from '../../src/domain/declareDraft.ts';
import { ServiceError } from '../../src/ports.ts';
import { APP_SETTINGS } from '../workspace/appSettings.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { DEFAULT_JIRA_SETTINGS } from '../workspace/world/jira/settings.ts';
import { addCustomer } from '../workspace/world/seed/build.ts';
import { seedCompany } from '../workspace/world/seed/company.ts';
import type { World } from '../workspace/world/world.ts';
import { type Chance, createChance } from './chance.ts';
import { checkDeclared } from './declareInvariants.ts';
import { type Death, openAgent, TabClosed } from './openAgent.ts';
import { ratesOf } from './rates.ts';

export interface DeclareRun {
  /** Sentences; none when every invariant holds. */
  broken: string[];
  faults: number;
  incidents: number;
  reports: number;
  issues: number;
  awaits: number;
}

export interface DeclareWanted {
  size?: number;
  death?: Death | undefined;
  isCalm?: boolean;
  spoil?: (world: World) => void;
}

const MINUTE = 60_000;
const TEXT = 'Donors press Give and read error 502.';

/** One outage that is declared while everything goes wrong; then the last agent goes on with what is left. */
export async function runDeclareWorld(seed: number, wanted: DeclareWanted = {}): Promise<DeclareRun> {
  const chance = createChance(seed + 5_000_011);
  const opened = buildDeclareWorld(seed, chance, wanted.size);
  const { world, time, mara, tom, tickets } = opened;
  const made = new Map<string, Set<number>>();
  const wrongs: string[] = [];
  let runs = 0;
  // Where each call fails in turn, Slack would double their number: it has worlds of its own.
  const hasSlack = !wanted.isCalm;
  const app = { ...APP_SETTINGS, ...(!hasSlack && { slack_by: 'off' }) };

  async function sit(
    agent: number,
    act: (tab: ReturnType<typeof openAgent>) => Promise<void>,
    death?: Death,
  ) {
    const offset = chance.between(-5_000, 5_000);
    const tab = openAgent(world, time, { agent, offset, death, settings: app });
    try {
      await act(tab);
    } catch (error) {
      if (!(error instanceof TabClosed) && !(error instanceof ServiceError)) throw error;
    }
    return tab.awaits;
  }
  async function goOn({ ports }: ReturnType<typeof openAgent>, incident: number): Promise<CarriedOut> {
    runs += 1;
    const run = { run: `run ${runs}` };
    if (!hasSlack) return carryOut(ports, incident, run);
    const { carried, heard } = await carryOutAloud(ports, incident, run);
    await heard;
    return carried;
  }
  /** Fills in the form and sends it, again and again with the same key until it is known what became of it. */
  function declarer(agent: number, key: string, draft: DeclareDraft) {
    const attempt: DeclareTry = { key, at: new Date(time.now()).toISOString(), knows: [] };
    return (death?: Death) =>
      sit(
        agent,
        async (tab) => {
          const declared: DeclaredIncident = await declareIncident(tab.ports, draft, attempt);
          if (declared.do !== 'declared') return;
          made.set(key, (made.get(key) ?? new Set()).add(declared.incident));
          await goOn(tab, declared.incident);
        },
        death,
      );
  }
  const deathBy = (share: number): Death | undefined =>
    chance.is(share)
      ? { at: chance.between(1, 40), when: chance.of(['before', 'under way', 'after'] as const) }
      : undefined;

  const problem = !wanted.isCalm && chance.is(0.25) ? opened.problem.id : undefined;
  const draft = draftOf(world, time.now(), tickets, problem);
  const first = declarer(mara.id, 'mara', draft);
  const second = declarer(
    tom.id,
    'tom',
    chance.is(0.5) ? draft : { ...draft, reports: draft.reports.slice(1) },
  );
  if (!wanted.isCalm) world.faults.plan(ratesOf(chance));
  wanted.spoil?.(world);
  const span = chance.between(2_000, 30_000);
  const tabs = [first('death' in wanted ? wanted.death : deathBy(0.5))];
  if (!wanted.isCalm) {
    if (chance.is(0.4)) tabs.push(second(deathBy(0.3)));
    if (chance.is(0.3)) tabs.push(time.pause(chance.between(0, span)).then(() => second(deathBy(0.3))));
    if (chance.is(0.4)) tabs.push(time.pause(chance.between(0, span)).then(() => first(deathBy(0.3))));
  }
  const [awaits = 0] = await time.run(Promise.all(tabs));
  if (!wanted.isCalm || wanted.death) await time.run(first(deathBy(0.3)));
  const goOnEverywhere = (agent: number) =>
    [...declaredIn(world)].map((incident) => sit(agent, async (tab) => void (await goOn(tab, incident))));
  await time.run(Promise.all([...goOnEverywhere(tom.id), ...goOnEverywhere(mara.id)])); // both at once

  const faults = world.faults.total;
  world.faults.clear();
  await time.advance(4 * MINUTE); // nobody's filing is under way any more, and late jobs have run
  await time.run(first());
  for (let round = 1; round <= 3; round += 1) {
    await time.run(Promise.all(goOnEverywhere(round % 2 ? tom.id : mara.id)));
    await time.advance(10_000);
  }
  return {
    broken: [...wrongs, ...checkDeclared(world, draft, made, hasSlack)],
    faults,
    incidents: declaredIn(world).length,
    reports: tickets.length,
    issues: world.jira.issues.size,
    awaits,
  };
}

/** The incidents of which a ticket says so. */
export function declaredIn(world: World): number[] {
  return [...world.tickets.values()]
    .filter(({ type, tags }) => type === 'problem' && tags.includes('allclear_incident'))
    .map(({ id }) => id);
}

function buildDeclareWorld(
  seed: number,
  chance: Chance,
  size = chance.is(0.05) ? 130 : chance.between(0, 8),
) {
  const time = virtualClock();
  const world = createWorld({
    seed,
    clock: time,
    settings: {
      latency: {
        read: chance.between(5, 120),
        write: chance.between(5, 250),
        jitter: chance.between(0, 300),
      },
      jobs: {
        wait: chance.between(20, 2_500),
        perTicket: chance.between(1, 50),
        chunk: 20,
        keep: 24 * 60 * MINUTE,
      },
      searchLag: chance.of([0, 60_000]),
      jira: { ...DEFAULT_JIRA_SETTINGS, indexLag: chance.between(0, 9_000) },
    },
  });
  const company = seedCompany(world);
  const problem = world.addTicket({
    subject: 'Gateway errors this morning',
    text: 'Monitoring says 502.',
    requesterId: company.mara.id,
    public: false,
    type: 'problem',
    at: time.now() - 20 * MINUTE,
  });
  const tickets = Array.from({ length: size }, (_, index) =>
    world.addTicket({
      subject: 'Error 502',
      text: TEXT,
      requesterId: addCustomer(world, index).id,
      at: time.now() - chance.between(500, 30 * MINUTE),
      status: chance.is(0.05) ? 'closed' : 'open',
      ...(chance.is(0.05) && { type: 'incident' as const, problemId: problem.id }),
    }),
  );
  return { world, time, ...company, problem, tickets };
}

function draftOf(
  world: World,
  now: number,
  tickets: readonly { id: number }[],
  problem: number | undefined,
): DeclareDraft {
  const incidentType = world.jira.project('PAY').types.find(({ name }) => name === 'Bug');
  return {
    summary: 'Donation form answers 502',
    severity: 1,
    stage: 'investigating',
    symptoms: TEXT,
    startedAt: new Date(now - 20 * MINUTE).toISOString(),
    steps: 'Press Give.',
    origin: 'reports',
    impact: `${tickets.length} tickets`,
    reports: tickets.map(({ id }) => id),
    ...(problem !== undefined && { problem }),
    issue: { do: 'file', ...(incidentType && { kind: incidentType.id }) },
  };
}
