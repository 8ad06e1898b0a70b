import { judgeIssue, toSaid } from '../domain/gate.ts';
import type { Incident } from '../domain/incident.ts';
import type { Gate } from '../domain/record.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { type IssueLook, readIssue } from './readIssue.ts';

export type CheckedGate =
  | { readonly do: 'go on'; readonly gate: Gate }
  /** Jira does not let *resolved* be said, or not any more, or did not say; absent where nobody can be asked. */
  | { readonly do: 'shut'; readonly look: IssueLook | undefined };

/**
 * What lets *resolved* be said, as it is now. One that rests on Jira is asked about once more, however fresh it is: nobody
 * hears *resolved* on what Jira said a while ago. A person's word stands as it was given.
 */
export async function checkGate(
  ports: Pick<BroadcastPorts, 'issues' | 'clock' | 'settings'>,
  incident: Incident,
  gate: Gate,
): Promise<CheckedGate> {
  if (gate.kind !== 'jira') return { do: 'go on', gate };
  const look = await readIssue(ports, incident);
  if (look?.state !== 'read') return { do: 'shut', look };
  if (judgeIssue(look.issue, ports.settings.fixedResolutions) !== 'open') return { do: 'shut', look };
  return { do: 'go on', gate: { ...gate, by: look.issue.key, issue: toSaid(look.issue, look.asOf) } };
}
