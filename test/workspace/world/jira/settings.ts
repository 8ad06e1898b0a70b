import type { Limit } from '../settings.ts';

export interface JiraSettings {
  deployment: 'cloud' | 'data center';
  /** The Cloud site's own host. */
  site: string;
  cloudId: string;
  dataCenterHost: string;
  /** How long the search index answers what was true before. */
  indexLag: number;
  /** What a wrong or expired token gets: 401, or what everybody may see (both are reported). */
  badCredentials: 'refused' | 'anonymous';
  /** "Issue linking" in the site's settings. */
  linking: boolean;
  /** Whether a remote link that is written counts as a change of its issue (unverified). */
  linksTouchIssue: boolean;
  /** Whether "Due date" is on the issues' edit screen. */
  dueOnScreen: boolean;
  /** https://developer.atlassian.com/cloud/jira/platform/rate-limiting/; `false` switches them off. */
  limits: { issueWrites: readonly Limit[]; reads: Limit; writes: Limit } | false;
  /** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-limit-report-get */
  mostRemoteLinks: number;
  mostComments: number;
}

export const DEFAULT_JIRA_SETTINGS: JiraSettings = {
  deployment: 'cloud',
  site: 'harborgifts.atlassian.net',
  cloudId: '5f2c0e7a-91d4-4b6e-8a3d-7c1b0e9f2a64',
  dataCenterHost: 'jira.harborgifts.example',
  indexLag: 2000,
  badCredentials: 'refused',
  linking: true,
  linksTouchIssue: true,
  dueOnScreen: true,
  limits: {
    issueWrites: [
      { most: 20, ms: 2000 },
      { most: 100, ms: 30_000 },
    ],
    reads: { most: 100, ms: 1000 },
    writes: { most: 50, ms: 1000 },
  },
  mostRemoteLinks: 2000,
  mostComments: 5000,
};
