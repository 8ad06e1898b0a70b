/** How a promised time stands. `soon` is the last stretch in which it can still be kept without haste. */
export type PromiseState = 'kept' | 'soon' | 'broken';

const WARNING_MS = 5 * 60_000;

export function promiseState(due: Date, now: Date, warningMs = WARNING_MS): PromiseState {
  if (now > due) return 'broken';
  return due.getTime() - now.getTime() <= warningMs ? 'soon' : 'kept';
}
