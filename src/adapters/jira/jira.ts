import type { JiraSettings } from '../../domain/jiraSettings.ts';
import type { IssueRights, IssueTracker } from '../../ports/issues.ts';
import type { Clock } from '../../ports.ts';
import type { ZafClient } from '../zaf/client.ts';
import { accountIn } from './account.ts';
import { toDocument } from './adf.ts';
import { createApi, type Jira } from './api.ts';
import { createIssues } from './issues.ts';
import { createTalk } from './talk.ts';
import { toWiki } from './wiki.ts';
import { WireRights } from './wire.ts';

/** Jira Cloud or Data Center as the settings have it; `account` is the Zendesk account whose tickets are linked. */
export function createJira(
  client: ZafClient,
  clock: Clock,
  settings: JiraSettings,
  account: () => Promise<string>,
): IssueTracker {
  const jira = createApi(client, clock, settings);
  const toBody = settings.kind === 'cloud' ? toDocument : toWiki;
  return {
    urlOf: (key) =>
      settings.site && /^[A-Z][A-Z0-9_]+-\d+$/.test(key)
        ? `https://${settings.site}/browse/${key}`
        : undefined,
    ...createIssues(jira, settings, toBody),
    ...createTalk(jira, account, toBody),
    rights: () => rightsIn(jira, settings),
  };
}

// All that the methods above need. https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/#permissions
const NEEDED: ReadonlyMap<string, string> = new Map([
  ['BROWSE_PROJECTS', 'Browse projects'],
  ['CREATE_ISSUES', 'Create issues'],
  ['EDIT_ISSUES', 'Edit issues'],
  ['LINK_ISSUES', 'Link issues'],
  ['ADD_COMMENTS', 'Add comments'],
  ['EDIT_OWN_COMMENTS', 'Edit own comments'],
]);

async function rightsIn(jira: Jira, { project, email }: JiraSettings): Promise<IssueRights> {
  const account = await accountIn(jira);
  const qs = { permissions: [...NEEDED.keys()].join(','), projectKey: project };
  const { permissions } = await jira.ask(WireRights, 'mypermissions', (api) =>
    jira.call(api, '/mypermissions', { qs }),
  );
  const lacks = [...NEEDED].flatMap(([key, name]) => {
    const right = permissions[key];
    return right && !right.havePermission ? [right.name ?? name] : [];
  });
  return { account: account ?? email, project, lacks };
}
