import { runSeveralWorld } from './severalWorld.ts';

/** Plays the worlds of several incidents with these seeds; answers the seeds that broke something, having said what. */
export async function runSeveral(first: number, worlds: number, mostFailures: number): Promise<number[]> {
  const began = performance.now();
  const sum = { moves: 0, merges: 0, splits: 0, faults: 0 };
  const failed: number[] = [];
  for (let seed = first; seed < first + worlds && failed.length < mostFailures; seed++) {
    const run = await runSeveralWorld(seed).catch((error: unknown) => {
      console.error(`several, seed ${seed}:`, error);
      return undefined;
    });
    sum.moves += run?.moves ?? 0;
    sum.merges += run?.merges ?? 0;
    sum.splits += run?.splits ?? 0;
    sum.faults += run?.faults ?? 0;
    if (run?.broken.length === 0) continue;
    failed.push(seed);
    for (const sentence of run?.broken.slice(0, 5) ?? []) console.error(`several, seed ${seed}: ${sentence}`);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `several: ${worlds} worlds, ${sum.moves} moves, ${sum.merges} merges, ${sum.splits} splits, ${sum.faults} faults, ` +
      `${failed.length} worlds in which somebody heard too much or too little, ${seconds} s`,
  );
  return failed;
}
