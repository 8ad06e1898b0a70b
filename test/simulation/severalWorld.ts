import { carryOut } from '../../src/actions/carryOut.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { declareIncident } from '../../src/actions/declareIncident.ts';
import { mergeIncidents } from '../../src/actions/mergeIncidents.ts';
import { moveReport } from '../../src/actions/moveReport.ts';
import { moveReports } from '../../src/actions/moveReports.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { newestUpdate, toIncident } from '../../src/domain/incident.ts';
import { ServiceError } from '../../src/ports.ts';
import { addCustomer, addIncident } from '../workspace/world/seed/build.ts';
import type { Ticket } from '../workspace/world/ticket.ts';
import type { World } from '../workspace/world/world.ts';
import { buildWorld } from './buildWorld.ts';
import { type Chance, createChance } from './chance.ts';
import { type Death, openAgent, TabClosed } from './openAgent.ts';
import { ratesOf } from './rates.ts';
import { checkSeveral, watchSeveral } from './severalInvariants.ts';

export interface SeveralRun {
  /** Sentences; none when every invariant holds. */
  broken: string[];
  faults: number;
  moves: number;
  merges: number;
  splits: number;
}

/** An account with two incidents that run and a drill, onto which somebody has hung tickets that take no part in it. */
export function buildSeveral(seed: number, chance: Chance) {
  const simulated = buildWorld(seed, chance, { size: chance.between(2, 30) });
  const { world, incident, time } = simulated;
  const second = addIncident(world, simulated, {
    subject: 'Receipts are late',
    symptoms: 'No receipt comes.',
  });
  const drill = addIncident(world, simulated, { subject: 'Drill: all is down', symptoms: 'Nothing works.' });
  mark(world, drill, ['allclear_incident', 'allclear_drill']);
  const hang = (index: number, problem: Ticket, tags: string[]) => {
    const ticket = world.addTicket({
      subject: 'It is down',
      text: 'It is down.',
      requesterId: addCustomer(world, 900 + index).id,
      at: time.now() - 60_000,
      type: 'incident',
      problemId: problem.id,
    });
    mark(world, ticket, tags);
    return ticket;
  };
  const drilled = [0, 1, 2].map((index) => hang(index, drill, ['allclear_drill']));
  const outside = [3, 4].map((index) => hang(index, drill, []));
  for (const index of [5, 6]) hang(index, second, []);
  return { ...simulated, first: incident, second, drill, drilled, outside };
}
export type SeveralWorld = ReturnType<typeof buildSeveral>;

function mark(world: World, { id }: Ticket, tags: string[]) {
  const ticket = world.ticket(id);
  ticket.values = { ...ticket.values, tags };
}

/** Moves, a merge, a split and a drill, beside updates to all, while everything goes wrong; then somebody sees to the rest. */
export async function runSeveralWorld(seed: number): Promise<SeveralRun> {
  const chance = createChance(seed + 7_000_003);
  const several = buildSeveral(seed, chance);
  const { world, time, mara, tom, first, second, drill, reports } = several;
  const settings = several.settings;
  const watch = watchSeveral(several);
  const split = { key: `split ${seed}`, incident: 0 };
  const isSplit = chance.is(0.5);
  const isMerged = chance.is(0.5);
  const some = reports.filter(() => chance.is(0.3)).map(({ id }) => id);

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
  }
  const read = async ({ ports }: ReturnType<typeof openAgent>, id: number) =>
    toIncident(await ports.tickets.readOne(id));
  const post = (agent: number, { id }: Ticket, death?: Death) =>
    sit(
      agent,
      async (tab) => {
        const seen = newestUpdate(await read(tab, id));
        const draft = {
          stage: chance.of(['identified', 'monitoring'] as const),
          symptoms: 'It does not work.',
          extra: `Marker ${id}.`,
          next: new Date(time.now() + 30 * 60_000).toISOString(),
        };
        const claimed = await claimUpdate(tab.ports, id, seen, draft);
        if (claimed.do === 'claimed') await tellEveryone(tab.ports, id, claimed.update.n);
      },
      death,
    );
  const goOn = (agent: number, id: number) =>
    sit(agent, async (tab) => tellEveryone(tab.ports, id, newestUpdate(await read(tab, id))));
  const merge = (agent: number, death?: Death) =>
    sit(agent, ({ ports }) => mergeIncidents(ports, first.id, second.id), death);
  const splitOff = (agent: number, death?: Death) =>
    sit(
      agent,
      async ({ ports }) => {
        const draft = {
          summary: 'Cards are refused',
          severity: 2,
          stage: 'investigating',
          symptoms: 'The card is refused.',
          startedAt: new Date(world.ticket(first.id).createdAt).toISOString(),
          steps: 'Pay by card.',
          origin: 'reports',
          impact: 'Some',
          reports: some,
          issue: { do: 'none' },
          from: first.id,
        } as const;
        const attempt = {
          key: split.key,
          at: '2026-11-23T11:00:00.000Z',
          knows: [first.id, second.id, drill.id],
        };
        const declared = await declareIncident(ports, draft, attempt);
        if (declared.do !== 'declared') return;
        split.incident = declared.incident;
        await carryOut(ports, declared.incident, { run: `run ${agent}` });
      },
      death,
    );
  const deathBy = (share: number): Death | undefined =>
    chance.is(share)
      ? { at: chance.between(1, 40), when: chance.of(['before', 'under way', 'after'] as const) }
      : undefined;

  world.faults.plan(ratesOf(chance));
  const span = chance.between(2_000, 30_000);
  const later = (act: () => Promise<void>) => time.pause(chance.between(0, span)).then(act);
  const tabs = [post(mara.id, first, deathBy(0.4)), post(tom.id, drill, deathBy(0.3))];
  if (chance.is(0.6)) tabs.push(later(() => post(tom.id, second, deathBy(0.3))));
  for (const id of some.slice(0, 3))
    for (const agent of chance.of([[mara.id], [tom.id, mara.id]]))
      tabs.push(
        later(() => sit(agent, ({ ports }) => moveReport(ports, id, first.id, second.id), deathBy(0.3))),
      );
  if (chance.is(0.5))
    tabs.push(
      later(() => sit(tom.id, ({ ports }) => moveReports(ports, first.id, second.id, some), deathBy(0.3))),
    );
  if (isSplit) tabs.push(later(() => splitOff(mara.id, deathBy(0.4))));
  if (isMerged)
    for (const agent of chance.of([[mara.id], [mara.id, tom.id]]))
      tabs.push(later(() => merge(agent, deathBy(0.5))));
  // A drill's own tickets stay with the drill, whoever tries.
  tabs.push(
    later(() => sit(tom.id, ({ ports }) => moveReport(ports, several.drilled[0]!.id, drill.id, first.id))),
  );
  await time.run(Promise.all(tabs));

  const faults = world.faults.total;
  world.faults.clear();
  await time.advance(240_000);
  for (const agent of [tom.id, mara.id]) {
    if (isSplit) await time.run(splitOff(agent));
    if (isMerged) await time.run(merge(agent));
    for (const { id } of [first, second, drill]) await time.run(goOn(agent, id));
    await time.advance(5_000);
  }
  if (split.incident) await time.run(post(tom.id, world.ticket(split.incident)));
  const resolve = {
    kind: 'confirmed',
    by: 'Sam Osei',
    where: 'the call',
    when: new Date(time.now()).toISOString(),
  } as const;
  await time.run(
    sit(tom.id, async (tab) => {
      const seen = newestUpdate(await read(tab, drill.id));
      const claimed = await claimUpdate(tab.ports, drill.id, seen, {
        stage: 'resolved',
        symptoms: '',
        gate: resolve,
      });
      if (claimed.do === 'claimed') await tellEveryone(tab.ports, drill.id, claimed.update.n);
    }),
  );
  return {
    ...checkSeveral(several, watch, { isMerged, split: split.incident }),
    faults,
    merges: isMerged ? 1 : 0,
    splits: split.incident ? 1 : 0,
  };
}
