import type { IssueLook } from '../actions/readIssue.ts';
import type { Clock, ServiceError } from '../ports.ts';

/** What is known of an issue: what it last said, and why it says nothing newer if so. */
export interface IssueKnown {
  readonly read?: Extract<IssueLook, { state: 'read' }> | undefined;
  readonly error?: ServiceError | undefined;
}

export interface IssueWatch {
  readonly get: () => IssueKnown | undefined;
  readonly subscribe: (act: () => void) => () => void;
  /** An occasion to ask again: it does so unless it has asked lately, or the tracker wants to be left alone. */
  look(everyMs?: number): void;
  /** Asks now, for somebody who has pressed a button. */
  lookNow(): Promise<void>;
  /** Somebody else has asked. */
  learn(look: IssueLook): void;
}

// Jira lets tokens ask a hundred times a second and site; what many open tickets ask together stays far below.
export const ISSUE_EVERY_MS = 60_000;
const MOST_WAIT_MS = 10 * 60_000;

/** Keeps what one issue says, for all parts of a view that show it. It asks on occasions alone and has no timer of its own. */
export function createIssueWatch(
  ask: () => Promise<IssueLook | undefined>,
  { now }: Pick<Clock, 'now'>,
): IssueWatch {
  let known: IssueKnown | undefined;
  let running: Promise<void> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let failures = 0;
  const listeners = new Set<() => void>();

  function learn(look: IssueLook) {
    failures = look.state === 'read' ? 0 : failures + 1;
    known = look.state === 'read' ? { read: look } : { read: known?.read, error: look.error };
    for (const act of listeners) act();
  }
  function lookNow(): Promise<void> {
    askedAt = now().getTime();
    running ??= ask()
      .then(
        (look) => look && learn(look),
        () => {}, // its code did not load; the key is there without it
      )
      .finally(() => {
        running = undefined;
      });
    return running;
  }
  return {
    get: () => known,
    subscribe(act) {
      listeners.add(act);
      return () => listeners.delete(act);
    },
    look(everyMs = ISSUE_EVERY_MS) {
      if (now().getTime() - askedAt >= waitAfter(known?.error, failures, everyMs)) void lookNow();
    },
    lookNow,
    learn,
  };
}

function waitAfter(error: ServiceError | undefined, failures: number, everyMs: number): number {
  if (!error) return everyMs;
  const wanted = (error.retryAfter ?? 0) * 1_000;
  return Math.max(wanted, Math.min(everyMs * 2 ** (failures - 1), MOST_WAIT_MS));
}
