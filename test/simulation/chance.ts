/** Random decisions of one world, all drawn from its seed. */
export interface Chance {
  /** From 0 to 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True this often. */
  is(share: number): boolean;
  of<T>(choices: readonly T[]): T;
}

// Mulberry32, as in the workspace's world, on a stream of its own.
export function createChance(seed: number): Chance {
  let state = (seed * 2_654_435_761 + 97) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    is: (share) => next() < share,
    of: (choices) => choices[between(0, choices.length - 1)]!,
  };
}
