import type { Answer } from '../domain/answers.ts';
import { type Untold, untoldReason } from '../domain/coverage.ts';
import { type Incident, newestUpdate } from '../domain/incident.ts';
import { isLedgerDoubtful, toldOf } from '../domain/ledger.ts';
import { oneLine } from '../domain/markup.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { countAnswers } from './countAnswers.ts';
import { readAnswers } from './readAnswers.ts';

/** A report whose customer has never heard of us. */
export interface NeverTold {
  readonly id: TicketId;
  readonly subject: string;
  readonly customer: string;
  /** Why no update reaches it. */
  readonly cannot: Untold | undefined;
}

/** What an incident's reports leave open before *resolved* is said. */
export interface Swept {
  readonly neverTold: readonly NeverTold[];
  /** Customers who have the last word since the newest update, the newest first. */
  readonly questions: readonly Answer[];
  /** They wrote too, and what they wrote was not read. */
  readonly unread: number;
  /** Of whom Zendesk does not say when they wrote. */
  readonly unknown: number;
  readonly looked: number;
  /** False when there are more reports than were looked at. */
  readonly isAll: boolean;
}

// A conversation is a request; whoever is about to say *resolved* waits for them.
const MOST_READ = 30;
// A thousand reports, as many as the sidebar counts.
const MOST_PAGES = 10;

/** Looks through up to a thousand reports: who was never told, and whose question stands. Writes nothing. */
export async function sweepReports(
  ports: Pick<BroadcastPorts, 'batches' | 'clock' | 'settings'>,
  incident: Incident,
  { onProgress = () => {}, isStopped = () => false }: SweepOptions = {},
): Promise<Swept> {
  const neverTold: NeverTold[] = [];
  let swept: Swept = { neverTold, questions: [], unread: 0, unknown: 0, looked: 0, isAll: false };
  const tell = (more: Partial<Swept>) => {
    swept = { ...swept, ...more, neverTold: [...neverTold] };
    onProgress(swept);
  };
  const { replied, others, isAll } = await countAnswers(ports, incident, {
    isStopped,
    mostPages: MOST_PAGES,
    onPage({ looked, unknown }, { tickets, people }) {
      for (const report of tickets) {
        const { id, fields, problemId } = report;
        const isNever = toldOf(fields.allclear_told, incident.id) === undefined;
        // Before the first update nobody was told, and *resolved* tells them all.
        if (newestUpdate(incident) === 0 || !isNever || isLedgerDoubtful(report, incident.id)) continue;
        if (problemId !== incident.id) continue;
        const customer = oneLine(people.get(report.requesterId ?? 0)?.name ?? '');
        neverTold.push({ id, subject: oneLine(report.subject), customer, cannot: untoldReason(report) });
      }
      tell({ looked, unknown });
    },
  });
  tell({ isAll });
  const known = new Set(neverTold.map(({ id }) => id));
  const wrote = [...replied, ...others.filter(({ id }) => !known.has(id))];
  await readAnswers(ports, incident, wrote, {
    most: MOST_READ,
    isStopped,
    onRead: ({ answers, unread }) => tell({ questions: answers.filter(({ isOpen }) => isOpen), unread }),
  });
  return swept;
}

export interface SweepOptions {
  readonly onProgress?: (swept: Swept) => void;
  readonly isStopped?: () => boolean;
}
