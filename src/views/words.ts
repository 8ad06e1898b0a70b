import type en from '../../translations/en.json';
import { isRightToLeft } from '../domain/direction.ts';

type English = (typeof en)['phrases'];
type Leaves<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string | { other: string }
    ? `${Path}${K}`
    : Leaves<T[K], `${Path}${K}.`>;
}[keyof T & string];

/** Every phrase by its path; one that is not in en.json does not compile. */
export type Phrase = Leaves<English>;
type Values = Readonly<Record<string, string | number>>;

/** A language's phrases, and how it writes times and lists. */
export interface Words {
  readonly locale: string;
  readonly isRtl: boolean;
  /** False while only the phrases of the first view are there. */
  readonly isWhole: boolean;
  /** A phrase with its places filled; `count` picks the plural. Numbers are written as the language has them. */
  t(phrase: Phrase, values?: Values): string;
  /** "14 min", "2 hr 5 min", "3 days": the length of a time, rounded down. */
  span(ms: number): string;
  /** "18 min ago", or "just now". */
  ago(ms: number): string;
  clockTime(iso: string, now: Date): string;
  listOf(parts: readonly string[]): string;
}

export function createWords(locale: string, phrases: unknown, isWhole = true): Words {
  // Each is slow to make, and few are needed.
  const plural = once(() => new Intl.PluralRules(locale));
  const number = once(() => new Intl.NumberFormat(locale));
  const units = new Map<string, Intl.NumberFormat>();
  const length = (count: number, unit: string) => {
    const known =
      units.get(unit) ?? new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' });
    units.set(unit, known);
    return known.format(count);
  };
  const t: Words['t'] = (phrase, values = {}) => {
    const found = lookUp(phrases, phrase);
    const text =
      typeof found === 'object' ? (found[plural().select(Number(values.count ?? 0))] ?? found.other) : found;
    return (text ?? phrase).replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? number().format(value) : (value ?? place);
    });
  };
  const words: Words = {
    locale,
    isRtl: isRightToLeft(locale),
    isWhole,
    t,
    span(ms) {
      const minutes = Math.floor(Math.max(0, ms) / 60_000);
      if (minutes < 1) return length(Math.floor(Math.max(0, ms) / 1000), 'second');
      if (minutes < 60) return length(minutes, 'minute');
      const hours = Math.floor(minutes / 60);
      if (hours >= 48) return length(Math.floor(hours / 24), 'day');
      return minutes % 60
        ? `${length(hours, 'hour')} ${length(minutes % 60, 'minute')}`
        : length(hours, 'hour');
    },
    ago: (ms) => (ms < 1_000 ? t('time.justNow') : t('time.ago', { age: words.span(ms) })),
    clockTime: (iso, now) => new Intl.DateTimeFormat(locale, timeOf(iso, now)).format(new Date(iso)),
    listOf: (parts) => new Intl.ListFormat(locale, { style: 'short', type: 'unit' }).format(parts),
  };
  return words;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

// A day other than today is part of the time.
function timeOf(iso: string, now: Date): Intl.DateTimeFormatOptions {
  const isToday = new Date(iso).toDateString() === now.toDateString();
  return { hour: 'numeric', minute: '2-digit', ...(!isToday && { day: 'numeric', month: 'short' }) };
}

function lookUp(phrases: unknown, path: string): string | Record<string, string> | undefined {
  const found = path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], phrases);
  return found as string | Record<string, string> | undefined;
}
