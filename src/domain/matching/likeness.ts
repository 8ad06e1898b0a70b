import { isEveryday } from './bridge.ts';
import type { Features } from './features.ts';

/** How much each term says of what several texts are about, from 0 to 1. */
export type Bundle = ReadonlyMap<string, number>;

/** What a term is worth where two texts share it. */
export type Worth = (term: string) => number;

// A link or an error code says more than a word; what people write about on any day says little.
const CLUE = 1.8;
const EVERYDAY = 0.35;
// So few texts say little about which words are rare.
const FEW = 10;

export const isClue = (term: string) => term.startsWith('#');

/** A term that none of `texts` others holds is worth 1, the more of them hold it the less. `counts`: how many do. */
export function createWorth(counts: ReadonlyMap<string, number>, texts: number): Worth {
  const known = new Map<string, number>();
  return (term) => {
    let worth = known.get(term);
    if (worth === undefined) {
      const kind = isClue(term) ? CLUE : isEveryday(term) ? EVERYDAY : 1;
      const others = texts + FEW;
      worth = (kind * Math.log(1 + others / (1 + (counts.get(term) ?? 0)))) / Math.log(1 + others);
      known.set(term, worth);
    }
    return worth;
  };
}

/** In how many of these each term is. */
export function countTerms(texts: Iterable<Iterable<string>>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const terms of texts) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** How much a text has in common with a bundle. Ranking and grouping judge by this alone. */
export function scoreOf({ terms }: Features, bundle: Bundle, worth: Worth): number {
  let score = 0;
  for (const term of terms.keys()) {
    const strength = bundle.get(term);
    if (strength !== undefined) score += strength * worth(term);
  }
  return score;
}

/** What a text and a bundle share, the most telling first. */
export function sharedTerms({ terms }: Features, bundle: Bundle, worth: Worth): string[] {
  const tells = (term: string) => (bundle.get(term) ?? 0) * worth(term);
  return [...terms.keys()].filter((term) => bundle.has(term)).sort((a, b) => tells(b) - tells(a));
}

// What half of them say is what they are about.
const WHOLLY = 2;
const SAID_ONCE = 0.5;

/** What several texts say in common: the more of them hold a term, the more it says of them. */
export function bundleOf(texts: readonly Features[]): Bundle {
  const strengthOf = (count: number) =>
    Math.min(1, (count / texts.length) * WHOLLY) * (count > 1 || texts.length === 1 ? 1 : SAID_ONCE);
  const counts = countTerms(texts.map(({ terms }) => terms.keys()));
  return new Map([...counts].map(([term, count]) => [term, strengthOf(count)]));
}

/** Several bundles as one: each term as strong as in the bundle that says most of it, weighed as that is. */
export function joinBundles(parts: readonly (readonly [weight: number, bundle: Bundle])[]): Bundle {
  const joined = new Map<string, number>();
  for (const [weight, bundle] of parts)
    for (const [term, strength] of bundle)
      joined.set(term, Math.max(joined.get(term) ?? 0, weight * strength));
  return joined;
}

// Two rare words, or an error code; and so much of what a text says that it is no side remark.
const ALIKE_SCORE = 1.5;
const ALIKE_SHARE = 0.3;

/** Whether two that share so much say the same. `total`: what all terms of the shorter one are worth. */
export function isAlike(score: number, total: number): boolean {
  return score >= ALIKE_SCORE && score >= ALIKE_SHARE * total;
}

/** What all of a text's terms are worth. */
export function totalOf({ terms }: Features, worth: Worth): number {
  let total = 0;
  for (const term of terms.keys()) total += worth(term);
  return total;
}

/** Whether a word or a code more than what people write about on any day is among these. */
export function tells(terms: readonly string[], fewest: number): boolean {
  return terms.some(isClue) || terms.filter((term) => !isEveryday(term)).length >= fewest;
}
