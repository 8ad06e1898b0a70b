import { runWorld, type WorldWanted } from './runWorld.ts';

export interface Played {
  /** Sentences, each with what replays it; none when every invariant held in every world. */
  broken: string[];
  tellings: number;
  faults: number;
}

/** Plays one world after the other. */
export async function playWorlds(worlds: Iterable<{ name: string; seed: number; wanted?: WorldWanted }>) {
  const played: Played = { broken: [], tellings: 0, faults: 0 };
  for (const { name, seed, wanted } of worlds) {
    const run = await runWorld(seed, wanted);
    played.tellings += run.tellings;
    played.faults += run.faults;
    played.broken.push(...run.broken.map((sentence) => `${name}: ${sentence}`));
  }
  return played;
}

export function seeds(from: number, to: number, wanted: WorldWanted = {}) {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const seed = from + index;
    return { name: `seed ${seed}`, seed, wanted };
  });
}
