import type { TimelineRead } from '../../../actions/readTimeline.ts';
import { dayWords } from '../../../domain/dayWords.ts';
import { FIELD_TITLES } from '../../../domain/fields.ts';
import type { Eta, Gate } from '../../../domain/record.ts';
import type { Stage } from '../../../domain/stage.ts';
import type { Entry, Known, Promised, Said, Summary } from '../../../domain/timeline.ts';
import { statusOf } from '../../explainIssue.ts';
import type { Phrase, Words } from '../../phrases.tsx';
import { countOf } from '../../telling/reasonsOf.ts';
import { editLines } from '../review/editWords.ts';
import { declaredFacts } from './declaredFacts.ts';
import { approvalFacts, peopleWords } from './peopleWords.ts';
import { reminderWords } from './reminderWords.ts';

/** An entry of the timeline in words, for the screen and for the plain text alike. */
export interface EntryWords {
  readonly heading: string;
  readonly author: string;
  readonly stage?: Stage | undefined;
  /** What must not be overlooked. */
  readonly mark?: string | undefined;
  /** What customers were told, word for word. */
  readonly said: readonly string[];
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly text: string;
  /** How many know, and what went wrong, are looked for first. */
  readonly weight?: 'figure' | 'trouble' | undefined;
}

/** How the timeline writes a moment: with its day, unless that is the same as another moment's. */
export type TimeOf = (iso: string, beside?: string) => string;

export function wordsOfEntry(entry: Entry, read: TimelineRead, words: Words, timeOf: TimeOf): EntryWords {
  const said = wordsOf(entry, read, words, timeOf);
  if (entry.of === undefined) return said;
  // Two incidents have an update 2: which one's must not be overlooked.
  const mark = [words.t('several.of', { ticket: `#${entry.of}` }), said.mark].filter(Boolean).join(' · ');
  return { ...said, mark };
}

function wordsOf(entry: Entry, read: TimelineRead, words: Words, timeOf: TimeOf): EntryWords {
  const { t } = words;
  const plain = { author: authorOf(entry, read, words), said: [], facts: [] };
  switch (entry.kind) {
    case 'declared':
      return {
        ...plain,
        heading: t('timeline.declared'),
        stage: entry.stage,
        said: entry.of === undefined ? [read.incident.title] : [],
        facts: declaredFacts(entry, words, (iso) => timeOf(iso, entry.at)),
      };
    case 'made':
      return { ...plain, heading: t('timeline.made') };
    case 'issue':
      return {
        ...plain,
        heading: t(entry.isAdopted ? 'timeline.issueAdopted' : 'timeline.issueFiled', { key: entry.key }),
      };
    case 'withdrawn':
      return { ...plain, heading: t('timeline.withdrawn', { ticket: `#${entry.inFavorOf}` }) };
    case 'merged':
      return { ...plain, heading: t(MERGED[entry.how], { ticket: `#${entry.other}` }) };
    case 'update': {
      const { update, told, promise } = entry;
      return {
        ...plain,
        heading: t('timeline.update', { n: update.n }),
        stage: update.stage,
        mark: markOf(update, promise, words),
        said: [...new Set([update.symptoms, update.extra])].filter((text) => text !== ''),
        facts: [
          ...approvalFacts(update.approval, words),
          ...factsOf(update, words, (iso) => timeOf(iso, entry.at)),
          ...(promise ? [promiseWords(promise, words, (iso) => timeOf(iso, entry.at))] : []),
          told ? toldWords(told, words) : { text: t('timeline.notFinished') },
          ...(entry.of === undefined ? heardWords(update.n, read, words) : []),
        ],
      };
    }
    case 'people':
      return { ...plain, ...peopleWords(entry, words, timeOf) };
    case 'told':
      return {
        ...plain,
        heading: t('timeline.toldBroadcast', { n: entry.told.n }),
        facts: [toldWords(entry.told, words)],
      };
    case 'snoozed':
    case 'reminded':
      return { ...plain, ...reminderWords(entry, words, (iso) => timeOf(iso, entry.at)) };
    case 'status':
      return { ...plain, heading: statusWords(entry, words) };
    case 'edited': {
      const fields = words.listOf(entry.fields.map((key) => FIELD_TITLES[key]));
      return { ...plain, heading: t('timeline.edited', { fields }) };
    }
    case 'review':
      return { ...plain, ...reviewWords(entry, words) };
    case 'rca':
      return {
        ...plain,
        heading: t('review.rcaSent'),
        said: Object.values(entry.texts ?? {}),
        facts: [
          { text: t(entry.to === 'all' ? 'review.rcaAll' : 'review.rcaAsked') },
          entry.told ? toldWords(entry.told, words) : { text: t('timeline.notFinished') },
        ],
      };
    case 'unreadable':
      return {
        ...plain,
        heading: t('timeline.unreadable'),
        facts: [{ text: knownWords(entry.known, words) }],
      };
  }
}

const MERGED: Record<'into' | 'absorbed' | 'not', Phrase> = {
  into: 'several.entryInto',
  absorbed: 'several.entryFrom',
  not: 'several.entryNot',
};
function reviewWords(entry: Extract<Entry, { kind: 'review' }>, words: Words) {
  const { t, locale } = words;
  if (entry.opened !== undefined) {
    const day = dayWords(entry.opened, locale);
    return { heading: t('review.opened'), facts: [{ text: t('review.openedDue', { day }) }] };
  }
  return { heading: t('review.changed'), facts: editLines(entry, words).map((text) => ({ text })) };
}

function authorOf({ authorId }: Entry, { people }: TimelineRead, { t }: Words): string {
  if (authorId <= 0) return t('timeline.zendesk');
  return people.get(authorId)?.name || t('timeline.somebody', { id: String(authorId) });
}

function markOf({ gate, reopens }: Said, promise: Promised | undefined, { t }: Words): string | undefined {
  if (reopens) return t('timeline.reopened');
  if (gate?.kind === 'override') return t('timeline.override');
  return promise?.state === 'overdue' ? t('timeline.overdue') : undefined;
}

/** What an update says beside its text: who stands for the time of the fix, and for the end. */
export function factsOf(
  {
    eta,
    gate,
    noNews,
    etaPassed,
  }: {
    eta?: Eta | undefined;
    gate?: Omit<Gate, 'at'> | undefined;
    noNews?: boolean | undefined;
    etaPassed?: unknown;
  },
  words: Words,
  timeOf: TimeOf,
): Fact[] {
  const { t } = words;
  const facts: Fact[] = noNews ? [{ text: t('timeline.noNews') }] : [];
  if (etaPassed) facts.push({ text: t('timeline.etaPassed') });
  if (eta) facts.push({ text: t('timeline.eta', { eta: eta.text, source: eta.by }) });
  return gate ? [...facts, ...gateFacts(gate, words, timeOf)] : facts;
}

/** What let *resolved* be said, and what Jira said at that moment. */
function gateFacts(
  { kind, by, where, when, reason, issue }: Omit<Gate, 'at'>,
  words: Words,
  timeOf: TimeOf,
): Fact[] {
  const { t } = words;
  const said: Fact =
    kind === 'override'
      ? {
          text: t('timeline.gate.override', { by, reason: reason || t('timeline.noReason') }),
          weight: 'trouble',
        }
      : kind === 'confirmed' && where && when
        ? { text: t('gate.said.confirmed', { by, where, time: timeOf(when) }) }
        : { text: t(`timeline.gate.${kind}`, { by }) };
  if (!issue) return [said];
  const then = { key: issue.key, status: statusOf(issue, words), time: timeOf(issue.at) };
  return [said, { text: t('gate.said.then', then) }];
}

function promiseWords(promise: Promised, { t, span }: Words, timeOf: TimeOf): Fact {
  const isLate = 'lateMs' in promise;
  const late = isLate ? span(promise.lateMs) : '';
  const text = t(`timeline.promise.${promise.state}`, { time: timeOf(promise.due), late });
  return { text, weight: isLate ? 'trouble' : undefined };
}

function toldWords({ told, total, skipped }: Summary, { t, listOf }: Words): Fact {
  const reasons = Object.entries(skipped).map(([reason, count]) => countOf(reason, count, t));
  const text =
    reasons.length > 0
      ? t('timeline.toldSome', { told, total, reasons: listOf(reasons) })
      : t('timeline.told', { told, total });
  return { text, weight: 'figure' };
}

function heardWords(n: number, { heard }: TimelineRead, { t }: Words): Fact[] {
  const count = heard?.by.get(n) ?? 0;
  if (!heard || count === 0) return [];
  return [{ text: heard.isAll ? t('timeline.heard', { count }) : t('timeline.heardSome', { count }) }];
}

function statusWords({ status, isByHand }: Extract<Entry, { kind: 'status' }>, { t }: Words): string {
  if (status === 'closed') return t('timeline.closed');
  if (status === 'open') return t('timeline.opened');
  return isByHand ? t('timeline.solvedByHand') : t('timeline.solved');
}

function knownWords({ did, n, stage }: Known, { t, listOf }: Words): string {
  const known = [did, n !== undefined && t('timeline.update', { n }), stage && t(`stage.${stage}`)].filter(
    (each) => typeof each === 'string' && each !== '',
  );
  return known.length > 0
    ? t('timeline.unreadableKnown', { known: listOf(known.map(String)) })
    : t('timeline.unreadableNothing');
}
