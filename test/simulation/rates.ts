import type { Chance } from './chance.ts';

/** How often what goes wrong in a world: half of all kinds never, the others up to every seventeenth time. */
export function ratesOf(chance: Chance) {
  const rate = () => (chance.is(0.5) ? 0 : chance.next() * 0.06);
  return {
    tooMany: rate(),
    tooManyWithoutHeader: rate(),
    serverErrorBefore: rate(),
    serverErrorAfter: rate(),
    lostBefore: rate(),
    lostAfter: rate(),
    slow: rate(),
    databaseConflict: rate(),
    jobKilled: rate() * 3,
    jobEndless: rate(),
    jobLate: rate() * 3,
    rowFails: rate(),
  };
}
