const SHORTEST = 5;

/**
 * Puts a word in place of one that differs from it by one letter and is rarer: a typing error meets the word that was meant.
 * Numbers, codes and links are exact. `counts` says in how many texts each term is.
 */
export function createSpelling(counts: ReadonlyMap<string, number>): (term: string) => string {
  // Two words that are one letter apart have a common rest when a letter is taken out of one or both.
  const byRest = new Map<string, string[]>();
  for (const [term, count] of counts) {
    if (count < 2 || !isSpelled(term)) continue;
    for (const rest of restsOf(term)) {
      const terms = byRest.get(rest);
      if (terms) terms.push(term);
      else byRest.set(rest, [term]);
    }
  }
  const known = new Map<string, string>();
  return (term) => {
    let meant = known.get(term);
    if (meant === undefined) known.set(term, (meant = isSpelled(term) ? nearest(term, byRest, counts) : term));
    return meant;
  };
}

function nearest(
  term: string,
  byRest: ReadonlyMap<string, string[]>,
  counts: ReadonlyMap<string, number>,
): string {
  let [best, most] = [term, counts.get(term) ?? 0];
  for (const rest of restsOf(term))
    for (const other of byRest.get(rest) ?? []) {
      const count = counts.get(other) ?? 0;
      if (count > most * 2 && isOneApart(term, other)) [best, most] = [other, count];
    }
  return best;
}

/** Whether one letter more, one fewer, another one, or two that changed places make one of the other. */
export function isOneApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (a[start] === b[start] && start < a.length) start += 1;
  let [endA, endB] = [a.length - 1, b.length - 1];
  while (endA >= start && endB >= start && a[endA] === b[endB]) [endA, endB] = [endA - 1, endB - 1];
  const [left, other] = [endA - start + 1, endB - start + 1];
  if (left <= 1 && other <= 1) return true;
  return left === 2 && other === 2 && a[start] === b[endB] && a[endA] === b[start];
}

function restsOf(term: string): string[] {
  return [term, ...Array.from(term, (_, at) => term.slice(0, at) + term.slice(at + 1))];
}

const isSpelled = (term: string) => term.length >= SHORTEST && /^[\p{Script=Latin}]+$/u.test(term);
