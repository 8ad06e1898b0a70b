import type { Incident } from '../domain/incident.ts';
import type { Issue } from '../domain/issue.ts';
import type { IssueTracker } from '../ports/issues.ts';
import { type Clock, ServiceError } from '../ports.ts';

/** What the tracker said of an incident's issue, or why it said nothing, and when it was asked. */
export type IssueLook =
  | { readonly state: 'read'; readonly issue: Issue; readonly url?: string | undefined; readonly asOf: Date }
  | { readonly state: 'failed'; readonly error: ServiceError; readonly asOf: Date };

interface Needs {
  readonly issues?: (() => Promise<IssueTracker>) | undefined;
  readonly clock: Clock;
}

/** Asks where Engineering stands, with one request; `undefined` where there is nobody to ask, or nothing to ask about. */
export async function readIssue(
  { issues, clock }: Needs,
  { jiraId, jiraKey }: Pick<Incident, 'jiraId' | 'jiraKey'>,
): Promise<IssueLook | undefined> {
  const name = jiraId ?? jiraKey;
  if (!issues || !name) return undefined;
  const tracker = await issues();
  const asOf = clock.now();
  try {
    const issue = await tracker.read(name);
    return { state: 'read', issue, url: tracker.urlOf(issue.key), asOf };
  } catch (error) {
    if (error instanceof ServiceError) return { state: 'failed', error, asOf };
    throw error;
  }
}
