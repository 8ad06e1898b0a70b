import { isEveryday } from './bridge.ts';
import { commonWords } from './commonWords.ts';
import { createReader, type Features, type Reader, type Split } from './features.ts';
import { createIndex, gather, type Index } from './gather.ts';
import { type Bundle, bundleOf, countTerms, createWorth, type Worth } from './likeness.ts';
import { isUnusual } from './rate.ts';
import { countWords, createSpelling } from './spelling.ts';

/** A ticket as far as grouping cares. */
export interface Heard {
  readonly id: number;
  readonly text: string;
  /** Who speaks: an organization, or a person without one. However often one speaks, it is one voice. */
  readonly voice: string;
  /** When it was made, in milliseconds. */
  readonly at: number;
  /**
   * `free`: it can become a report. `done`: it can't any more. `taken`: it belongs to a problem. `dismissed`: somebody said that
   * there is no incident behind it.
   */
  readonly is: 'free' | 'done' | 'taken' | 'dismissed';
}

/** Tickets of different customers that say the same, more of them than on other days. */
export interface Group {
  /** The oldest first. */
  readonly tickets: readonly number[];
  /** What most of them say, the most telling first, as customers write it. */
  readonly words: readonly string[];
  readonly voices: number;
  /** When the first and the last were made, in milliseconds. */
  readonly from: number;
  readonly to: number;
  /** How many such tickets a day has, as far as the tickets read tell. */
  readonly usualADay: number;
}

const HOUR = 3_600_000;
/** Tickets as old as this still make a group; older ones say what is usual. */
export const GROUP_WINDOW_MS = 2 * HOUR;
const MOST_NEWS = 400;
const FEWEST_VOICES = 3;
// Questions come in waves, too: after a newsletter, or before a holiday.
const MOST_QUESTIONS = 0.6;
// About invoices or passwords people write on any day; in an outage many of them say that something does not work.
const LEAST_TROUBLE = 0.4;

/** Hears tickets a few at a time, and then says which of them say the same. Pure: the same tickets make the same groups. */
export function createGrouper(now: number): { hear(tickets: readonly Heard[]): void; groups(): Group[] } {
  const reader = createReader();
  const heard: { readonly ticket: Heard; readonly split: Split }[] = [];
  return {
    hear(tickets) {
      for (const ticket of tickets) heard.push({ ticket, split: reader.split(ticket.text) });
    },
    groups: () => findGroups(reader, heard, now),
  };
}

interface Told {
  readonly ticket: Heard;
  readonly features: Features;
}

function findGroups(
  reader: Reader,
  heard: readonly { readonly ticket: Heard; readonly split: Split }[],
  now: number,
): Group[] {
  const spell = createSpelling(countWords(heard.map(({ split }) => split)));
  const told = heard.map(({ ticket, split }): Told => ({ ticket, features: reader.read(split, spell) }));
  const since = beginOfNews(heard, now);
  // What an incident has brought says nothing about other days, and those that were dismissed can be from any day.
  const earlier = told.filter(({ ticket: { at, is } }) => at < since && (is === 'free' || is === 'done'));
  const worth = createWorth(countTerms(earlier.map(({ features }) => features.terms.keys())), earlier.length);
  const dismissed = told.filter(({ ticket }) => ticket.is === 'dismissed');
  const fresh = told
    .filter(({ ticket }) => ticket.is === 'free' && ticket.at >= since)
    .sort((a, b) => a.ticket.at - b.ticket.at || a.ticket.id - b.ticket.id);
  const free = withoutThoseLike(fresh, dismissed, worth);
  const began = earlier.reduce((first, { ticket }) => Math.min(first, ticket.at), since);
  const past = {
    index: createIndex(
      earlier.map(({ features }) => features),
      worth,
    ),
    ms: since - began,
  };
  return gather(
    free.map(({ features }) => features),
    worth,
  )
    .map((members) => members.flatMap((index) => free[index] ?? []))
    .flatMap((members) => toGroup(members, past, worth) ?? [])
    .sort((a, b) => b.voices - a.voices || b.to - a.to);
}

/** In a busy account the newest alone are news, so that there is something usual to compare them with. */
function beginOfNews(heard: readonly { readonly ticket: Heard }[], now: number): number {
  const since = now - GROUP_WINDOW_MS;
  const fresh = heard.map(({ ticket }) => ticket.at).filter((at) => at >= since);
  return fresh.length <= MOST_NEWS ? since : (fresh.sort((a, b) => b - a)[MOST_NEWS] ?? since);
}

function toGroup(
  members: readonly Told[],
  past: { readonly index: Index; readonly ms: number },
  worth: Worth,
): Group | undefined {
  const voices = new Set(members.map(({ ticket }) => ticket.voice)).size;
  const [first, last] = [members[0], members.at(-1)];
  const bundle = bundleOf(members.map(({ features }) => features));
  if (!first || !last || voices < FEWEST_VOICES || isEverydayTalk(members, bundle)) return undefined;
  const usual = past.index.alike(bundle).length;
  const [from, to] = [first.ticket.at, last.ticket.at];
  if (!isUnusual({ seen: voices, spanMs: to - from, usual, usualMs: past.ms })) return undefined;
  return {
    tickets: members.map(({ ticket }) => ticket.id),
    words: commonWords(
      members.map(({ features }) => features),
      worth,
    ),
    voices,
    from,
    to,
    usualADay: past.ms > HOUR ? Math.round((usual / past.ms) * 24 * HOUR) : usual,
  };
}

function isEverydayTalk(members: readonly Told[], bundle: Bundle): boolean {
  const shareOf = (holds: (features: Features) => boolean) =>
    members.filter(({ features }) => holds(features)).length / members.length;
  const isAboutEveryday = [...bundle].some(([term, strength]) => strength === 1 && isEveryday(term));
  return isAboutEveryday
    ? shareOf(({ isTrouble }) => isTrouble) < LEAST_TROUBLE
    : shareOf(({ isTrouble, asks }) => asks && !isTrouble) > MOST_QUESTIONS;
}

/** What was dismissed raises no group any more, nor does what says the same. */
function withoutThoseLike(fresh: readonly Told[], dismissed: readonly Told[], worth: Worth): readonly Told[] {
  if (dismissed.length === 0) return fresh;
  const index = createIndex(
    dismissed.map(({ features }) => features),
    worth,
  );
  return fresh.filter(({ features }) => index.alikeTo(features).length === 0);
}
