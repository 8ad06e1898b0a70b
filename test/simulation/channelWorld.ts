import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { followUp } from '../../src/actions/followUp.ts';
import { tellChannels } from '../../src/actions/tellChannels.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { channelState } from '../../src/domain/channels.ts';
import { toIncident } from '../../src/domain/incident.ts';
import { ServiceError } from '../../src/ports.ts';
import { openSettings } from '../workspace/appSettings.ts';
import type { VirtualClock } from '../workspace/world/clock.ts';
import { smallOutage } from '../workspace/world/seed/build.ts';
import { virtualClock } from '../workspace/world/virtualClock.ts';
import { createWorld } from '../workspace/world/world.ts';
import { createChance } from './chance.ts';
import { type Agent, type Death, openAgent, TabClosed } from './openAgent.ts';

export interface ChannelRun {
  /** What did not hold, a sentence each. */
  readonly broken: readonly string[];
  readonly faults: number;
  /** How the channels stood before anybody tried again. */
  readonly states: readonly string[];
  readonly awaits: number;
  /** Calls to Slack and to the status page. */
  readonly calls: number;
}

export interface ChannelWorldWanted {
  /** From this call to a channel on, its host is gone. */
  downFrom?: number;
  death?: Death | undefined;
  isCalm?: boolean;
}

const SETTINGS = openSettings('slack', 'statuspage');
const REPORTS = 4;
const N = 2;

/** Update 2 is posted while everything goes wrong; two people's apps tell everybody and the channels. Then it is quiet. */
export async function runChannelWorld(seed: number, wanted: ChannelWorldWanted = {}): Promise<ChannelRun> {
  const chance = createChance(seed);
  const time = virtualClock();
  const world = createWorld({ seed, clock: time });
  const { incident, mara, tom } = smallOutage(world, { reports: REPORTS });
  let calls = 0;
  world.faults.script(
    ({ url }) => {
      const host = /slack\.com|api\.statuspage\.io/.exec(url)?.[0];
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
  const draft = { stage: 'identified', symptoms: 'Donors see an error.', next: soon(time) } as const;
  await sit(mara.id, ({ ports }) => claimUpdate(ports, incident.id, 1, draft));
  if (!wanted.isCalm) world.faults.plan(RATES);
  const tell = async ({ ports }: Agent) => {
    await tellEveryone(ports, incident.id, N);
    await followUp(ports, incident.id, N);
  };
  const [awaits] = await Promise.all([
    sit(mara.id, tell, wanted.death),
    ...(wanted.isCalm ? [] : [sit(tom.id, tell)]),
  ]);
  const faults = world.faults.total;
  world.faults.clear();
  await time.advance(10 * 60_000);
  // Somebody looks at the incident later: what is known to be missing is told, what nobody knows is left alone.
  await sit(tom.id, tell);

  const broken: string[] = [];
  const holds = (isTrue: boolean, sentence: string) => void (isTrue || broken.push(sentence));
  const toldAll = world
    .incidentsOf(incident.id)
    .every(({ id }) => world.valueOf(id, 'allclear_told') === `${incident.id}/${N}`);
  holds(toldAll, 'a customer was not told');
  const stateOf = (channel: string) => channelState(toIncident(problemOf()), channel, new Date(time.now()));
  const inThread = () =>
    world.slack.channel('support_tech').messages.filter(({ lines }) => lines[0] === `Update ${N}: identified`)
      .length;
  const roots = () => world.slack.channel('support_tech').messages.filter(({ threadTs }) => !threadTs).length;
  const onPage = () => [...world.statuspage.incidents.values()].map(({ updates }) => updates.length);

  const states = [stateOf('slack'), stateOf('statuspage')];
  const [slack, page] = states;
  holds(
    inThread() <= 1 && roots() <= 1,
    `Slack was told ${inThread()} times under ${roots()} messages by itself`,
  );
  if (slack === 'told') holds(inThread() === 1, 'Slack is said to be told, and is not');
  if (slack === 'failed') holds(inThread() === 0, 'Slack is said not to be told, and is');
  holds(slack !== 'missing' && slack !== 'telling', `Slack is ${slack} in the end`);
  holds(onPage().length <= 1 && (onPage()[0] ?? 0) <= 1, `the page has ${onPage()}`);
  if (page === 'told') holds(onPage()[0] === 1, 'the page is said to show it, and does not');

  for (const host of [...world.down]) world.bringBack(host);
  const wasUnknown = slack === 'unknown';
  await sit(mara.id, ({ ports }) => tellChannels(ports, incident.id, N, true));
  holds(stateOf('slack') === 'told', `Slack is ${stateOf('slack')} after a person tried again`);
  holds(stateOf('statuspage') === 'told', `the page is ${stateOf('statuspage')} after a person tried again`);
  holds(onPage().length === 1 && onPage()[0] === 1, `the page has ${onPage()} in the end`);
  holds(
    inThread() === 1 || (wasUnknown && inThread() === 2),
    `Slack was told ${inThread()} times in the end`,
  );
  const { messages } = world.slack.channel('support_tech');
  holds(
    messages.every(({ mentions }) => mentions.length === 0),
    'somebody was called',
  );
  holds(
    [...world.statuspage.incidents.values()].every(({ updates }) =>
      updates.every(({ mailed }) => mailed === 0),
    ),
    'somebody was written to',
  );
  return { broken, faults, states: states.map(String), awaits, calls };

  function problemOf() {
    const { values } = world.ticket(incident.id);
    const fields = { allclear_record: String(world.valueOf(incident.id, 'allclear_record')) };
    return {
      id: incident.id,
      subject: values.subject,
      description: '',
      status: values.status,
      type: 'problem' as const,
      priority: undefined,
      tags: [],
      channel: 'web',
      isMessaging: false,
      createdAt: new Date(0).toISOString(),
      updatedAt: new Date(0).toISOString(),
      fields,
    };
  }
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
