import type { ReminderPorts } from '../ports/reminders.ts';
import { ServiceError } from '../ports.ts';
import { remindOfReviews } from './remindOfReviews.ts';
import { remindPeople, type Word } from './remindPeople.ts';

const EVERY_MS = 60_000;
// Behind other windows, or with nothing running.
const SELDOM_MS = 5 * 60_000;
const MOST_MS = 30 * 60_000;
// What is due on a day.
const REVIEWS_EVERY_MS = 60 * 60_000;

/**
 * Looks for what people are to be reminded of until it is `over`: once a minute while the window is seen and something runs, and never
 * more often; at reviews once an hour, while the window is seen. `rest` waits that long, or until the window comes into sight.
 */
export async function keepReminding(
  ports: ReminderPorts,
  word: Word,
  over: AbortSignal,
  rest: (ms: number) => Promise<void>,
): Promise<void> {
  const { clock } = ports;
  let failures = 0;
  // Whoever has just opened Zendesk waits for other things; the second look is soon enough.
  let reviewsAt = clock.now().getTime() + EVERY_MS - REVIEWS_EVERY_MS;
  while (!over.aborted) {
    const lookedAt = clock.now().getTime();
    let wait = SELDOM_MS;
    try {
      const seen = await remindPeople(ports, word);
      // Behind other windows nobody reads it, and the chat hears of it from one that is seen.
      if (ports.isVisible() && lookedAt - reviewsAt >= REVIEWS_EVERY_MS) {
        const before = reviewsAt;
        reviewsAt = lookedAt;
        if (!(await remindOfReviews(ports, word))) reviewsAt = before;
      }
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
