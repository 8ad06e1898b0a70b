import { useEffect, useSyncExternalStore } from 'react';
import { readIssue } from '../actions/readIssue.ts';
import type { Incident } from '../domain/incident.ts';
import type { Ports } from '../ports.ts';
import { createIssueWatch, type IssueKnown, type IssueWatch } from './issueWatch.ts';

type Needs = Pick<Ports, 'issues' | 'clock'>;
/** Whose issue it is, and what it is called. */
export type WithIssue = Pick<Incident, 'id' | 'jiraId' | 'jiraKey'>;

// One question for all who ask beside one ticket.
const watches = new WeakMap<Needs, Map<string, IssueWatch>>();

/**
 * What Jira says of the incident's issue, as last asked. Every `occasion` (a look at the ticket, a minute that passes) may
 * ask again; `undefined` until something is known, and where Jira is not set up.
 */
export function useIssue(
  ports: Needs,
  incident: WithIssue,
  occasion: number,
  everyMs?: number,
): { readonly known: IssueKnown | undefined; readonly watch: IssueWatch } {
  const watch = watchOf(ports, incident);
  useEffect(() => {
    if (ports.issues && occasion) watch.look(everyMs);
  }, [ports, watch, occasion, everyMs]);
  return { known: useSyncExternalStore(watch.subscribe, watch.get), watch };
}

function watchOf(ports: Needs, incident: WithIssue): IssueWatch {
  const { id, jiraId, jiraKey } = incident;
  const all = watches.get(ports) ?? new Map<string, IssueWatch>();
  watches.set(ports, all);
  const name = `${id} ${jiraId ?? jiraKey}`;
  const watch = all.get(name) ?? createIssueWatch(() => readIssue(ports, { jiraId, jiraKey }), ports.clock);
  all.set(name, watch);
  return watch;
}
