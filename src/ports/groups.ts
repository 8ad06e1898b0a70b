import type { Group, Heard } from '../domain/matching/groups.ts';

/** Finds out which tickets say the same, without holding up the page. */
export interface GroupFinder {
  find(heard: readonly Heard[], now: Date): Promise<readonly Group[]>;
}
