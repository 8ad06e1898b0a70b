import { createDeskTime, SETTLED_MS } from '../domain/deskTime.ts';
import { mayTouch } from '../domain/drill.ts';
import { toIncident } from '../domain/incident.ts';
import type { LinkScope } from '../domain/issueLinks.ts';
import { afterPlan, type LinkPlan, planLinks } from '../domain/planLinks.ts';
import { isOver, type Ticket, type TicketId } from '../domain/ticket.ts';
import { type IssuePorts, issueAtHand, keepIssue, type NoIssue } from './issueAtHand.ts';
import { createIssueWriter } from './issueWriter.ts';
import { keepLinkFact } from './linkFacts.ts';
import { markReports, withoutKey } from './markReports.ts';
import { createPaced } from './paced.ts';
import { readReports } from './readReports.ts';
import { type ToldImpact, tellImpact } from './tellImpact.ts';
import { unknownTickets } from './unknownTickets.ts';

export interface SyncProgress {
  /** Links that were made, changed or taken away, of those that have to be. */
  readonly done: number;
  readonly of: number;
  /** Jira's limit, or Jira itself, makes us wait until then. */
  readonly until?: Date | undefined;
}

export interface SyncOptions {
  readonly onProgress?: (progress: SyncProgress) => void;
  /** Asked before every write; what was written by then stays, and the next run goes on with the rest. */
  readonly isStopped?: () => boolean;
}

export type Synced = { readonly end: 'none'; readonly because: NoIssue } | SyncedIssue;

export interface SyncedIssue {
  /** `unfinished`: reports kept changing meanwhile; running again goes on with those. */
  readonly end: 'done' | 'stopped' | 'unfinished';
  readonly issue: { readonly id: string; readonly key: string };
  readonly linked: number;
  /** Reports that a link to a search stands for, because the issue has no room for more. */
  readonly rest: number;
  /** Reports that this agent can't see; their links stayed as they were. */
  readonly hidden: number;
  /** Writes to the issue. */
  readonly writes: number;
  readonly marked: number;
  /** Reports that Zendesk would not give the issue's key. */
  readonly unmarked: readonly TicketId[];
  /** Absent when it was not to be told: by an agent who can't see all reports, or after a stop. */
  readonly impact?: ToldImpact | undefined;
}

const MOST_ROUNDS = 8;
// Zendesk solves an incident's reports one after the other once its ticket is solved.
const SOLVING_MS = 60_000;
const SOLVING_ROUNDS = 4;

/**
 * Brings everything about an incident on its issue in line: one link to each report, struck through when it is solved, one
 * to the incident, the issue's key on every report, one comment on whom it has hit. Writes the differences alone, and
 * nothing when there are none; whoever else does the same at the same moment does no harm. Throws the `ServiceError` of a
 * service that does not come round: what was written stays, and the next run goes on.
 */
export async function syncLinks(
  ports: IssuePorts,
  incidentId: TicketId,
  { onProgress = () => {}, isStopped = () => false }: SyncOptions = {},
): Promise<Synced> {
  const { tickets, clock, account } = ports;
  const paced = createPaced(ports);
  const time = createDeskTime();
  const scope: LinkScope = { account, incident: incidentId };
  const me = await paced.answer(() => tickets.me());
  const look = () => paced.answer(() => tickets.readOne(incidentId));
  let problem = await look();
  const found = await issueAtHand(ports, problem);
  if (typeof found === 'string') return { end: 'none', because: found };
  const { tracker, filed } = found;

  let progress: SyncProgress = { done: 0, of: 0 };
  const tell = (more: Partial<SyncProgress>) => {
    progress = { ...progress, ...more };
    onProgress(progress);
  };
  const writer = createIssueWriter(clock, filed.id ?? filed.key, (until) => tell({ until }));
  const issue = await writer.read(() => tracker.read(filed.id ?? filed.key));
  const { id, key } = issue;
  const mayWrite = !me.isLight;
  if (mayWrite && (filed.id !== id || filed.key !== key || problem.fields.allclear_jira !== key))
    await keepIssue(ports, incidentId, issue);

  // In this order: a link is as old as its report or older, so that what is decided goes by the newer of the two.
  let links = await writer.read(() => tracker.links(id));
  let seen = await readOurs();
  let plan: LinkPlan;
  let marked = 0;
  const unmarked = new Set<TicketId>();
  for (let round = 1; ; round += 1) {
    const unknown = await unknownTickets(ports, paced, scope, links, seen);
    plan = planLinks({ ...scope, key, isOver: isOver(problem), reports: seen.reports, unknown }, links);
    const lacking = mayWrite ? withoutKey(seen.reports, key).filter((each) => !unmarked.has(each.id)) : [];
    const isSolving =
      round <= SOLVING_ROUNDS &&
      isOver(problem) &&
      clock.now().getTime() - Date.parse(problem.updatedAt) < SOLVING_MS &&
      seen.reports.some((report) => !isOver(report));
    if (plan.put.length + plan.drop.length + lacking.length === 0 && !isSolving) break;
    if (round === MOST_ROUNDS) return end('unfinished');

    await together(carryOut(plan), mark(lacking.filter((each) => !seen.unsettled.has(each.id))));
    if (isStopped()) return end('stopped');
    links = afterPlan(links, plan);
    if (lacking.length > 0 || isSolving) await paced.pause('settling', SETTLED_MS * round);
    if (isStopped()) return end('stopped');
    // All that took its time, and reports came, went and changed meanwhile.
    problem = await look();
    seen = await readOurs();
  }
  if (isStopped()) return end('stopped');
  const impact =
    seen.hidden === 0 && mayWrite
      ? await tellImpact(ports, { ...scope, paced, writer, tracker, issueId: id, reports: seen.reports })
      : undefined;
  const { update } = toIncident(problem);
  const { linked, rest } = plan;
  await keepLinkFact(clock, writer, tracker, id, {
    incident: incidentId,
    count: seen.count,
    linked,
    rest,
    n: update?.n ?? 0,
    more: [],
    fewer: [],
  });
  return end('done', impact);

  /** A drill links none but its own. */
  async function readOurs() {
    const read = await readReports(ports, paced, incidentId, time);
    const incident = toIncident(problem);
    return { ...read, reports: read.reports.filter((report) => mayTouch(incident, report)) };
  }

  async function carryOut({ put, drop }: LinkPlan) {
    tell({ of: progress.done + put.length + drop.length });
    const acts = [
      ...drop.map((link) => () => tracker.dropLink(id, link)),
      ...put.map((link) => () => tracker.putLink(id, link)),
    ];
    for (const act of acts) {
      if (isStopped()) return;
      await writer.write(act);
      tell({ done: progress.done + 1 });
    }
  }

  async function mark(reports: readonly Ticket[]) {
    if (reports.length === 0) return;
    const marks = await markReports(ports, paced, incidentId, key, reports, isStopped);
    marked += marks.written;
    for (const each of marks.refused) unmarked.add(each);
  }

  function end(how: SyncedIssue['end'], impact?: ToldImpact): SyncedIssue {
    const { linked, rest } = plan;
    const { hidden } = seen;
    const { writes } = writer;
    return {
      end: how,
      issue: { id, key },
      linked,
      rest,
      hidden,
      writes,
      marked,
      unmarked: [...unmarked],
      impact,
    };
  }
}

/** Waits for both, also when one fails: what was begun is not left alone. */
async function together(...both: Promise<void>[]) {
  await Promise.allSettled(both);
  await Promise.all(both);
}
