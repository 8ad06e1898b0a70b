import { backoff } from '../domain/pacing.ts';
import { type Clock, ServiceError } from '../ports.ts';
import { mayHaveWorked } from './mayHaveWorked.ts';

const MOST_TRIES = 5;
// A service that is down for longer has a receipt that says so.
const MOST_FAILURES = 3;

/**
 * Asks a service, and again once it has said that it did nothing yet because it was asked too often. What may be repeated
 * (`isRepeatable`) is asked again after a failure that passes, too.
 */
export async function politely<T>(clock: Clock, ask: () => Promise<T>, isRepeatable = false): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const isTooMany = error.trouble === 'too many';
      const isPassing = isTooMany || (isRepeatable && mayHaveWorked(error));
      if (!isPassing || tries >= (isTooMany ? MOST_TRIES : MOST_FAILURES)) throw error;
      await clock.pause(backoff(tries, error.retryAfter));
    }
  }
}
