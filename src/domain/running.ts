import type { Incident } from './incident.ts';
import { withoutAside } from './planAside.ts';
import { isRelapse } from './reopen.ts';
import { STAGES, stageTag } from './stage.ts';
import type { Priority, Ticket } from './ticket.ts';

/** A report carries it while its incident runs: an account's auto-solve can be told to leave such tickets alone. */
export const RUNNING_TAG = 'allclear_running';

/** The name that putting reports back has among an update's receipts. */
export const RESTORE = 'restore';

/** What a report's priority was, and what we made of it. */
export interface Raised {
  readonly from?: Priority | undefined;
  readonly to: Priority;
}

// In a tag, for every listing of tickets brings those along: an audit would be a request for each report.
const RAISED = /^allclear_(none|low|normal|high|urgent)_to_(low|normal|high|urgent)$/;

type Tagged = Pick<Ticket, 'tags' | 'priority'>;

export function raisedIn(tags: readonly string[]): Raised | undefined {
  for (const tag of tags) {
    const [, from, to] = RAISED.exec(tag) ?? [];
    if (to) return { ...(from !== 'none' && { from: from as Priority }), to: to as Priority };
  }
  return undefined;
}

/** A report's tags while its incident runs; `set` is the priority that it is given in the same write, if any. */
export function runningTags({ tags, priority }: Tagged, set?: Priority): string[] {
  const isRaised = set !== undefined && set !== priority;
  const kept = isRaised ? tags.filter((tag) => !RAISED.test(tag)) : tags;
  const raised = isRaised ? [`allclear_${priority ?? 'none'}_to_${set}`] : [];
  return [...new Set([...kept, RUNNING_TAG, ...raised])];
}

/** The tags that are nobody's but the account's. */
export function restingTags(tags: readonly string[]): string[] {
  return tags.filter((tag) => tag !== RUNNING_TAG && !RAISED.test(tag));
}

/** The same for a ticket that leaves its incident: the stage that its customer was told goes with it. */
export function detachedTags(tags: readonly string[]): string[] {
  return withoutAside(restingTags(tags)).filter((tag) => !STAGE_TAGS.has(tag));
}

const STAGE_TAGS: ReadonlySet<string> = new Set(STAGES.map(stageTag));

/** What a write that tells a report changes beside. */
export interface RunningChange {
  readonly tags?: readonly string[];
  readonly priority?: Priority;
  /** For the audit, where the priority is raised. */
  readonly was?: { readonly priority?: Priority | undefined };
}

/**
 * What telling an update of a running incident brings along: the tag, where a report lacks it. A report that was over and is
 * not any more is urgent again as well; any other priority is a person's business.
 */
export function keepRunning(incident: Incident, report: Ticket, wish: Priority | undefined): RunningChange {
  if (incident.stage === 'resolved' || report.tags.includes(RUNNING_TAG)) return {};
  const set = wish !== report.priority && isRelapse(incident, report) ? wish : undefined;
  return {
    tags: withStage(runningTags(report, set), incident),
    ...(set && { priority: set, was: { priority: report.priority } }),
  };
}

/** An option of a drop-down is a tag as well: the list that is written has to say the same as the field. */
export function withStage(tags: readonly string[], { stage }: Pick<Incident, 'stage'>): string[] {
  return [...tags.filter((tag) => !STAGE_TAGS.has(tag)), stageTag(stage)];
}

/** What putting a report back writes; no priority where that is not ours any more, or never was. */
export interface Restoring {
  readonly tags: readonly string[];
  readonly priority?: Priority;
}

/**
 * What a report gets back once its incident is over; `undefined` where there is nothing to do, or nothing to be done. A
 * priority that is not what we had made of it is a person's and stays. One that was empty becomes `normal`: Zendesk lets
 * nobody clear it (https://support.zendesk.com/hc/en-us/articles/4408894213018).
 */
export function planRestoring({
  tags,
  priority,
  status,
}: Tagged & Pick<Ticket, 'status'>): Restoring | undefined {
  const resting = restingTags(tags);
  if (status === 'closed' || resting.length === tags.length) return undefined;
  const raised = raisedIn(tags);
  const isOurs = raised !== undefined && raised.to === priority;
  return { tags: resting, ...(isOurs && { priority: raised.from ?? 'normal' }) };
}
