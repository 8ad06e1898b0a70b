import { DEFAULT_JIRA_SETTINGS } from './world/jira/settings.ts';

/** What the admin of the workspace's account has entered. The secure ones never reach a browser. */
export const APP_SETTINGS = {
  jira_site: DEFAULT_JIRA_SETTINGS.site,
  jira_cloud_id: DEFAULT_JIRA_SETTINGS.cloudId,
  jira_project: 'PAY',
  jira_email: 'incidents@harborgifts.example',
  jira_token: 'workspace-jira-token',
  slack_token: 'workspace-slack-token',
  pendo_key: 'workspace-pendo-key',
};
