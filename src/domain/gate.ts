import type { Incident } from './incident.ts';
import type { Issue } from './issue.ts';
import type { Gate, IssueSaid } from './record.ts';
import { meansFixed } from './resolution.ts';
import { utcText } from './utcText.ts';

/**
 * Whether the issue lets *resolved* be said. `open`: it is done, and fixed. `asks`: it ended in another way, so somebody has
 * to be asked. `shut`: Engineering is not done. `unknown`: nobody could read it, or there is none.
 */
export type Verdict = 'open' | 'asks' | 'shut' | 'unknown';

export function judgeIssue(issue: Issue | undefined, fixed: readonly string[]): Verdict {
  if (!issue) return 'unknown';
  if (issue.state !== 'done') return 'shut'; // also a state that nobody knows
  return meansFixed(issue, fixed) ? 'open' : 'asks';
}

/** What the tracker said, as far as a review wants to know it later. */
export function toSaid({ key, status, state, resolution, stateSince }: Issue, asOf: Date): IssueSaid {
  return {
    key,
    status,
    state,
    ...(resolution && { resolution }),
    ...(stateSince && { since: stateSince }),
    at: asOf.toISOString(),
  };
}

/**
 * Where Engineering and what customers were told part ways. `closed`: it is fixed, and customers do not know. `ended`: it
 * was closed without being fixed. `reopened`: it was done when customers were told that all is well, and is not any more.
 * `running`: customers were told so, and nobody looked then whether it was done.
 */
export type Drift = 'closed' | 'ended' | 'reopened' | 'running';

export function driftOf(incident: Incident, issue: Issue, fixed: readonly string[]): Drift | undefined {
  const isResolved = incident.stage === 'resolved';
  const verdict = judgeIssue(issue, fixed);
  if (!isResolved && !incident.isOver)
    return verdict === 'open' ? 'closed' : verdict === 'asks' ? 'ended' : undefined;
  const isRunning = issue.state === 'new' || issue.state === 'started';
  if (!isResolved || !isRunning) return undefined;
  const then = incident.update?.gate?.issue;
  // Whoever resolved it over an issue that was not done knew, and said why.
  if (!then || then.state === 'unknown') return 'running';
  return then.state === 'done' ? 'reopened' : undefined;
}

/** What let *resolved* be said, a line each, for people who read it in the ticket or in the tracker. */
export function gateLines(gate: Gate): string[] {
  const { kind, by, where, when, reason, issue } = gate;
  switch (kind) {
    case 'jira':
      return [`Resolved according to Jira: ${issue ? saidText(issue) : by}.`];
    case 'confirmed':
      return [
        `Resolved on the word of ${[by, where].filter(Boolean).join(', ')}${when ? `, ${utcText(when)}` : ''}.`,
        ...thenLine(issue),
      ];
    case 'override':
      return [
        `Said resolved without Engineering’s confirmation, by decision of ${by}${reason ? `: ${reason}` : ''}`,
        ...thenLine(issue),
      ];
  }
}

function thenLine(issue: IssueSaid | undefined): string[] {
  return issue ? [`Jira said then: ${saidText(issue)}.`] : [];
}

function saidText({ key, status, resolution, since, at }: IssueSaid): string {
  const how = resolution && resolution !== status ? `${status} (${resolution})` : status;
  return `${key} is ${how}${since ? ` since ${utcText(since)}` : ''}, read at ${utcText(at)}`;
}
