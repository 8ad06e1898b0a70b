import { type ApprovalRule, readApproval } from './approvalRule.ts';
import { type ChannelsSetUp, readChannels } from './channelSettings.ts';
import { type GuideSetUp, readGuide } from './guideSettings.ts';
import { type JiraSetUp, readJiraSettings } from './jiraSettings.ts';
import type { StatusRules } from './reportStatus.ts';
import type { SamePersonRule } from './samePerson.ts';
import type { Priority } from './ticket.ts';

/** Every parameter of manifest.json that the iframe may read, with its default. Secure ones never reach it. */
export const SETTING_DEFAULTS = {
  attach_priority: 'urgent',
  reply_language: 'en',
  broadcast_group: '',
  declare_group: '',
  resolve_group: '',
  review_group: '',
  approval_severity: 'off',
  approval_customers: '',
  approval_minutes: 15,
  tell_late: 'offer',
  same_person: 'full',
  status_running: 'leave',
  status_resolved: 'leave',
  request_share: 80,
  relapse_at: 3,
  cadence_sev1: 30,
  cadence_sev2: 60,
  cadence_sev3: 120,
  review_sev1: 5,
  review_sev2: 5,
  review_sev3: 10,
  field_ids: '',
  jira_kind: 'cloud',
  jira_site: '',
  jira_fixed: '',
  jira_cloud_id: '',
  jira_project: '',
  jira_email: '',
  notice_article: '',
  pendo_by: 'off',
  pendo_guide: '',
  pendo_host: 'app.pendo.io',
  pendo_segment: '',
  slack_by: 'off',
  slack_channel: '#support_tech',
  statuspage_page: '',
  statuspage_components: '',
  statuspage_subscribers: 'quiet',
} as const;

export type SettingName = keyof typeof SETTING_DEFAULTS;
type NumberName = Extract<
  SettingName,
  `cadence_${string}` | `review_sev${string}` | 'request_share' | 'relapse_at' | 'approval_minutes'
>;
type TextName = Exclude<SettingName, NumberName>;

export interface Settings extends JiraSetUp, ChannelsSetUp, GuideSetUp {
  /** What an attached ticket's priority becomes; `undefined` leaves it. */
  readonly attachPriority: Priority | undefined;
  /** The language of replies to customers whose own has no texts. */
  readonly replyLanguage: string;
  /** Name or id of the group whose members alone may tell everyone; empty when every agent may. */
  readonly broadcastGroup: string;
  /** Those who may declare; empty when it takes the same as telling everyone. */
  readonly declareGroup: string;
  /** Those who may say *resolved*, of those who may tell everyone; empty when all of them may. */
  readonly resolveGroup: string;
  /** Those who may send the root cause analysis, of those who may tell everyone; empty when all of them may. */
  readonly reviewGroup: string;
  /** When somebody else has to approve an update before it goes out; absent when nobody has to. */
  readonly approval?: ApprovalRule | undefined;
  /** Whether a customer whose ticket is attached late is brought up to date without anybody being asked. */
  readonly tellsLateByItself: boolean;
  /** What the second report of one person is told. */
  readonly samePerson: SamePersonRule;
  readonly reportStatus: StatusRules;
  /** The part of Zendesk's limit of requests that telling everyone may use; other apps want some of it. */
  readonly requestShare: number;
  /** How many customers who say after *resolved* that it is not are taken for a relapse. */
  readonly relapseAt: number;
  /** Minutes from one update to the next that are proposed, by severity. */
  readonly cadence: Readonly<Record<1 | 2 | 3, number>>;
  /** Business days from *resolved* until the root cause analysis is due, by severity. */
  readonly reviewDays: Readonly<Record<1 | 2 | 3, number>>;
  readonly fieldIds: string;
  /** Names of resolutions that mean fixed, in place of the usual ones; empty when not set. */
  readonly fixedResolutions: readonly string[];
}

/** Settings as Zendesk hands them over: any of them may be missing, empty or of another type. */
export function readSettings(raw: Readonly<Record<string, unknown>>): Settings {
  const text = (name: TextName) => {
    const value = raw[name];
    return typeof value === 'string' && value.trim() ? value.trim() : SETTING_DEFAULTS[name];
  };
  // A setting of type number comes as a number or as its digits.
  const number = (name: NumberName, most: number) => {
    const value = Number(raw[name] ?? '');
    return Number.isFinite(value) && value >= 1 ? Math.min(Math.round(value), most) : SETTING_DEFAULTS[name];
  };
  const minutes = (name: NumberName) => number(name, DAY);
  const days = (name: NumberName) => number(name, QUARTER);
  return {
    attachPriority: toPriority(text('attach_priority')),
    replyLanguage: text('reply_language'),
    broadcastGroup: text('broadcast_group'),
    declareGroup: text('declare_group'),
    resolveGroup: text('resolve_group'),
    reviewGroup: text('review_group'),
    approval: readApproval(text('approval_severity'), raw.approval_customers, minutes('approval_minutes')),
    tellsLateByItself: text('tell_late').toLowerCase() === 'by itself',
    samePerson: text('same_person').toLowerCase() === 'pointer' ? 'pointer' : 'full',
    reportStatus: {
      running: RUNNING.find((status) => status === text('status_running').toLowerCase()),
      resolved: text('status_resolved').toLowerCase() === 'solved' ? 'solved' : undefined,
    },
    requestShare: number('request_share', 100) / 100,
    relapseAt: number('relapse_at', MOST_FOR_RELAPSE),
    cadence: { 1: minutes('cadence_sev1'), 2: minutes('cadence_sev2'), 3: minutes('cadence_sev3') },
    reviewDays: { 1: days('review_sev1'), 2: days('review_sev2'), 3: days('review_sev3') },
    fieldIds: text('field_ids'),
    fixedResolutions: listOf(text('jira_fixed')),
    ...readJiraSettings(text),
    ...readChannels(text),
    ...readGuide(text),
  };
}

const RUNNING = ['open', 'pending', 'hold'] as const;
const MOST_FOR_RELAPSE = 1_000;
// Nobody lets customers wait for longer than a day.
const DAY = 24 * 60;
// In business days.
const QUARTER = 65;

function listOf(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((each) => each.trim())
    .filter(Boolean);
}

const PRIORITIES: readonly string[] = ['low', 'normal', 'high', 'urgent'];

function toPriority(text: string): Priority | undefined {
  const word = text.toLowerCase();
  return PRIORITIES.includes(word) ? (word as Priority) : undefined;
}
