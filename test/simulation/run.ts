import { parseArgs } from 'node:util';
import { runDeclareWorld } from './declareWorld.ts';
import { runChannels } from './runChannels.ts';
import { runLinks } from './runLinks.ts';
import { runSeveral } from './runSeveral.ts';
import { runWorld } from './runWorld.ts';

// npm run simulate -- --worlds 10000 --seed 1
// A world that fails is named by its seed; `--worlds 1 --seed <that>` plays it again.
const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    // Worlds in which an incident is declared; as many unless said.
    declared: { type: 'string' },
    'most-failures': { type: 'string', default: '5' },
  },
});
const [worlds, first] = [Number(values.worlds), Number(values.seed)];
const began = performance.now();
const sum = { reports: 0, told: 0, faults: 0, duplicates: 0, misses: 0, repeats: 0 };
const failed: number[] = [];
for (let seed = first; seed < first + worlds; seed++) {
  const run = await runWorld(seed).catch((error: unknown) => {
    console.error(`seed ${seed}:`, error);
    return undefined;
  });
  sum.reports += run?.reports ?? 0;
  sum.told += run?.tellings ?? 0;
  sum.faults += run?.faults ?? 0;
  sum.duplicates += run?.duplicates ?? 0;
  sum.misses += run?.misses ?? 0;
  if (run?.settings.same_person === 'pointer') sum.repeats += run.repeats;
  if (run?.broken.length === 0) continue;
  failed.push(seed);
  for (const sentence of run?.broken.slice(0, 5) ?? []) console.error(`seed ${seed}: ${sentence}`);
  if (failed.length >= Number(values['most-failures'])) break;
}
const declared = { incidents: 0, issues: 0, faults: 0 };
for (let seed = first; seed < first + Number(values.declared ?? worlds); seed++) {
  const run = await runDeclareWorld(seed).catch((error: unknown) => {
    console.error(`declared ${seed}:`, error);
    return undefined;
  });
  declared.incidents += run?.incidents ?? 0;
  declared.issues += run?.issues ?? 0;
  declared.faults += run?.faults ?? 0;
  if (run?.broken.length === 0) continue;
  failed.push(seed);
  for (const sentence of run?.broken.slice(0, 5) ?? []) console.error(`declared ${seed}: ${sentence}`);
  if (failed.length >= Number(values['most-failures'])) break;
}
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(
  `${worlds} worlds, ${sum.reports} reports, ${sum.told} replies, ${sum.faults} faults, ` +
    `${sum.duplicates} duplicates, ${sum.misses} misses, ` +
    `${sum.repeats} whole texts too many to people who are to get one, ${seconds} s`,
);
console.log(
  `${declared.incidents} incidents declared with ${declared.issues} issues, ${declared.faults} faults`,
);
if (failed.length > 0) console.log(`Play it again: npm run simulate -- --worlds 1 --seed ${failed[0]}`);
// A fifth as many of them: each goes through its links several times.
const ofLinks = await runLinks(first, Math.ceil(worlds / 5), Number(values['most-failures']));
const ofChannels = await runChannels(first, Math.ceil(worlds / 5), Number(values['most-failures']));
const ofSeveral = await runSeveral(first, Math.ceil(worlds / 5), Number(values['most-failures']));
process.exitCode = failed.length + ofLinks.length + ofChannels.length + ofSeveral.length > 0 ? 1 : 0;
