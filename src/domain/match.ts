import type { Incident } from './incident.ts';
import { createReader, type Features, type Split } from './matching/features.ts';
import {
  bundleOf,
  countTerms,
  createWorth,
  joinBundles,
  scoreOf,
  sharedTerms,
  tells,
} from './matching/likeness.ts';
import { createSpelling } from './matching/spelling.ts';

/** An incident with the words it shares with a ticket, as the ticket writes them; the best match comes first. */
export interface Match {
  readonly incident: Incident;
  /** Empty when nothing speaks for it. */
  readonly words: readonly string[];
  readonly isLikely: boolean;
}

interface Candidate {
  readonly incident: Incident;
  /** What customers wrote in tickets lately attached to it: how they put it, in their languages. */
  readonly recent?: readonly string[] | undefined;
}

// What an incident says of itself: its title tells most; its reports together weigh as much.
const TITLE = 1;
const SYMPTOMS = 0.8;
const REPORTS = 1;
// Two shared words that carry meaning, or one as telling as an error code, make a match worth pointing at.
const LIKELY_WORDS = 2;
const MOST_WORDS_SHOWN = 4;
// Every word of an incident counts as one that is spelled right.
const SPELLED_RIGHT = 3;

/** Ranks active incidents for a ticket. Incidents that nothing speaks for keep their order behind the others. */
export function rankIncidents(text: string, candidates: readonly Candidate[]): Match[] {
  const reader = createReader();
  const splits = candidates.map(({ incident: { title, symptoms }, recent = [] }) => ({
    title: [reader.split(title)],
    symptoms: [reader.split(symptoms)],
    reports: recent.map(reader.split),
  }));
  const bundle = (parts: readonly Split[]) => bundleOf(parts.map((part) => reader.read(part)));
  const bundles = splits.map(({ title, symptoms, reports }) =>
    joinBundles([
      [TITLE, bundle(title)],
      [SYMPTOMS, bundle(symptoms)],
      [REPORTS, bundle(reports)],
    ]),
  );
  const all = splits.flatMap(({ title, symptoms, reports }) => [...title, ...symptoms, ...reports]);
  const spell = createSpelling(
    new Map(all.flatMap(({ words }) => words.map(({ plain }) => [plain, SPELLED_RIGHT]))),
  );
  const ticket = reader.read(reader.split(text), spell);
  const worth = createWorth(countTerms(bundles.map((each) => each.keys())), bundles.length);
  const found = bundles.map((each) => ({
    score: scoreOf(ticket, each, worth),
    terms: sharedTerms(ticket, each, worth),
  }));
  const best = Math.max(0, ...found.map(({ score }) => score));
  return candidates
    .map(({ incident }, order) => {
      const { score = 0, terms = [] } = found[order] ?? {};
      const isLikely = score > 0 && score === best && tells(terms, LIKELY_WORDS);
      return { order, score, match: { incident, words: wordsBehind(terms, ticket, text), isLikely } };
    })
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ match }) => match);
}

/** The words behind these terms as the text's author wrote them, in its order; the most telling few. */
export function wordsBehind(terms: readonly string[], { terms: written }: Features, text: string): string[] {
  const whole = text.toLowerCase();
  const words = new Set(terms.flatMap((term) => written.get(term)?.toLowerCase() ?? []));
  return [...words].slice(0, MOST_WORDS_SHOWN).sort((a, b) => whole.indexOf(a) - whole.indexOf(b));
}
