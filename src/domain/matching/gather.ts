import type { Features } from './features.ts';
import { bundleOf, isAlike, likenessTo, totalOf, type Worth } from './likeness.ts';

// Terms that are worth less than this bring nobody together by themselves.
const LEAST_WORTH = 0.25;
const ROUNDS = 3;
const FEWEST_NEIGHBORS = 2;

/** Says of a text what it shares with each of many, term by term looked up. */
export function createScores(texts: readonly Features[], worth: Worth): (text: Features) => Float32Array {
  const holders = new Map<string, number[]>();
  texts.forEach(({ terms }, index) => {
    for (const term of terms.keys()) {
      if (worth(term) < LEAST_WORTH) continue;
      const known = holders.get(term);
      if (known) known.push(index);
      else holders.set(term, [index]);
    }
  });
  return ({ terms }) => {
    const scores = new Float32Array(texts.length);
    for (const term of terms.keys()) {
      const worthHere = worth(term);
      for (const index of holders.get(term) ?? []) scores[index] = (scores[index] ?? 0) + worthHere;
    }
    return scores;
  };
}

/**
 * Puts together the texts that say the same: around the one that most others are like, those that fit what its group has in
 * common. A text is in one group at most; each group holds indexes in ascending order.
 */
export function gather(texts: readonly Features[], worth: Worth): number[][] {
  const neighbors = neighborsOf(texts, worth);
  const seeds = [...texts.keys()]
    .filter((index) => (neighbors[index]?.length ?? 0) >= FEWEST_NEIGHBORS)
    .sort((a, b) => (neighbors[b]?.length ?? 0) - (neighbors[a]?.length ?? 0) || a - b);
  const open = new Set(texts.keys());
  const groups: number[][] = [];
  for (const seed of seeds) {
    if (!open.has(seed)) continue;
    let members = [seed, ...(neighbors[seed] ?? [])].filter((index) => open.has(index));
    if (members.length <= FEWEST_NEIGHBORS) continue;
    for (let round = 0; round < ROUNDS; round += 1) {
      const bundle = bundleOf(members.flatMap((index) => texts[index] ?? []));
      members = [...open].filter((index) => {
        const text = texts[index];
        return text && isAlike(likenessTo(text, bundle, worth).score, text, worth);
      });
    }
    if (members.length <= FEWEST_NEIGHBORS) {
      open.delete(seed);
      continue;
    }
    for (const index of members) open.delete(index);
    groups.push(members.sort((a, b) => a - b));
  }
  return groups;
}

function neighborsOf(texts: readonly Features[], worth: Worth): number[][] {
  const scoresOf = createScores(texts, worth);
  const totals = texts.map((text) => totalOf(text, worth));
  return texts.map((text, index) => {
    const found: number[] = [];
    scoresOf(text).forEach((score, other) => {
      const shorter = (totals[other] ?? 0) < (totals[index] ?? 0) ? texts[other] : text;
      if (other !== index && shorter && isAlike(score, shorter, worth)) found.push(other);
    });
    return found;
  });
}
