import { createJira } from '../../../src/adapters/jira/jira.ts';
import type { ZafClient } from '../../../src/adapters/zaf/client.ts';
import { readSettings } from '../../../src/domain/settings.ts';
import type { Clock } from '../../../src/ports.ts';
import { APP_SETTINGS } from '../../workspace/appSettings.ts';
import type { JiraSettings } from '../../workspace/world/jira/settings.ts';
import { driven } from '../driven.ts';
import { openTicket, type Wanted } from '../openTicket.ts';

export interface WantedTracker extends Omit<Wanted, 'settings'> {
  /** Where the account's Jira is; behind Atlassian's gateway unless said. */
  way?: 'gateway' | 'site' | 'data center';
  jira?: Partial<JiraSettings>;
  settings?: Record<string, unknown>;
}

/** The settings and the package of an account that reaches its Jira in this way. */
export function settingsFor({ way = 'gateway', settings }: WantedTracker) {
  const { jira_site: site } = APP_SETTINGS;
  const kinds: Record<typeof way, Record<string, unknown>> = {
    gateway: {},
    site: { jira_cloud_id: '' },
    'data center': { jira_kind: 'data center', jira_site: DATA_CENTER, jira_cloud_id: '', jira_email: '' },
  };
  return {
    settings: { ...APP_SETTINGS, ...kinds[way], ...settings },
    hosts: way === 'gateway' ? [] : [way === 'site' ? site : DATA_CENTER],
  };
}

const DATA_CENTER = 'jira.harborgifts.example';

/** A Jira over the client that `clientOf` makes of the world. */
export function openTrackerOver(
  wanted: WantedTracker,
  clientOf: (opened: ReturnType<typeof openTicket>) => { client: ZafClient; clock: Clock },
) {
  const { way, jira: jiraSettings, ...rest } = wanted;
  const settled = settingsFor(wanted);
  const opened = openTicket({ ...rest, ...settled });
  const { world, time } = opened;
  Object.assign(world.settings.jira, {
    deployment: way === 'data center' ? 'data center' : 'cloud',
    ...jiraSettings,
  });
  if (way === 'site') world.jira.account.tokenKind = 'unscoped';
  const { client, clock } = clientOf(opened);
  const { jira } = readSettings(settled.settings);
  if (!jira) throw new Error('These settings set up no Jira');
  const tracker = driven(
    createJira(client, clock, jira, async () => world.settings.subdomain),
    time,
  );
  const mark = { account: world.settings.subdomain, incident: opened.incident.id };
  return { ...opened, jira: world.jira, tracker, mark };
}

/** Jira as the issue tracker, over the workspace in one process. */
export const openTracker = (wanted: WantedTracker = {}) => openTrackerOver(wanted, (opened) => opened);

export type TrackerUnderTest = ReturnType<typeof openTracker>;

/** An issue as Engineering files it by itself. */
export function fileByHand({ world, jira }: Pick<TrackerUnderTest, 'world' | 'jira'>, summary = 'Error 502') {
  return jira.addIssue({ summary, status: 'In Progress', at: world.clock.now() });
}
