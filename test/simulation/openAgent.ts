import type { BroadcastPorts } from '../../src/ports/batches.ts';
import type { IssueTracker } from '../../src/ports/issues.ts';
import { appClock } from '../actions/appClock.ts';
import type { VirtualClock } from '../workspace/world/clock.ts';
import type { World } from '../workspace/world/world.ts';
import { broadcastPorts, fieldIdsOf, myGroupsOf, requestsOf } from './broadcastPorts.ts';

/** The agent closed the tab: nothing of the app goes on. */
export class TabClosed extends Error {}

/** `before` a call leaves, while it is under way, or `after` its answer came and before the app could use it. */
export interface Death {
  at: number;
  when: 'before' | 'under way' | 'after';
}

export interface AgentWanted {
  agent: number;
  /** How far this computer's clock is from Zendesk's. */
  offset?: number;
  death?: Death | undefined;
  /** What the admin has set. */
  settings?: Readonly<Record<string, unknown>>;
}

export interface Agent {
  ports: BroadcastPorts;
  /** How many places the app has come to where it waits. */
  readonly awaits: number;
  /** When the last list of reports was begun, in the world's time. */
  readonly listedAt: number;
}

/** An agent's tab with the services that telling everyone needs, over the world; it may die at any place where it waits. */
export function openAgent(
  world: World,
  time: VirtualClock,
  { agent, offset = 0, death, settings }: AgentWanted,
): Agent {
  const real = appClock(time, offset);
  const groups = myGroupsOf(world, agent);
  const ports = broadcastPorts(requestsOf(world, agent), real, fieldIdsOf(world), groups, settings);
  // A tab opens its tracker once.
  let opened: Promise<IssueTracker> | undefined;
  const tracker = () => {
    opened ??= ports.issues?.() ?? Promise.reject(new Error('no tracker'));
    return opened;
  };
  const { chat, guide, statusPage } = ports;
  const seen = { awaits: 0, listedAt: 0 };

  async function pass<T>(ask: () => Promise<T>): Promise<T> {
    seen.awaits += 1;
    if (!death || seen.awaits < death.at) return ask();
    if (seen.awaits > death.at || death.when === 'before') throw new TabClosed();
    const answer = ask();
    if (death.when === 'after') await answer.catch(() => {});
    else answer.catch(() => {});
    throw new TabClosed();
  }
  const mortal = <Role extends object>(role: Role): Role =>
    new Proxy(role, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function' || name === 'now' || name === 'urlOf') return method;
        return (...args: unknown[]) => {
          if (name === 'reports' && args[1] === undefined) seen.listedAt = time.now();
          return pass(() => method.apply(target, args));
        };
      },
    });

  return {
    ports: {
      ...ports,
      tickets: mortal(ports.tickets),
      batches: mortal(ports.batches),
      problems: mortal(ports.problems),
      issues: ports.issues && (async () => mortal(await tracker())),
      clock: mortal(real),
      chat: chat && (async () => mortal(await chat())),
      guide: guide && (async () => mortal(await guide())),
      statusPage: statusPage && (async () => mortal(await statusPage())),
    },
    get awaits() {
      return seen.awaits;
    },
    get listedAt() {
      return seen.listedAt;
    },
  };
}
