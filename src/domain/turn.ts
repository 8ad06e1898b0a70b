/** How long nobody else may be at it: as long as everything that a turn is for takes at most, and then some. */
export const TURN_MS = 4 * 60_000;

/** Whether a turn that lasts until then is still its holder's; the clocks of two computers differ by seconds. */
export function isHeld(until: unknown, now: Date): boolean {
  const left = typeof until === 'string' ? Date.parse(until) - now.getTime() : Number.NaN;
  return left > 0 && left < 2 * TURN_MS; // one that lasts longer was made by a wrong clock
}
