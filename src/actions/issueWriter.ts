import { MOST_REMEMBERED, waitForWrite } from '../domain/linkPacing.ts';
import { backoff } from '../domain/pacing.ts';
import { type Clock, ServiceError } from '../ports.ts';
import { mayHaveWorked } from './mayHaveWorked.ts';

/** Asks one issue, within what Jira takes for it. Both throw the `ServiceError` of a tracker that does not come round. */
export interface IssueWriter {
  /** Writes one after the other, and again after a failure that passes: only what may be repeated belongs here. */
  write<T>(act: () => Promise<T>): Promise<T>;
  /** Writes once, unless Jira says that it did nothing. */
  once<T>(act: () => Promise<T>): Promise<T>;
  read<T>(ask: () => Promise<T>): Promise<T>;
  /** How many writes were answered, or may have been applied. */
  readonly writes: number;
}

interface Share {
  /** When writes were answered, in milliseconds, ascending. */
  readonly answered: number[];
  restsUntil: number;
  last: Promise<unknown>;
}

// Whoever writes to an issue in a tab shares its limit: a tab has one clock.
const SHARES = new WeakMap<Clock, Map<string, Share>>();
const MOST_TRIES = 9;
/** For those whom somebody may be waiting for: seconds, not minutes. */
export const FEW_TRIES = 4;

/** `onWait` hears until when Jira's limit, or Jira itself, makes us wait, and `undefined` when that is over. */
export function createIssueWriter(
  clock: Clock,
  issueId: string,
  onWait: (until: Date | undefined) => void = () => {},
  mostTries = MOST_TRIES,
): IssueWriter {
  const share = shareOf(clock, issueId);
  const now = () => clock.now().getTime();
  let writes = 0;

  async function pause(ms: number) {
    if (ms <= 0) return;
    onWait(new Date(now() + ms));
    await clock.pause(ms);
    onWait(undefined);
  }

  async function repeat<T>(
    act: () => Promise<T>,
    before: () => Promise<void>,
    mayRepeat = isPassing,
  ): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      await before();
      try {
        return await act();
      } catch (error) {
        if (!mayRepeat(error) || tries === mostTries) throw error;
        const ms = backoff(tries, error.retryAfter);
        if (error.trouble === 'too many') share.restsUntil = Math.max(share.restsUntil, now() + ms);
        else await pause(ms);
      }
    }
  }

  const slot = async () => {
    for (;;) {
      const wait = Math.max(waitForWrite(share.answered, now()), share.restsUntil - now());
      if (wait <= 0) return;
      await pause(wait);
    }
  };
  const counted = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } finally {
      writes += 1;
      share.answered.push(now());
      if (share.answered.length > MOST_REMEMBERED * 2) share.answered.splice(0, MOST_REMEMBERED);
    }
  };

  function inTurn<T>(act: () => Promise<T>, mayRepeat: typeof isPassing): Promise<T> {
    const done = share.last.then(() => repeat(() => counted(act), slot, mayRepeat));
    share.last = done.catch(() => {});
    return done;
  }

  return {
    write: (act) => inTurn(act, isPassing),
    once: (act) => inTurn(act, isTooMany),
    read: (ask) => repeat(ask, async () => pause(share.restsUntil - now())),
    get writes() {
      return writes;
    },
  };
}

function shareOf(clock: Clock, issueId: string): Share {
  const shares = SHARES.get(clock) ?? new Map<string, Share>();
  SHARES.set(clock, shares);
  const share = shares.get(issueId) ?? { answered: [], restsUntil: 0, last: Promise.resolve() };
  shares.set(issueId, share);
  return share;
}

function isPassing(error: unknown): error is ServiceError {
  return error instanceof ServiceError && (isTooMany(error) || mayHaveWorked(error));
}

function isTooMany(error: unknown): error is ServiceError {
  return error instanceof ServiceError && error.trouble === 'too many';
}
