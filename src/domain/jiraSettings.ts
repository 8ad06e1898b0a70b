/** How the account's Jira is reached and which project incidents are filed in. */
export interface JiraSettings {
  readonly kind: 'cloud' | 'data center';
  /** Host of the site people use, such as `acme.atlassian.net`; a Data Center's may have a port and a path. */
  readonly site: string;
  /** With it, Jira Cloud is asked through Atlassian's gateway, which takes scoped tokens. */
  readonly cloudId: string;
  readonly project: string;
  readonly email: string;
}

/** The settings' names, as in the manifest. */
export type JiraSetting = 'jira_kind' | 'jira_site' | 'jira_cloud_id' | 'jira_project' | 'jira_email';

export interface JiraSetUp {
  /** The site for links that people follow, whether or not Allclear reaches it; empty when not set. */
  readonly jiraSite: string;
  /** `undefined` unless everything is there that can be seen from here; the token never can. */
  readonly jira: JiraSettings | undefined;
  /** What is still to be filled in, once anything is; a Cloud needs its ID or its site, and names the ID then. */
  readonly jiraLacks: readonly JiraSetting[];
}

/** What the settings say about Jira, when each may be empty or wrong: what makes no sense counts as empty. */
export function readJiraSettings(text: (name: JiraSetting) => string): JiraSetUp {
  const kind = /^(data ?center|server)$/i.test(text('jira_kind')) ? 'data center' : 'cloud';
  const settings: JiraSettings = {
    kind,
    site: kind === 'cloud' ? toHost(text('jira_site')) : toAddress(text('jira_site')),
    cloudId: /^[\w-]+$/.test(text('jira_cloud_id')) ? text('jira_cloud_id') : '',
    project: /^[a-z][a-z0-9_]+$/i.test(text('jira_project')) ? text('jira_project').toUpperCase() : '',
    email: /^[^\s:{}]+$/.test(text('jira_email')) ? text('jira_email') : '',
  };
  const { site, cloudId, project, email } = settings;
  const lacks: (JiraSetting | false)[] =
    kind === 'cloud'
      ? [!project && 'jira_project', !cloudId && !site && 'jira_cloud_id', !email && 'jira_email']
      : [!project && 'jira_project', !site && 'jira_site'];
  const lacking = lacks.filter((each) => each !== false);
  // A site alone makes keys lead somewhere, and is no wish to reach it.
  const isWanted = Boolean(cloudId || project || email || kind === 'data center');
  return {
    jiraSite: site,
    jira: lacking.length === 0 ? settings : undefined,
    jiraLacks: isWanted ? lacking : [],
  };
}

// Admins paste whole addresses; a link needs the host alone, and nothing that could lead elsewhere.
function toHost(text: string): string {
  const host = withoutScheme(text).split(/[/?#]/)[0] ?? '';
  return /^[a-z0-9.-]+$/i.test(host) ? host.toLowerCase() : '';
}

// A Data Center often lives under a path, such as `/jira`, before the pages that people copy addresses of.
function toAddress(text: string): string {
  const [address = ''] = withoutScheme(text).split(
    /[?#]|\/(?:browse|secure|projects|issues|plugins|login\.jsp)\b/i,
  );
  const [, host, port = '', path = ''] = /^([a-z0-9.-]+)(:\d{1,5})?((?:\/[\w-]+)*)\/*$/i.exec(address) ?? [];
  return host ? host.toLowerCase() + port + path : '';
}

const withoutScheme = (text: string) => text.trim().replace(/^https?:\/\//i, '');
