import { type Answer, answerIn, type Wrote } from '../domain/answers.ts';
import type { Incident } from '../domain/incident.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { createPaced } from './paced.ts';

export interface AnswersRead {
  readonly answers: readonly Answer[];
  /** They had written before they were told: no answers. */
  readonly none: ReadonlySet<TicketId>;
  /** How many conversations were not read. */
  readonly unread: number;
}

export interface ReadOptions {
  /** A conversation is a request: those of the newest so many are read. */
  readonly most: number;
  readonly onRead?: (read: AnswersRead) => void;
  readonly isStopped?: () => boolean;
}

/** Reads what the first of these have written, one conversation after the other. */
export async function readAnswers(
  { batches, clock, settings }: Pick<BroadcastPorts, 'batches' | 'clock' | 'settings'>,
  incident: Incident,
  wrote: readonly Wrote[],
  { most, onRead = () => {}, isStopped = () => false }: ReadOptions,
): Promise<AnswersRead> {
  const paced = createPaced({ clock, settings });
  const answers: Answer[] = [];
  const none = new Set<TicketId>();
  const soFar = () => ({
    answers: [...answers],
    none: new Set(none),
    unread: wrote.length - answers.length - none.size,
  });
  for (const each of wrote.slice(0, most)) {
    if (isStopped()) break;
    const answer = answerIn(
      each,
      await paced.answer(() => batches.said(each.id, each.requesterId)),
      incident,
    );
    if (answer) answers.push(answer);
    else none.add(each.id);
    onRead(soFar());
  }
  return soFar();
}
