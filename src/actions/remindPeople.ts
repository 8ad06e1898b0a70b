import { isInCharge } from '../domain/inCharge.ts';
import { type Incident, isIncident, toIncident } from '../domain/incident.ts';
import { type Owed, promisesOf, type Reminder, reminderOf } from '../domain/promises.ts';
import { isOursToTell } from '../domain/reminders.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { ReminderPorts } from '../ports/reminders.ts';
import { ServiceError } from '../ports.ts';
import { remindChat } from './remindChat.ts';

export interface RemindersSeen {
  /** How many incidents are running. */
  readonly running: number;
}

/**
 * One look at the running incidents, in one request: the agent at the screen hears once of each stage of lateness that is
 * theirs to know, and the team's chat is told where nobody has. `word` puts a reminder into words. Of several windows of one
 * browser one looks at a time; `undefined` when another does. Throws the `ServiceError` of a look that failed.
 */
export async function remindPeople(
  ports: ReminderPorts,
  word: (incident: Incident, reminder: Reminder, now: Date) => string,
): Promise<RemindersSeen | undefined> {
  const giveBack = await ports.browser.take('reminders');
  if (!giveBack) return undefined;
  try {
    const { tickets } = await ports.tickets.openProblems();
    const running = tickets.filter(isIncident);
    for (const problem of running) await remindOf(ports, problem, word);
    return { running: running.length };
  } finally {
    giveBack();
  }
}

async function remindOf(
  ports: ReminderPorts,
  problem: Ticket,
  word: (incident: Incident, reminder: Reminder, now: Date) => string,
): Promise<void> {
  const { settings, clock, me, heard, isVisible, say } = ports;
  const incident = toIncident(problem);
  const now = clock.now();
  const due = promisesOf(incident, settings).flatMap((owed) => {
    const reminder = reminderOf(owed, now);
    return reminder ? [{ owed, reminder }] : [];
  });
  if (due.length === 0) return;
  const agent = await me();
  const isOurs = isInCharge(problem, agent, settings.broadcastGroup);
  for (const { owed, reminder } of due) {
    // Nobody reads what is said behind another window: it is said when this one is back.
    if (isOurs && isVisible() && !heard.has(agent.id, incident.id, reminder.key)) {
      await say(word(incident, reminder, now), reminder.stage === 0 ? 'notice' : 'alert');
      heard.keep(agent.id, incident.id, reminder.key);
    }
    await tellChat(ports, incident, owed, reminder, { ...agent, isInCharge: isOurs });
  }
}

async function tellChat(
  { settings, broadcasting, clock, heard }: ReminderPorts,
  incident: Incident,
  owed: Owed,
  reminder: Reminder,
  agent: { readonly id: number; readonly isInCharge: boolean },
): Promise<void> {
  if (!settings.chat || !isOursToTell(reminder, owed, agent.isInCharge, clock.now())) return;
  const tried = `chat ${reminder.key}`;
  if (heard.has(agent.id, incident.id, tried)) return;
  try {
    await remindChat(await broadcasting(), incident, reminder);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    // What the chat would not take is in the record; what this agent may not write is somebody else's to say.
    if (error.trouble === 'forbidden' || error.trouble === 'refused')
      heard.keep(agent.id, incident.id, tried);
  }
}
