import { type ChannelWorldWanted, runChannelWorld } from './channelWorld.ts';

/** Plays the worlds of channels with these seeds; answers the seeds that broke something, having said what. */
export async function runChannels(first: number, worlds: number, mostFailures: number): Promise<number[]> {
  const began = performance.now();
  const sum = { told: 0, calls: 0, faults: 0, down: 0 };
  const failed: number[] = [];
  for (let seed = first; seed < first + worlds && failed.length < mostFailures; seed++) {
    const wanted = wantedOf(seed);
    const run = await runChannelWorld(seed, wanted).catch((error: unknown) => {
      console.error(`channels, seed ${seed}:`, error);
      return undefined;
    });
    sum.told += run?.told ?? 0;
    sum.calls += run?.calls ?? 0;
    sum.faults += run?.faults ?? 0;
    if (run?.states.some((state) => state !== 'told')) sum.down += 1;
    if (run?.broken.length === 0) continue;
    failed.push(seed);
    for (const sentence of run?.broken.slice(0, 5) ?? [])
      console.error(`channels, seed ${seed}: ${sentence}`);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `channels: ${worlds} worlds, ${sum.told} replies, ${sum.calls} calls to channels, ${sum.faults} faults, ` +
      `${sum.down} worlds with a channel that was not told at first, ${failed.length} with an untrue receipt, ${seconds} s`,
  );
  return failed;
}

const WHEN = ['before', 'under way', 'after'] as const;

// In a third of the worlds a channel goes for good at some call, and in another third the first tab dies somewhere.
function wantedOf(seed: number): ChannelWorldWanted {
  const turn = Math.floor(seed / 3);
  if (seed % 3 === 0) return { downFrom: 1 + (turn % 40) };
  if (seed % 3 === 1) return { death: { at: 1 + (turn % 120), when: WHEN[turn % 3] ?? 'after' } };
  return {};
}
