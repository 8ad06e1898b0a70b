import { type Incident, newestUpdate } from '../domain/incident.ts';
import { countLinks, type LinkCount } from '../domain/linkFact.ts';
import type { IssuePorts } from './issueAtHand.ts';
import { readLinks } from './linkFacts.ts';

export interface LinksChecked {
  /** Absent before they were compared for the first time. */
  readonly count?: LinkCount | undefined;
  /** They were compared since the newest update was told. */
  readonly isOfNewest: boolean;
}

/** How the links stand by what is written down on the issue: a request or two, and none of the links is read. */
export async function checkLinks(
  { tickets, issues }: Pick<IssuePorts, 'tickets' | 'issues'>,
  incident: Incident,
): Promise<LinksChecked | undefined> {
  const name = incident.jiraId ?? incident.jiraKey;
  if (!issues || !name) return undefined;
  const tracker = await issues();
  const [fact, reports] = await Promise.all([
    readLinks({ read: (ask) => ask() }, tracker, name, incident.id),
    incident.reports ?? tickets.countReports(incident.id),
  ]);
  if (!fact) return { isOfNewest: false };
  return { count: countLinks(fact, reports), isOfNewest: fact.n >= newestUpdate(incident) };
}
