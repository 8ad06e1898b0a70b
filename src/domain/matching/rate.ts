// A day without a single such ticket is no proof that there are none.
const NEVER_SEEN = 0.5;
const SHORTEST_SPAN_MS = 15 * 60_000;
const SHORTEST_PAST_MS = 2 * 3_600_000;
// One false alarm in a thousand looks at what is usual.
const LEAST_CHANCE = 0.001;

/**
 * Whether so many tickets in so short a time are more than chance brings, where `usual` of their kind came in `usualMs`:
 * the chance of as many or more by Poisson's law.
 */
export function isUnusual(rate: { seen: number; spanMs: number; usual: number; usualMs: number }): boolean {
  const { seen, spanMs, usual, usualMs } = rate;
  const perMs = (usual + NEVER_SEEN) / Math.max(usualMs, SHORTEST_PAST_MS);
  return chanceOfAtLeast(seen, perMs * Math.max(spanMs, SHORTEST_SPAN_MS)) < LEAST_CHANCE;
}

/** https://en.wikipedia.org/wiki/Poisson_distribution */
export function chanceOfAtLeast(count: number, expected: number): number {
  let chance = Math.exp(-expected);
  let fewer = 0;
  for (let seen = 0; seen < count; seen += 1) {
    fewer += chance;
    chance *= expected / (seen + 1);
  }
  return Math.max(0, 1 - fewer);
}
