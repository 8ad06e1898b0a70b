// How many writes one issue takes, from everybody together: 20 in 2 seconds and 100 in 30.
// https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
const WINDOWS = [
  { most: 20, ms: 2_000 },
  { most: 100, ms: 30_000 },
] as const;

/** How many earlier writes matter. */
export const MOST_REMEMBERED = 100;

/**
 * How long to wait before the next write to an issue, when the earlier ones were answered at these times (milliseconds,
 * ascending). Going by the answers is safe whatever the way there took.
 */
export function waitForWrite(answered: readonly number[], now: number): number {
  return Math.max(
    0,
    ...WINDOWS.map(({ most, ms }) => {
      const decisive = answered[answered.length - most];
      return decisive === undefined ? 0 : decisive + ms - now;
    }),
  );
}
