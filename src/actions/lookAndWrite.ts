import { type Clock, ServiceError } from '../ports.ts';
import { doubtAfter, mayHaveWorked } from './mayHaveWorked.ts';

const MOST_TRIES = 4;
const BETWEEN_TRIES_MS = 1_000;

/**
 * Looks, then decides and writes once. When somebody else was faster, or nobody can know whether the write was applied,
 * it looks again before it writes again; `tries` counts from 1. Throws the `ServiceError` of the last write that failed;
 * that of a look only when no write is in doubt, because it says that nothing was changed.
 */
export async function lookAndWrite<Looked, Outcome>(
  clock: Clock,
  look: () => Promise<Looked>,
  write: (looked: Looked, tries: number) => Promise<Outcome>,
): Promise<Outcome> {
  let doubt: ServiceError | undefined;
  for (let tries = 1; ; tries += 1) {
    const looked = await look().catch((error: unknown) => {
      throw doubt ?? error;
    });
    try {
      return await write(looked, tries);
    } catch (error) {
      doubt = doubtAfter(error, doubt);
      const isWorthALook =
        error instanceof ServiceError && (error.trouble === 'outdated' || mayHaveWorked(error));
      if (!isWorthALook || tries === MOST_TRIES) throw doubt ?? error;
      await clock.pause(BETWEEN_TRIES_MS);
    }
  }
}
