import { answerProposal } from '../../src/actions/answerProposal.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { proposeUpdate } from '../../src/actions/proposeUpdate.ts';
import { sendProposal } from '../../src/actions/sendProposal.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { newestUpdate, toIncident } from '../../src/domain/incident.ts';
import { approvalOf, proposalOf } from '../../src/domain/proposal.ts';
import { ServiceError } from '../../src/ports.ts';
import { readIncident } from '../actions/readIncident.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { smallOutage } from '../workspace/world/seed/build.ts';
import { type Chance, createChance } from './chance.ts';
import { type Agent, type Death, openAgent, TabClosed } from './openAgent.ts';

export interface ApprovalRun {
  /** What did not hold, a sentence each. */
  readonly broken: readonly string[];
  readonly faults: number;
  /** What became of the proposals. */
  readonly ends: readonly string[];
  readonly awaits: number;
}

const MINUTE = 60_000;
const MINUTES = 5;
const OFFSET = 4_000;
const SETTINGS = { approval_severity: '3', approval_minutes: MINUTES };

interface Deed {
  readonly did: string;
  readonly n: number;
  readonly key?: string;
  readonly approval?: unknown;
  readonly authorId: number;
  readonly at: number;
}

/** Updates are proposed, approved by two at once, refused, taken back, left alone until two browsers send them; then it is quiet. */
export async function runApprovalWorld(
  seed: number,
  wanted: { death?: Death | undefined; isCalm?: boolean } = {},
): Promise<ApprovalRun> {
  const chance = createChance(seed);
  const time = virtualClock();
  const world = createWorld({ seed, clock: time });
  const { incident, reports, mara, tom, support } = smallOutage(world, { reports: 4 });
  const ada = world.addUser({ id: 400_050, name: 'Ada', role: 'agent', groupIds: [support.id] });
  if (!wanted.isCalm) world.faults.plan(RATES);

  async function sit(agent: number, act: (tab: Agent) => Promise<unknown>, death?: Death) {
    const offset = wanted.isCalm ? 0 : chance.between(-OFFSET, OFFSET);
    const tab = openAgent(world, time, { agent, offset, death, settings: SETTINGS });
    await act(tab).catch(ignoreTrouble);
    return tab.awaits;
  }
  const propose = (agent: number, key: string, death?: Death) =>
    sit(
      agent,
      async ({ ports }) => {
        const seen = newestUpdate(toIncident(await ports.tickets.readOne(incident.id)));
        const next = new Date(time.now() + 60 * MINUTE).toISOString();
        const draft = { stage: 'identified', symptoms: 'Donors see an error.', extra: key, next } as const;
        await claimUpdate(ports, incident.id, seen, draft); // somebody who tries without asking
        await proposeUpdate(ports, incident.id, seen, { key, draft });
      },
      death,
    );
  const send = (agent: number, how: 'approved' | 'timed out', death?: Death) =>
    sit(
      agent,
      async ({ ports }) => {
        const proposal = proposalOf(toIncident(await ports.tickets.readOne(incident.id)));
        if (!proposal) return;
        const sent = await sendProposal(ports, incident.id, { key: proposal.key, how });
        if (sent.do === 'claimed') await tellEveryone(ports, incident.id, sent.update.n);
      },
      death,
    );
  const answer = (agent: number, how: 'refused' | 'withdrawn') =>
    sit(agent, async ({ ports }) => {
      const proposal = proposalOf(toIncident(await ports.tickets.readOne(incident.id)));
      if (proposal) await answerProposal(ports, incident.id, proposal.key, answerOf(how));
    });

  let awaits = 0;
  for (const round of [1, 2, 3]) {
    await time.run(propose(mara.id, `proposal ${round}`, round === 1 ? undefined : deathBy(chance, wanted)));
    const happening = wanted.isCalm
      ? 'timed out'
      : chance.of(['approved', 'contested', 'timed out'] as const);
    if (happening === 'timed out') await time.advance(MINUTES * MINUTE + 2 * OFFSET);
    const soon = (act: () => Promise<number>) => time.pause(chance.between(0, 4_000)).then(act);
    const how = happening === 'timed out' ? 'timed out' : 'approved';
    const tabs = [send(tom.id, how, round === 1 ? wanted.death : deathBy(chance, wanted))];
    if (!wanted.isCalm) {
      tabs.push(soon(() => send(ada.id, how)));
      tabs.push(soon(() => send(mara.id, how))); // her own: at its limit alone
      if (happening !== 'timed out') tabs.push(soon(() => send(ada.id, 'timed out'))); // whose clock is wrong
      if (happening === 'contested') {
        tabs.push(soon(() => answer(ada.id, 'refused')));
        if (chance.is(0.5)) tabs.push(soon(() => answer(mara.id, 'withdrawn')));
      }
    }
    const [sat = 0] = await time.run(Promise.all(tabs));
    if (round === 1) awaits = sat;
    await time.advance(chance.between(5_000, 20_000));
  }
  const faults = world.faults.total;
  world.faults.clear();
  await time.advance(3 * MINUTE);
  await time.run(sit(tom.id, ({ ports }) => tellEveryone(ports, incident.id, newestOf())));
  return { broken: check(), faults, ends: deeds().flatMap(endOf), awaits };

  function newestOf() {
    return newestUpdate(readIncident(world, incident.id));
  }

  function deeds(): Deed[] {
    return world.ticket(incident.id).audits.flatMap(({ custom, authorId, at }) => {
      const note = custom?.allclear as Omit<Deed, 'authorId' | 'at'> | undefined;
      return note ? [{ ...note, authorId, at }] : [];
    });
  }

  function check(): string[] {
    const broken: string[] = [];
    const holds = (isTrue: boolean, sentence: string) => void (isTrue || broken.push(sentence));
    const all = deeds();
    const proposed = new Map(all.filter(({ did }) => did === 'propose').map((deed) => [deed.key, deed]));
    const updates = all.filter(({ did, n }) => did === 'update' && n > 1);
    const keys: string[] = [];
    for (const { n, approval, authorId, at } of updates) {
      const known = approvalOf({ approval });
      if (!known) {
        broken.push(`update ${n} went out without anybody's yes`);
        continue;
      }
      keys.push(known.key);
      const asked = proposed.get(known.key);
      holds(asked !== undefined, `update ${n} was never proposed`);
      if (known.how === 'approved')
        holds(authorId !== asked?.authorId, `update ${n} was approved by its author`);
      const waited = at - (asked?.at ?? 0);
      if (known.how === 'timed out')
        holds(waited >= MINUTES * MINUTE - 3 * OFFSET, `update ${n} went out after ${waited} ms`);
    }
    holds(new Set(keys).size === keys.length, `a proposal went out twice: ${keys}`);
    for (const { did, key } of all)
      if (did === 'refuse' || did === 'withdraw')
        holds(!keys.includes(key ?? ''), `${key} was told after a no`);
    for (const { id } of reports) {
      const heard = world.ticket(id).audits.flatMap(({ custom }) => {
        const note = custom?.allclear as { did?: string; n?: number } | undefined;
        return note?.did === 'told' ? [note.n ?? 0] : [];
      });
      holds(new Set(heard).size === heard.length, `the customer of ${id} heard ${heard}`);
      holds(
        heard.every((n, i) => n > (heard[i - 1] ?? 0)),
        `the customer of ${id} heard ${heard}`,
      );
      holds(
        (heard.at(-1) ?? 1) === newestOf() || newestOf() === 1,
        `the customer of ${id} missed ${newestOf()}`,
      );
    }
    return broken;
  }
}

const answerOf = (how: 'refused' | 'withdrawn') =>
  how === 'refused' ? ({ how, reason: 'Not like this.' } as const) : ({ how } as const);

function endOf({ did, approval }: Deed): string[] {
  if (did === 'refuse' || did === 'withdraw') return [did];
  const how = did === 'update' && approvalOf({ approval })?.how;
  return how ? [how] : [];
}

function deathBy(chance: Chance, { isCalm }: { isCalm?: boolean }): Death | undefined {
  if (isCalm || !chance.is(0.3)) return undefined;
  return { at: chance.between(1, 20), when: chance.of(['before', 'under way', 'after'] as const) };
}

const RATES = {
  tooMany: 0.04,
  serverErrorBefore: 0.03,
  serverErrorAfter: 0.03,
  lostBefore: 0.03,
  lostAfter: 0.03,
  slow: 0.03,
  databaseConflict: 0.02,
};

function ignoreTrouble(error: unknown): void {
  if (!(error instanceof ServiceError) && !(error instanceof TabClosed)) throw error;
}
