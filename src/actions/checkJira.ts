import type { JiraSetting } from '../domain/jiraSettings.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { IssueKind, IssueRights } from '../ports/issues.ts';
import { ServiceError } from '../ports.ts';

export type JiraFinding =
  | { readonly is: 'not set up' }
  | { readonly is: 'half set up'; readonly lacks: readonly JiraSetting[] }
  | { readonly is: 'failed'; readonly error: ServiceError }
  | { readonly is: 'reached'; readonly rights: IssueRights; readonly kinds: readonly IssueKind[] };

/** Whether Jira can be reached with the account's settings, and what may be done there. It changes nothing in Jira. */
export async function checkJira(ports: Pick<BroadcastPorts, 'issues' | 'settings'>): Promise<JiraFinding> {
  const { issues, settings } = ports;
  if (!issues) {
    const lacks = settings.jiraLacks;
    return lacks.length === 0 ? { is: 'not set up' } : { is: 'half set up', lacks };
  }
  const tracker = await issues();
  try {
    const rights = await tracker.rights();
    const { kinds } = await tracker.demands();
    return { is: 'reached', rights, kinds };
  } catch (error) {
    if (error instanceof ServiceError) return { is: 'failed', error };
    throw error;
  }
}
