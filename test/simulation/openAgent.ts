import { readFileSync } from 'node:fs';
import type { ZafClient } from '../../src/adapters/zaf/client.ts';
import { createBatches } from '../../src/adapters/zendesk/batches.ts';
import { createZendesk } from '../../src/adapters/zendesk/zendesk.ts';
import { FIELD_KEYS, type FieldIds } from '../../src/domain/fields.ts';
import type { ReplyTextsOf } from '../../src/domain/replyTexts.ts';
import { readSettings } from '../../src/domain/settings.ts';
import type { BroadcastPorts, Clock, ReplyTexts } from '../../src/ports.ts';
import type { VirtualClock } from '../workspace/world/clock.ts';
import type { World } from '../workspace/world/world.ts';
import { readInstalledApp } from '../workspace/zaf/installedApp.ts';
import { sendRequest } from '../workspace/zaf/sendRequest.ts';

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
  { agent, offset = 0, death }: AgentWanted,
): Agent {
  const real: Clock = { now: () => new Date(time.now() + offset), pause: (ms) => time.pause(ms) };
  const request: ZafClient['request'] = async (options) => {
    const { done, responseArgs } = await sendRequest(world, APP, agent, options);
    if (!done) throw responseArgs[0];
    return responseArgs[0];
  };
  // Of the client, telling everyone needs requests alone.
  const client = { request } as unknown as ZafClient;
  const ids = Object.fromEntries(FIELD_KEYS.map((key) => [key, world.fieldId(key)])) as unknown as FieldIds;
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
        if (typeof method !== 'function' || name === 'now') return method;
        return (...args: unknown[]) => {
          if (name === 'reports' && args[1] === undefined) seen.listedAt = time.now();
          return pass(() => method.apply(target, args));
        };
      },
    });

  const fieldIds = async () => ids;
  return {
    ports: {
      tickets: mortal(createZendesk(client, real, fieldIds)),
      batches: mortal(createBatches(client, real, fieldIds)),
      clock: mortal(real),
      replyTexts: TEXTS,
      settings: readSettings({}),
    },
    get awaits() {
      return seen.awaits;
    },
    get listedAt() {
      return seen.listedAt;
    },
  };
}

const ROOT = new URL('../../', import.meta.url);
const APP = readInstalledApp(new URL('manifest.json', ROOT));
const LANGUAGES = ['en', 'es'] as const;
const READ = new Map(
  LANGUAGES.map((language): [string, ReplyTextsOf] => {
    const file = new URL(`translations/${language}.json`, ROOT);
    return [language, JSON.parse(readFileSync(file, 'utf8')).replies];
  }),
);
const TEXTS: ReplyTexts = {
  languages: LANGUAGES,
  async load(language) {
    return READ.get(language)!;
  },
};
