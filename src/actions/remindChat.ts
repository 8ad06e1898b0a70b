import { chatReminder } from '../domain/chatReminder.ts';
import { type Incident, toIncident } from '../domain/incident.ts';
import { promisesOf, type Reminder, reminderOf } from '../domain/promises.ts';
import { chatTurn, knownReminders, remindersIn, type Told } from '../domain/reminders.ts';
import type { Ticket } from '../domain/ticket.ts';
import { TURN_MS } from '../domain/turn.ts';
import { withReminders } from '../domain/writeRecord.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { changeProblem, type Decided } from './changeProblem.ts';
import { channelTexts } from './channelTexts.ts';
import { inTime, postedOf } from './chatPosts.ts';
import { placesOf } from './keepPlaces.ts';
import { mayHaveWorked } from './mayHaveWorked.ts';
import { politely } from './politely.ts';

/**
 * Tells the team's chat of a promise that is overdue: once for each stage, whoever notices. The turn is taken in the
 * incident's record, by a safe write that finds the promise as it was; right before posting it is looked at once more. A chat can't be
 * asked what it was told, so what may have been posted is not posted again. Answers what the record says then; `undefined`
 * when it was not this run's turn.
 */
export async function remindChat(
  ports: BroadcastPorts,
  seen: Incident,
  reminder: Reminder,
): Promise<Told | undefined> {
  const { chat, clock, tickets } = ports;
  // As far as the list says: most who come second need not ask again.
  const known = knownReminders(seen.reminders, reminder.kind).told;
  if (!chat || reminder.stage === 0 || chatTurn(known, reminder, clock.now()) !== 'free') return undefined;
  const turn = await takeTurn(ports, seen.id, reminder);
  if (!turn) return undefined;
  const outcome = await tell();
  return outcome && keep(ports, seen.id, reminder, { ...turn, ...outcome, at: clock.now().toISOString() });

  async function tell(): Promise<Pick<Told, 'outcome'> | undefined> {
    try {
      const problem = await tickets.readOne(seen.id);
      if (!isStillDue(ports, problem, reminder)) return undefined;
      await post(ports, problem, reminder, new Date(turn?.until ?? 0));
      return { outcome: 'told' };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const { trouble, code, detail, isRead } = error;
      const isUnsure = !isRead && mayHaveWorked(error);
      return {
        outcome: isUnsure ? 'unsure' : 'failed',
        ...{ reason: trouble, ...(code && { code }), ...(detail && { detail }) },
      };
    }
  }
}

/** Whether this very reminder is due by the ticket as it is now: nobody has posted, resolved or put it off meanwhile. */
function isStillDue({ settings, clock }: BroadcastPorts, problem: Ticket, { key }: Reminder): boolean {
  const now = clock.now();
  return promisesOf(toIncident(problem), settings).some((owed) => reminderOf(owed, now)?.key === key);
}

async function takeTurn(ports: BroadcastPorts, id: number, reminder: Reminder) {
  const by = crypto.randomUUID();
  const { kind, due, from, stage } = reminder;
  return changeProblem(ports, id, (_, problem): Decided<Told | undefined> => {
    const now = ports.clock.now();
    const known = remindersIn(problem.fields.allclear_record, kind);
    if (known.told?.by === by) return { done: known.told };
    if (!isStillDue(ports, problem, reminder) || chatTurn(known.told, reminder, now) !== 'free')
      return { done: undefined };
    const isAgain = known.told?.due === due && known.told.from === from && known.told.stage === stage;
    const told: Told = {
      ...{ due, from, stage, outcome: 'telling', by },
      at: now.toISOString(),
      until: new Date(now.getTime() + TURN_MS).toISOString(),
      tries: isAgain ? (known.told?.tries ?? 1) + 1 : 1,
    };
    return write(problem, reminder, told, { did: 'turn', what: `remind ${kind}` });
  });
}

/** Writes down how it went, so that anybody can see; not over what somebody knows who came after us. */
async function keep(ports: BroadcastPorts, id: number, reminder: Reminder, told: Told) {
  const { kind, due, stage } = reminder;
  return changeProblem(ports, id, (_, problem): Decided<Told | undefined> => {
    const known = remindersIn(problem.fields.allclear_record, kind).told;
    if (known?.by !== told.by || known.outcome !== 'telling') return { done: known };
    const { outcome } = told;
    return write(problem, reminder, told, { did: 'remind', what: kind, due, stage, outcome });
  });
}

function write(
  problem: Ticket,
  { kind }: Reminder,
  told: Told,
  note: { readonly did: string; readonly [detail: string]: unknown },
): Decided<Told | undefined> {
  const text = problem.fields.allclear_record;
  const written = withReminders(text, kind, { ...remindersIn(text, kind), told }, problem.createdAt);
  if (written.state === 'unreadable' || problem.status === 'closed') return { done: undefined };
  return { write: { fields: { allclear_record: written.text }, note }, answer: told };
}

async function post(ports: BroadcastPorts, problem: Ticket, reminder: Reminder, until: Date): Promise<void> {
  const { clock } = ports;
  const chat = await ports.chat?.();
  if (!chat) return;
  const { facts, texts } = await channelTexts(ports, problem);
  const root = chat.keeps === 'threads' ? postedOf(placesOf(problem).slack) : undefined;
  const message = chatReminder(facts, texts, reminder, !root);
  await politely(
    clock,
    inTime(clock, until, async () => {
      if (chat.keeps === 'threads' && root) await chat.reply(root, message, true);
      else await chat.post(message);
    }),
  );
}
