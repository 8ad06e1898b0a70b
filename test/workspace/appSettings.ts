import { DEFAULT_JIRA_SETTINGS } from './world/jira/settings.ts';
import { NOTICE } from './world/seed/notice.ts';

/** What the admin of the workspace's account has entered. The secure ones never reach a browser. */
export const APP_SETTINGS = {
  jira_site: DEFAULT_JIRA_SETTINGS.site,
  jira_cloud_id: DEFAULT_JIRA_SETTINGS.cloudId,
  jira_project: 'PAY',
  jira_email: 'incidents@harborgifts.example',
  jira_token: 'workspace-jira-token',
  slack_by: 'bot',
  slack_token: 'workspace-slack-token',
  slack_webhook: 'T04HARBOR/B04HOOK/workspace-slack-webhook',
  statuspage_page: 'h4rb0rg1fts9',
  statuspage_key: 'workspace-statuspage-key',
  statuspage_components: 'dn4tionf0rm1',
  pendo_by: 'guide',
  pendo_guide: NOTICE.guide,
  notice_article: String(NOTICE.article),
  pendo_key: 'workspace-pendo-key',
};

type Vendor = 'jira' | 'slack' | 'statuspage' | 'pendo';

/** What of it an iframe may read, for these vendors; with the others Allclear does without. */
export function openSettings(...vendors: Vendor[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(APP_SETTINGS).filter(
      ([name]) =>
        vendors.some((vendor) => BEGINNINGS[vendor].test(name)) && !/_(token|key|webhook)$/.test(name),
    ),
  );
}

const BEGINNINGS: Record<Vendor, RegExp> = {
  jira: /^jira_/,
  slack: /^slack_/,
  statuspage: /^statuspage_/,
  pendo: /^(pendo|notice)_/,
};
