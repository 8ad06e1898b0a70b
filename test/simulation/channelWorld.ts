import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { followUp } from '../../src/actions/followUp.ts';
import { tellChannels } from '../../src/actions/tellChannels.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { ServiceError } from '../../src/ports.ts';
import { openSettings } from '../workspace/appSettings.ts';
import type { VirtualClock } from '../workspace/world/clock.ts';
import { smallOutage } from '../workspace/world/seed/build.ts';
import { virtualClock } from '../workspace/world/virtualClock.ts';
import { createWorld } from '../workspace/world/world.ts';
import { createChance } from './chance.ts';
import { brokenReceipts, CHANNELS, seenIn, statesIn } from './channelInvariants.ts';
import { type Agent, type Death, openAgent, TabClosed } from './openAgent.ts';

export interface ChannelRun {
  /** What did not hold, a sentence each. */
  readonly broken: readonly string[];
  readonly faults: number;
  /** How the channels stood before anybody tried again. */
  readonly states: readonly string[];
  readonly awaits: number;
  /** Calls to the channels' hosts. */
  readonly calls: number;
  /** Replies that customers got. */
  readonly told: number;
}

export interface ChannelWorldWanted {
  /** From this call to a channel on, its host is gone. */
  downFrom?: number;
  death?: Death | undefined;
  isCalm?: boolean;
  /** What comes after the quiet: somebody tries again, or the next update. By chance unless said. */
  then?: 'again' | 'next';
}

const SETTINGS = openSettings('slack', 'statuspage', 'pendo');
const REPORTS = 4;
const N = 2;
const SECOND = 'Donors see an error.';
const THIRD = 'The bank is back.';

/** Update 2 is posted while everything goes wrong; two people's apps tell everybody and the channels. Then it is quiet. */
export async function runChannelWorld(seed: number, wanted: ChannelWorldWanted = {}): Promise<ChannelRun> {
  const chance = createChance(seed);
  const time = virtualClock();
  const world = createWorld({ seed, clock: time });
  const { incident, mara, tom } = smallOutage(world, { reports: REPORTS });
  let calls = 0;
  world.faults.script(
    ({ url }) => {
      const host = /slack\.com|api\.statuspage\.io|app\.pendo\.io/.exec(url)?.[0];
      if (host) calls += 1;
      if (host && calls === wanted.downFrom) world.takeDown(host);
      return false;
    },
    { kind: 'lost', applied: false },
  );

  const sit = async (agent: number, act: (tab: Agent) => Promise<unknown>, death?: Death) => {
    const offset = wanted.isCalm ? 0 : chance.between(-4_000, 4_000);
    const tab = openAgent(world, time, { agent, offset, death, settings: SETTINGS });
    await time.run(act(tab).catch(ignoreTrouble));
    return tab.awaits;
  };
  const post = (seen: number, symptoms: string) => {
    const draft = { stage: 'identified', symptoms, next: soon(time) } as const;
    return sit(mara.id, ({ ports }) => claimUpdate(ports, incident.id, seen, draft));
  };
  const tell =
    (n: number) =>
    async ({ ports }: Agent) => {
      await tellEveryone(ports, incident.id, n);
      await followUp(ports, incident.id, n);
    };
  const broken: string[] = [];
  const holds = (isTrue: boolean, sentence: string) => void (isTrue || broken.push(sentence));
  function everybodyWasTold(n: number) {
    const behind = world
      .incidentsOf(incident.id)
      .filter(({ id }) => world.valueOf(id, 'allclear_told') !== `${incident.id}/${n}`);
    holds(behind.length === 0, `${behind.length} customers were not told update ${n}`);
  }

  await sit(mara.id, tell(1)); // since then the channels are the incident's
  await post(1, SECOND);
  if (!wanted.isCalm) world.faults.plan(RATES);
  const [awaits] = await Promise.all([
    sit(mara.id, tell(N), wanted.death),
    ...(wanted.isCalm ? [] : [sit(tom.id, tell(N))]),
  ]);
  const faults = world.faults.total;
  world.faults.clear();
  await time.advance(10 * 60_000);
  // Somebody looks at the incident later: what is known to be missing is told, what nobody knows is left alone.
  await sit(tom.id, tell(N));
  everybodyWasTold(N);
  broken.push(...brokenReceipts(world, incident.id, N, SECOND));
  holds(seenIn(world).inThread(SECOND) <= 1, 'Slack was told update 2 twice by itself');

  const before = statesIn(world, incident.id);
  for (const host of [...world.down]) world.bringBack(host);
  const isNext = wanted.then ? wanted.then === 'next' : chance.is(0.5);
  if (isNext) {
    await post(N, THIRD);
    await sit(tom.id, tell(N + 1));
    everybodyWasTold(N + 1);
  } else await sit(mara.id, ({ ports }) => tellChannels(ports, incident.id, N, true));
  const [n, newest] = isNext ? [N + 1, THIRD] : [N, SECOND];
  broken.push(...brokenReceipts(world, incident.id, n, newest));
  const after = statesIn(world, incident.id);
  for (const channel of CHANNELS) holds(after[channel] === 'told', `${channel} is ${after[channel]} at last`);

  const seen = seenIn(world);
  const [second, third] = [seen.inThread(SECOND), seen.inThread(THIRD)];
  if (isNext) holds(third === 1, `Slack was told update 3 ${third} times`);
  // Of what nobody knows, a person who tries again may say it twice, and the next update does not say it again.
  const [least, most] = before.slack !== 'unknown' ? [1, 1] : isNext ? [0, 1] : [1, 2];
  holds(second >= least && second <= most, `Slack was told update 2 ${second} times, ${before.slack} before`);
  const told = world.incidentsOf(incident.id).reduce((sum, each) => sum + each.publicComments.length - 1, 0);
  return { broken, faults, states: CHANNELS.map((channel) => before[channel]), awaits, calls, told };
}

const RATES = {
  tooMany: 0.05,
  serverErrorBefore: 0.04,
  serverErrorAfter: 0.04,
  lostBefore: 0.04,
  lostAfter: 0.04,
  slow: 0.03,
  databaseConflict: 0.02,
};

const soon = (time: VirtualClock) => new Date(time.now() + 60 * 60_000).toISOString();

function ignoreTrouble(error: unknown): void {
  if (!(error instanceof ServiceError) && !(error instanceof TabClosed)) throw error;
}
