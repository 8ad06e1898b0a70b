import type { BroadcastRefusal } from '../domain/broadcaster.ts';
import type { LeftOut } from '../domain/declaration.ts';
import { createDeskTime } from '../domain/deskTime.ts';
import { type Incident, toIncident } from '../domain/incident.ts';
import { type MergeRefusal, STAYS_FOR_GOOD } from '../domain/merge.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { identifyBroadcaster } from './checkBroadcaster.ts';
import { claimMerge, endMerge } from './claimMerge.ts';
import { type MovePorts, moveReports } from './moveReports.ts';
import { createPaced, type Paced } from './paced.ts';
import { relateIssues, takeOverIssue } from './relateIssues.ts';

export type Merged =
  | {
      readonly end: 'done' | 'stopped' | 'unfinished';
      readonly moved: number;
      /** Of those that this run has moved: whose customers were written to. */
      readonly told: number;
      /** Reports that are where they were, and why. Those of tickets that nobody can change stay for good. */
      readonly not: readonly LeftOut[];
      /** Reports that this agent can't see. */
      readonly hidden: number;
      /** Why the issues do not say so yet; running again goes on. */
      readonly issueTrouble?: ServiceError | undefined;
    }
  | { readonly end: 'refuse'; readonly because: MergeRefusal }
  | { readonly end: 'not allowed'; readonly refusal: BroadcastRefusal };

export type MergePorts = MovePorts & Pick<BroadcastPorts, 'account' | 'issues'>;

export interface MergeOptions {
  readonly onProgress?: (done: number, of: number) => void;
  /** Asked before every batch; what was sent by then stays sent. */
  readonly isStopped?: () => boolean;
}

const MOST_ROUNDS = 4;

/**
 * Merges one incident into another: from then on nothing is posted to it, its reports are moved and their customers told,
 * once, its issue says so, and its ticket is solved last of all. What is done stands in the tickets, so that anybody may
 * run this again after a tab was closed, or at the same time.
 */
export async function mergeIncidents(
  ports: MergePorts,
  fromId: TicketId,
  intoId: TicketId,
  { onProgress = () => {}, isStopped = () => false }: MergeOptions = {},
): Promise<Merged> {
  const paced = createPaced(ports);
  const time = createDeskTime();
  const { me, refusal } = await identifyBroadcaster(ports, paced.answer);
  if (refusal) return { end: 'not allowed', refusal };
  const claimed = await claimMerge(ports, fromId, intoId, me, time);
  if (claimed !== 'claimed') return { end: 'refuse', because: claimed };

  const target = await lastOf(ports, paced, intoId);
  await takeOverIssue(ports, fromId, target.id);
  const moved = new Set<TicketId>();
  const told = new Set<TicketId>();
  let not: readonly LeftOut[] = [];
  let hidden = 0;
  const outcome = (end: 'done' | 'stopped' | 'unfinished', issueTrouble?: ServiceError): Merged => ({
    end,
    moved: moved.size,
    told: told.size,
    not,
    hidden,
    ...(issueTrouble && { issueTrouble }),
  });

  const countHidden = async () =>
    Math.max(0, (await paced.read(() => ports.tickets.countReports(fromId))).value - not.length);

  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const reports = await listIds(ports, paced, fromId);
    const before = moved.size;
    const ran = await moveReports(ports, fromId, target.id, reports, {
      time,
      isStopped,
      onProgress: (done) => onProgress(before + done, before + reports.length),
    });
    for (const id of ran.moved) moved.add(id);
    for (const id of ran.told) told.add(id);
    not = ran.not;
    if (isStopped()) return outcome('stopped');
    hidden = await countHidden();
    // Whoever was attached by hand meanwhile comes along in the next round.
    if (hidden === 0 || ran.moved.length === 0) break;
  }

  const issueTrouble = await relateIssues(ports, fromId, target.id).catch(ofIssue);
  // What comes now can't be taken back: solving the ticket solves whatever still hangs on it.
  hidden = await countHidden();
  if (hidden > 0 || not.some(({ because }) => !STAYS_FOR_GOOD.has(because)))
    return outcome('unfinished', issueTrouble);
  await endMerge(ports, fromId, me.id, time);
  return outcome('done', issueTrouble);
}

const MOST_HOPS = 10;

/** Where everything ends up: the other incident may have been merged into a third one meanwhile. */
async function lastOf({ tickets }: MergePorts, paced: Paced, intoId: TicketId): Promise<Incident> {
  let incident = toIncident((await paced.read(() => tickets.readOne(intoId))).value);
  for (let hops = 0; incident.mergedInto && hops < MOST_HOPS; hops += 1) {
    const next = incident.mergedInto;
    incident = toIncident((await paced.read(() => tickets.readOne(next))).value);
  }
  return incident;
}

async function listIds({ batches }: MergePorts, paced: Paced, incidentId: TicketId): Promise<TicketId[]> {
  const ids = new Set<TicketId>();
  let cursor: string | undefined;
  do {
    const { value: page } = await paced.read(() => batches.reports(incidentId, cursor));
    for (const { id, problemId } of page.tickets) if (problemId === incidentId) ids.add(id);
    cursor = page.next;
  } while (cursor);
  return [...ids];
}

// Customers have been told; the issues wait for whoever tries again.
function ofIssue(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  throw error;
}
