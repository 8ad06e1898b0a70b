/** How much was left to do at a moment, in milliseconds of one clock. */
export interface Sample {
  readonly at: number;
  readonly left: number;
}

const WINDOW_MS = 45_000;
const SHORTEST_MS = 4_000;
const FEWEST = 3;
const LONGEST_STILL_MS = 20_000;

/**
 * How long the rest will take at the pace of the last minute, in milliseconds. `undefined` as long as nobody can say: too
 * few figures, or none that moved lately.
 */
export function timeLeft(samples: readonly Sample[], now: number): number | undefined {
  const recent = samples.filter(({ at }) => now - at <= WINDOW_MS);
  const [first] = recent;
  const last = recent.at(-1);
  if (!first || !last || recent.length < FEWEST) return undefined;
  const took = last.at - first.at;
  const done = first.left - last.left;
  if (took < SHORTEST_MS || done <= 0 || now - last.at > LONGEST_STILL_MS) return undefined;
  return Math.max(0, last.left * (took / done) - (now - last.at));
}

/** The samples with one more; those that say nothing new, or are too old to count, are left out. */
export function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  if (samples.at(-1)?.left === sample.left) return samples;
  return [...samples.filter(({ at }) => sample.at - at <= WINDOW_MS), sample];
}
