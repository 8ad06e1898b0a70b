import type { Features } from './features.ts';
import { type Bundle, bundleOf, isAlike, totalOf, type Worth } from './likeness.ts';

// Terms that are worth less than this are not looked up: everybody uses them.
const LEAST_WORTH = 0.25;
const ROUNDS = 3;
const FEWEST_MEMBERS = 3;

/** Many texts, found by what they say. Each answer is in ascending order. */
export interface Index {
  /** Which of them say the same as this bundle. */
  alike(bundle: Bundle): number[];
  /** Which of them say the same as this text, or it as they do. */
  alikeTo(text: Features): number[];
}

export function createIndex(texts: readonly Features[], worth: Worth): Index {
  const totals = texts.map((text) => totalOf(text, worth));
  const holders = new Map<string, number[]>();
  for (const [index, { terms }] of texts.entries())
    for (const term of terms.keys()) {
      if (worth(term) < LEAST_WORTH) continue;
      const known = holders.get(term);
      if (known) known.push(index);
      else holders.set(term, [index]);
    }
  const scores = new Float64Array(texts.length);
  let touched: number[] = [];
  function add(term: string, strength: number) {
    const those = holders.get(term);
    if (!those) return;
    const worthHere = worth(term) * strength;
    for (const index of those) {
      const before = scores[index] ?? 0;
      if (before === 0) touched.push(index);
      scores[index] = before + worthHere;
    }
  }
  function take(total: number): number[] {
    const found = touched.filter((index) => isAlike(scores[index] ?? 0, Math.min(total, totals[index] ?? 0)));
    for (const index of touched) scores[index] = 0;
    touched = [];
    return found.sort((a, b) => a - b);
  }
  return {
    alike(bundle) {
      for (const [term, strength] of bundle) add(term, strength);
      return take(Number.POSITIVE_INFINITY);
    },
    alikeTo(text) {
      for (const term of text.terms.keys()) add(term, 1);
      return take(totalOf(text, worth));
    },
  };
}

/**
 * Puts together the texts that say the same: around the one that most others are like, those that fit what its group has in
 * common. A text is in one group at most; each group holds indexes in ascending order.
 */
export function gather(texts: readonly Features[], worth: Worth): number[][] {
  const index = createIndex(texts, worth);
  const neighbors = texts.map((text) => index.alikeTo(text));
  const seeds = [...texts.keys()]
    .filter((at) => (neighbors[at]?.length ?? 0) >= FEWEST_MEMBERS)
    .sort((a, b) => (neighbors[b]?.length ?? 0) - (neighbors[a]?.length ?? 0) || a - b);
  const open = new Set(texts.keys());
  const groups: number[][] = [];
  for (const seed of seeds) {
    if (!open.has(seed)) continue;
    let members = (neighbors[seed] ?? []).filter((at) => open.has(at));
    for (let round = 0; round < ROUNDS && members.length >= FEWEST_MEMBERS; round += 1)
      members = index.alike(bundleOf(members.flatMap((at) => texts[at] ?? []))).filter((at) => open.has(at));
    open.delete(seed);
    if (members.length < FEWEST_MEMBERS) continue;
    for (const at of members) open.delete(at);
    groups.push(members);
  }
  return groups;
}
