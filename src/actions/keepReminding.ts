import type { ReminderPorts } from '../ports/reminders.ts';
import { ServiceError } from '../ports.ts';
import { remindPeople } from './remindPeople.ts';

const EVERY_MS = 60_000;
// Behind other windows, or with nothing running.
const SELDOM_MS = 5 * 60_000;
const MOST_MS = 30 * 60_000;

/**
 * Looks for what people are to be reminded of until it is `over`: once a minute while the window is seen and something runs, and never
 * more often. `rest` waits that long, or until the window comes into sight.
 */
export async function keepReminding(
  ports: ReminderPorts,
  word: Parameters<typeof remindPeople>[1],
  over: AbortSignal,
  rest: (ms: number) => Promise<void>,
): Promise<void> {
  const { clock } = ports;
  let failures = 0;
  while (!over.aborted) {
    const lookedAt = clock.now().getTime();
    let wait = SELDOM_MS;
    try {
      const seen = await remindPeople(ports, word);
      failures = 0;
      if (ports.isVisible() && seen?.running !== 0) wait = EVERY_MS;
    } catch (error) {
      // Nobody is there to start it again: whatever went wrong, it comes back.
      const asked = error instanceof ServiceError ? (error.retryAfter ?? 0) * 1_000 : 0;
      failures += 1;
      wait = Math.max(asked, Math.min(MOST_MS, EVERY_MS * 2 ** failures));
    }
    await rest(wait);
    // A window that comes and goes asks no more often than one that stays.
    const early = EVERY_MS - (clock.now().getTime() - lookedAt);
    if (early > 0) await clock.pause(early);
  }
}
