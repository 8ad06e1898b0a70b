import { readFileSync } from 'node:fs';
import { createGroupFinder } from '../../src/adapters/groupFinder.ts';
import { createJira } from '../../src/adapters/jira/jira.ts';
import { createPendo } from '../../src/adapters/pendo/pendo.ts';
import { createSlack } from '../../src/adapters/slack/slack.ts';
import { createWebhook } from '../../src/adapters/slack/webhook.ts';
import { createStatuspage } from '../../src/adapters/statuspage/statuspage.ts';
import type { ZafClient } from '../../src/adapters/zaf/client.ts';
import { createBatches } from '../../src/adapters/zendesk/batches.ts';
import { createOfficialLinks } from '../../src/adapters/zendesk/officialLinks.ts';
import { createProblems } from '../../src/adapters/zendesk/problems.ts';
import { createZendesk } from '../../src/adapters/zendesk/zendesk.ts';
import { FIELD_KEYS, type FieldIds } from '../../src/domain/fields.ts';
import type { ReplyTextsOf } from '../../src/domain/replyTexts.ts';
import { readSettings, type Settings } from '../../src/domain/settings.ts';
import type { BroadcastPorts } from '../../src/ports/batches.ts';
import type { Clock, ReplyTexts } from '../../src/ports.ts';
import { memoryStorage } from '../actions/memoryStorage.ts';
import { APP_SETTINGS } from '../workspace/appSettings.ts';
import type { World } from '../workspace/world/world.ts';
import { readInstalledApp } from '../workspace/zaf/installedApp.ts';
import { sendRequest } from '../workspace/zaf/sendRequest.ts';

export type SendRequest = ZafClient['request'];

/** The services that telling everyone needs, over whatever answers the requests. */
export function broadcastPorts(
  request: SendRequest,
  clock: Clock,
  ids: FieldIds,
  get: ZafClient['get'] = async () => ({}),
  settings: Readonly<Record<string, unknown>> = {},
): BroadcastPorts {
  const client = { request, get } as unknown as ZafClient; // all of it that telling everyone needs
  const fieldIds = async () => ids;
  const known = readSettings(settings);
  const account = 'harborgifts';
  const { jira } = known;
  const storage = memoryStorage();
  return {
    tickets: createZendesk(client, clock, fieldIds),
    batches: createBatches(client, clock, fieldIds),
    problems: createProblems(client, clock, fieldIds),
    grouping: async () => createGroupFinder(clock),
    clock,
    newKey: () => `key-${++keys}`,
    replyTexts: TEXTS,
    settings: known,
    brand: { id: 360_001, name: 'Harbor Gifts' },
    account,
    officialLinks: async () => createOfficialLinks(client, clock, () => storage),
    issues: jira && (async () => createJira(client, clock, jira, async () => account)),
    ...channelsAtHand(client, clock, known),
  };
}

// As `connectChannels` has them, without loading: code that comes from a disk takes real time, and a seed would not play the same again.
function channelsAtHand(
  client: ZafClient,
  clock: Clock,
  { chat, guide, statusPage }: Settings,
): Pick<BroadcastPorts, 'chat' | 'guide' | 'statusPage'> {
  return {
    ...(chat && {
      chat: async () => (chat.by === 'bot' ? createSlack(client, clock, chat) : createWebhook(client, clock)),
    }),
    ...(guide?.by === 'guide' && { guide: async () => createPendo(client, clock, guide) }),
    ...(statusPage && { statusPage: async () => createStatuspage(client, clock, statusPage) }),
  };
}

/** Requests as the app in this agent's browser makes them. */
export function requestsOf(world: World, agent: number): SendRequest {
  return async (options) => {
    const { done, responseArgs } = await sendRequest(world, APP, agent, options);
    if (!done) throw responseArgs[0];
    return responseArgs[0];
  };
}

/** What Zendesk's interface knows of this agent's groups. */
export function myGroupsOf(world: World, agent: number): ZafClient['get'] {
  const groups = () => world.user(agent).groupIds.flatMap((id) => world.groups.get(id) ?? []);
  return async () => ({ 'currentUser.groups': groups().map(({ id, name }) => ({ id, name })) });
}

export function fieldIdsOf(world: World): FieldIds {
  return Object.fromEntries(FIELD_KEYS.map((key) => [key, world.fieldId(key)])) as unknown as FieldIds;
}

let keys = 0;

const ROOT = new URL('../../', import.meta.url);
const APP = readInstalledApp(new URL('manifest.json', ROOT), APP_SETTINGS);
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
