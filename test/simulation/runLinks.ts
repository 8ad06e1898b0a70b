import { runLinkWorld } from './linkWorld.ts';

/** Plays the worlds of links with these seeds; answers the seeds that broke something, having said what. */
export async function runLinks(first: number, worlds: number, mostFailures: number): Promise<number[]> {
  const began = performance.now();
  const sum = { reports: 0, writes: 0, faults: 0 };
  const failed: number[] = [];
  for (let seed = first; seed < first + worlds && failed.length < mostFailures; seed++) {
    const run = await runLinkWorld(seed).catch((error: unknown) => {
      console.error(`links, seed ${seed}:`, error);
      return undefined;
    });
    sum.reports += run?.reports ?? 0;
    sum.writes += run?.writes ?? 0;
    sum.faults += run?.faults ?? 0;
    if (run?.broken.length === 0) continue;
    failed.push(seed);
    for (const sentence of run?.broken.slice(0, 5) ?? []) console.error(`links, seed ${seed}: ${sentence}`);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `links: ${worlds} worlds, ${sum.reports} reports, ${sum.writes} writes to Jira, ${sum.faults} faults, ` +
      `${failed.length} worlds with a missing, extra or repeated one, ${seconds} s`,
  );
  return failed;
}
