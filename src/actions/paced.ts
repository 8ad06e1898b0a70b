import { backoff, waitForSlot } from '../domain/pacing.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { type Clock, ServiceError } from '../ports.ts';
import { mayHaveWorked } from './mayHaveWorked.ts';

/** What a broadcast is waiting for, and until when it will at least. */
export interface Waiting {
  readonly for: 'our share' | 'too many' | 'zendesk' | 'jobs' | 'settling';
  readonly until: Date;
}

export interface Paced {
  /** Asks until there is an answer. `asked` is when the successful request left. */
  read<T>(ask: () => Promise<T>): Promise<{ readonly value: T; readonly asked: Date }>;
  /** The same, for those who need the answer alone. */
  answer<T>(ask: () => Promise<T>): Promise<T>;
  /** Asks once, unless Zendesk says that it did nothing: `undefined` when what was asked may have been done. */
  write<T>(ask: () => Promise<T>): Promise<T | undefined>;
  /** Asks once, whatever comes of it. */
  once<T>(ask: () => Promise<T>): Promise<T>;
  pause(what: Waiting['for'], ms: number): Promise<void>;
  /** Lets no request of this tab leave for so long. */
  rest(ms: number): void;
}

const MOST_TRIES = 9;

interface Share {
  /** When requests left, in milliseconds, ascending. */
  readonly sent: number[];
  /** Zendesk has asked for room until then. */
  restsUntil: number;
}

// Whoever paces requests in a tab shares its minute: a tab has one clock.
const SHARES = new WeakMap<Clock, Share>();

/** Sends requests within our share of the limits, and obeys Zendesk where it asks for more room. */
export function createPaced(
  { clock, settings }: Pick<BroadcastPorts, 'clock' | 'settings'>,
  onWait: (waiting: Waiting | undefined) => void = () => {},
): Paced {
  const share = SHARES.get(clock) ?? { sent: [], restsUntil: 0 };
  SHARES.set(clock, share);
  const now = () => clock.now().getTime();

  async function pause(what: Waiting['for'], ms: number) {
    if (ms <= 0) return;
    onWait({ for: what, until: new Date(now() + ms) });
    await clock.pause(ms);
    onWait(undefined);
  }

  async function slot() {
    for (;;) {
      // Others may have taken the slot that this one waited for.
      const resting = share.restsUntil - now();
      const wait = waitForSlot(share.sent, now(), settings.requestShare);
      if (resting <= 0 && wait <= 0) break;
      await pause(resting > wait ? 'too many' : 'our share', Math.max(resting, wait));
    }
    share.sent.push(now());
    if (share.sent.length > 1_000) share.sent.splice(0, 500); // a minute never needs so many
  }

  function rest(ms: number) {
    share.restsUntil = Math.max(share.restsUntil, now() + ms);
  }

  async function stayAway({ trouble, retryAfter }: ServiceError, tries: number) {
    const ms = backoff(tries, retryAfter);
    if (trouble === 'too many') rest(ms);
    else await pause('zendesk', ms);
  }

  const read: Paced['read'] = async (ask) => {
    for (let tries = 1; ; tries += 1) {
      await slot();
      const asked = clock.now();
      try {
        return { value: await ask(), asked };
      } catch (error) {
        if (!isPassing(error) || tries === MOST_TRIES) throw error;
        await stayAway(error, tries);
      }
    }
  };

  return {
    pause,
    rest,
    read,
    answer: async (ask) => (await read(ask)).value,
    async write(ask) {
      for (let tries = 1; ; tries += 1) {
        await slot();
        try {
          return await ask();
        } catch (error) {
          if (!isPassing(error)) throw error;
          await stayAway(error, error.trouble === 'too many' ? tries : 1);
          if (error.trouble !== 'too many' || tries === MOST_TRIES) return undefined;
        }
      }
    },
    async once(ask) {
      await slot();
      return ask();
    },
  };
}

function isPassing(error: unknown): error is ServiceError {
  return error instanceof ServiceError && (error.trouble === 'too many' || mayHaveWorked(error));
}
