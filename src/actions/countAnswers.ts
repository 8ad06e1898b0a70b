import { type Wrote, wroteSince } from '../domain/answers.ts';
import { type Incident, newestUpdate } from '../domain/incident.ts';
import type { WrittenPage } from '../ports/answers.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { createPaced, type Paced } from './paced.ts';

export interface Answers {
  /** The update that customers may have answered. */
  readonly n: number;
  /** Whoever was told it and has written since it was posted, the newest first. A few may have written before it reached them. */
  readonly replied: readonly Wrote[];
  /** Whoever has written since and was not told it: they wait for an answer of ours. */
  readonly others: readonly Wrote[];
  /** Reports that were looked at and of which Zendesk does not say when their customer last wrote. */
  readonly unknown: number;
  readonly looked: number;
  /** False when there are more reports than were looked at. */
  readonly isAll: boolean;
  readonly asOf: Date;
}

export interface CountOptions {
  /** Pages of a hundred reports that are read at most; all unless said. */
  readonly mostPages?: number;
  readonly onPage?: (answers: Answers, page: WrittenPage) => void;
  readonly isStopped?: () => boolean;
}

/**
 * Who has written since the incident's newest update, off the lists of its reports: a request for every hundred, or two where
 * the list does not say. It reads no conversation; `readAnswers` does.
 */
export async function countAnswers(
  { batches, clock, settings }: Pick<BroadcastPorts, 'batches' | 'clock' | 'settings'>,
  incident: Incident,
  { mostPages = Number.POSITIVE_INFINITY, onPage = () => {}, isStopped = () => false }: CountOptions = {},
): Promise<Answers> {
  const paced = createPaced({ clock, settings });
  let answers: Answers = {
    n: newestUpdate(incident),
    replied: [],
    others: [],
    unknown: 0,
    looked: 0,
    isAll: false,
    asOf: clock.now(),
  };
  let cursor: string | undefined;
  for (let pages = 1; pages <= mostPages && !isStopped(); pages += 1) {
    const page = await withTimes(
      batches,
      paced,
      await paced.answer(() => batches.written(incident.id, cursor)),
    );
    cursor = page.next;
    answers = { ...enter(answers, incident, page), isAll: cursor === undefined };
    onPage(answers, page);
    if (!cursor) break;
  }
  return answers;
}

// That the list of incidents brings metrics along is not documented by itself; show_many's are.
async function withTimes(
  batches: Pick<BroadcastPorts['batches'], 'lookWritten'>,
  paced: Paced,
  page: WrittenPage,
): Promise<WrittenPage> {
  const missing = page.tickets.flatMap(({ id }) => (page.wroteAt.has(id) ? [] : id));
  if (missing.length === 0) return page;
  const { wroteAt, people } = await paced.answer(() => batches.lookWritten(missing));
  return {
    ...page,
    people: new Map([...page.people, ...people]),
    wroteAt: new Map([...page.wroteAt, ...wroteAt]),
  };
}

function enter(answers: Answers, incident: Incident, page: WrittenPage): Answers {
  const reports = page.tickets.filter(({ problemId }) => problemId === incident.id);
  const wrote = reports.flatMap((report) => {
    const at = page.wroteAt.get(report.id);
    return (at && wroteSince(incident, report, page.people.get(report.requesterId ?? 0), at)) || [];
  });
  const byTime = (a: Wrote, b: Wrote) => Date.parse(b.at) - Date.parse(a.at);
  return {
    ...answers,
    replied: [...answers.replied, ...wrote.filter(({ isTold }) => isTold)].sort(byTime),
    others: [...answers.others, ...wrote.filter(({ isTold }) => !isTold)].sort(byTime),
    unknown: answers.unknown + reports.filter(({ id }) => !page.wroteAt.has(id)).length,
    looked: answers.looked + reports.length,
  };
}
