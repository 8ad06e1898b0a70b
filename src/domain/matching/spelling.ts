const SHORTEST = 5;
const FEWEST = 3;

/**
 * Puts the word that was meant in place of one that is written once, is one letter away from it and begins like it. `counts`
 * says how often each word is written; one that is often is taken for right.
 */
export function createSpelling(counts: ReadonlyMap<string, number>): (word: string) => string {
  const right = new Map<number, string[]>();
  for (const [word, count] of counts) {
    if (count < FEWEST || !isSpelled(word)) continue;
    const shape = shapeOf(word, word.length);
    const alike = right.get(shape);
    if (alike) alike.push(word);
    else right.set(shape, [word]);
  }
  const meant = new Map<string, string>();
  const meantBy = (word: string) => {
    if ((counts.get(word) ?? 0) > 1 || !isSpelled(word)) return word;
    for (let length = word.length - 1; length <= word.length + 1; length += 1)
      for (const other of right.get(shapeOf(word, length)) ?? []) if (isOneApart(word, other)) return other;
    return word;
  };
  return (word) => {
    let found = meant.get(word);
    if (found === undefined) {
      found = meantBy(word);
      meant.set(word, found);
    }
    return found;
  };
}

/** Whether one letter more, one fewer, another one, or two that changed places make one of the other. */
export function isOneApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (a[start] === b[start] && start < a.length) start += 1;
  let [endA, endB] = [a.length - 1, b.length - 1];
  while (endA >= start && endB >= start && a[endA] === b[endB]) {
    endA -= 1;
    endB -= 1;
  }
  const [left, other] = [endA - start + 1, endB - start + 1];
  if (left <= 1 && other <= 1) return true;
  return left === 2 && other === 2 && a[start] === b[endB] && a[endA] === b[start];
}

// Those that begin with the same letter and are as long.
const shapeOf = (word: string, length: number) => (word.codePointAt(0) ?? 0) * 64 + length;

const isSpelled = (word: string) =>
  word.length >= SHORTEST && word.length < 64 && /^\p{Script=Latin}+$/u.test(word);

/** How often each word is written. */
export function countWords(
  texts: Iterable<{ readonly words: readonly { readonly plain: string }[] }>,
): Map<string, number> {
  const uses = new Map<{ readonly plain: string }, number>();
  for (const { words } of texts) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [{ plain }, count] of uses) counts.set(plain, (counts.get(plain) ?? 0) + count);
  return counts;
}
