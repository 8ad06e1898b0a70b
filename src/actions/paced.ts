import { backoff, waitForSlot } from '../domain/pacing.ts';
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
  /** Asks once, unless Zendesk says that it did nothing: `undefined` when what was asked may have been done. */
  write<T>(ask: () => Promise<T>): Promise<T | undefined>;
  pause(what: Waiting['for'], ms: number): Promise<void>;
}

const MOST_TRIES = 9;

/** Sends requests one by one within our share of the limits, and obeys Zendesk where it asks for more room. */
export function createPaced(clock: Clock, onWait: (waiting: Waiting | undefined) => void): Paced {
  const sent: number[] = [];

  async function pause(what: Waiting['for'], ms: number) {
    if (ms <= 0) return;
    onWait({ for: what, until: new Date(clock.now().getTime() + ms) });
    await clock.pause(ms);
    onWait(undefined);
  }

  async function slot() {
    await pause('our share', waitForSlot(sent, clock.now().getTime()));
    sent.push(clock.now().getTime());
    if (sent.length > 1_000) sent.splice(0, 500); // a minute never needs so many
  }

  return {
    pause,
    async read(ask) {
      for (let tries = 1; ; tries += 1) {
        await slot();
        const asked = clock.now();
        try {
          return { value: await ask(), asked };
        } catch (error) {
          if (!isPassing(error) || tries === MOST_TRIES) throw error;
          await pause(waitsFor(error), backoff(tries, error.retryAfter));
        }
      }
    },
    async write(ask) {
      for (let tries = 1; ; tries += 1) {
        await slot();
        try {
          return await ask();
        } catch (error) {
          if (!isPassing(error)) throw error;
          if (error.trouble === 'too many' && tries < MOST_TRIES)
            await pause('too many', backoff(tries, error.retryAfter));
          else {
            await pause(waitsFor(error), backoff(1, error.retryAfter));
            return undefined;
          }
        }
      }
    },
  };
}

function isPassing(error: unknown): error is ServiceError {
  return error instanceof ServiceError && (error.trouble === 'too many' || mayHaveWorked(error));
}

function waitsFor({ trouble }: ServiceError): Waiting['for'] {
  return trouble === 'too many' ? 'too many' : 'zendesk';
}
