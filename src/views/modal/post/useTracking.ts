import { useMemo } from 'react';
import type { IssueLook } from '../../../actions/readIssue.ts';
import type { Tracked } from '../../../domain/formGate.ts';
import { judgeIssue, toSaid } from '../../../domain/gate.ts';
import type { Incident } from '../../../domain/incident.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import type { IssueKnown } from '../../issueWatch.ts';
import { useIssue } from '../../useIssue.ts';
import { useTask } from '../../useTask.ts';

export interface Tracking {
  readonly tracked: Tracked;
  readonly known: IssueKnown | undefined;
  /** Jira is set up, and the incident has an issue. */
  readonly isAsked: boolean;
  readonly isAsking: boolean;
  readonly askAgain: () => void;
  /** What the claim has found out. */
  readonly learn: (look: IssueLook | undefined) => void;
}

/** What Jira says while *resolved* is being written; asked once a minute, and not before somebody means to resolve. */
export function useTracking(
  ports: ModalPorts,
  incident: Incident,
  isResolving: boolean,
  now: Date,
): Tracking {
  const isAsked = ports.issues !== undefined && (incident.jiraId ?? incident.jiraKey) !== undefined;
  const minute = Math.floor(now.getTime() / 60_000);
  const { known, watch } = useIssue(ports, incident, isResolving ? minute : 0);
  const asking = useTask(watch.lookNow);
  const fixed = ports.settings.fixedResolutions;
  const tracked = useMemo(() => {
    const { read, error } = known ?? {};
    if (!read) return { verdict: 'unknown' as const };
    // What was read before Jira fell silent is worth writing down, and no proof any more.
    const verdict = error ? 'unknown' : judgeIssue(read.issue, fixed);
    return { verdict, said: toSaid(read.issue, read.asOf) };
  }, [known, fixed]);
  return {
    tracked,
    known,
    isAsked,
    isAsking: asking.task.state === 'running' || (isAsked && !known),
    askAgain: () => void asking.run(),
    learn: (look) => look && watch.learn(look),
  };
}
