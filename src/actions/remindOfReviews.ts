import { isIncident, toIncident } from '../domain/incident.ts';
import { type Owed, promisesOf, reminderOf } from '../domain/promises.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { ReminderPorts } from '../ports/reminders.ts';
import { remindOf, type Word } from './remindPeople.ts';

// A review is owed some days after an incident; one that was declared longer ago is for the desk to show.
const SINCE_MS = 30 * 24 * 60 * 60_000;

/**
 * One look at the incidents of the last thirty days, solved or not: who keeps a root cause analysis hears of it, as of the
 * other promises. One request, and one more where somebody is to be reminded. `false` when another window of this browser is at it.
 */
export async function remindOfReviews(ports: ReminderPorts, word: Word): Promise<boolean> {
  const { browser, broadcasting, tickets, clock } = ports;
  const giveBack = await browser.take('reviews');
  if (!giveBack) return false;
  try {
    const { problems } = await broadcasting();
    const found = await problems.incidentsSince(new Date(clock.now().getTime() - SINCE_MS));
    const due = dueOf(ports, found.tickets);
    // Search lags: the tickets themselves say whether it was sent meanwhile.
    const read = due.length > 0 ? await tickets.read(due.map(({ problem }) => problem.id)) : [];
    await remindOf(ports, dueOf(ports, read), word);
    return true;
  } finally {
    giveBack();
  }
}

function dueOf({ settings, clock }: ReminderPorts, problems: readonly Ticket[]) {
  const now = clock.now();
  return problems.filter(isIncident).flatMap((problem): { problem: Ticket; owed: Owed }[] =>
    promisesOf(toIncident(problem), settings)
      .filter((owed) => owed.kind === 'review' && reminderOf(owed, now))
      .map((owed) => ({ problem, owed })),
  );
}
