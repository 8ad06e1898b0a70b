import { reaches } from '../domain/drillReach.ts';
import { isInCharge } from '../domain/inCharge.ts';
import { type Incident, isIncident, toIncident } from '../domain/incident.ts';
import { type Owed, promisesOf, type Reminder, reminderOf } from '../domain/promises.ts';
import { isOursToTell } from '../domain/reminders.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { ReminderPorts } from '../ports/reminders.ts';
import { ServiceError } from '../ports.ts';
import { remindChat } from './remindChat.ts';

/** Puts a reminder into words. */
export type Word = (incident: Incident, reminder: Reminder, now: Date) => string;

export interface RemindersSeen {
  /** How many incidents are running. */
  readonly running: number;
}

/**
 * One look at the running incidents, in one request: the agent at the screen hears once of each stage of lateness that is
 * theirs to know, and the team's chat is told where nobody has. `word` puts a reminder into words. Of several windows of one
 * browser one looks at a time; `undefined` when another does. Throws the `ServiceError` of a look that failed.
 */
export async function remindPeople(ports: ReminderPorts, word: Word): Promise<RemindersSeen | undefined> {
  const giveBack = await ports.browser.take('reminders');
  if (!giveBack) return undefined;
  try {
    const { tickets } = await ports.tickets.openProblems();
    const running = tickets.filter(isIncident);
    const promises = running.flatMap((problem) =>
      promisesOf(toIncident(problem), ports.settings).map((owed) => ({ problem, owed })),
    );
    await remindOf(ports, promises, word);
    return { running: running.length };
  } finally {
    giveBack();
  }
}

/** Reminds this agent, and then the team's chat, of those promises that are due for it. */
export async function remindOf(
  ports: ReminderPorts,
  promises: readonly { readonly problem: Ticket; readonly owed: Owed }[],
  word: Word,
): Promise<void> {
  const { settings, clock, me, heard, isVisible, say } = ports;
  const now = clock.now();
  const isDue = promises.some(({ owed }) => reminderOf(owed, now));
  if (!isDue) return;
  const agent = await me();
  const due = promises.flatMap(({ problem, owed }): Due[] => {
    const reminder = reminderOf(owed, now);
    const incident = toIncident(problem);
    const isOwner = owed.kind === 'review' && incident.review?.owner?.id === agent.id;
    const isTheirs = isOwner || isInCharge(problem, agent, settings.broadcastGroup);
    return reminder ? [{ incident, owed, reminder, agent: agent.id, isInCharge: isTheirs }] : [];
  });
  for (const { incident, reminder, isInCharge } of due) {
    // Nobody reads what is said behind another window: it is said when this one is back.
    if (!isInCharge || !isVisible() || heard.has(agent.id, incident.id, reminder.key)) continue;
    await say(word(incident, reminder, now), reminder.stage === 0 ? 'notice' : 'alert');
    heard.keep(agent.id, incident.id, reminder.key);
  }
  for (const each of due) await tellChat(ports, each);
}

interface Due {
  readonly incident: Incident;
  readonly owed: Owed;
  readonly reminder: Reminder;
  readonly agent: number;
  readonly isInCharge: boolean;
}

async function tellChat(
  { settings, broadcasting, clock, heard }: ReminderPorts,
  { incident, owed, reminder, agent, isInCharge }: Due,
): Promise<void> {
  if (!settings.chat || !reaches(incident, 'slack') || !isOursToTell(reminder, owed, isInCharge, clock.now()))
    return;
  const tried = `chat ${reminder.key}`;
  if (heard.has(agent, incident.id, tried)) return;
  try {
    await remindChat(await broadcasting(), incident, reminder);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    // What the chat would not take is in the record; what this agent may not write is somebody else's to say.
    if (error.trouble === 'forbidden' || error.trouble === 'refused') heard.keep(agent, incident.id, tried);
  }
}
