// `npm run bench`: the figures of docs/performance.md. `npm run bench -- first-view --json` for one, as one line of JSON.
import { type Bench, isMet, report } from './bench.ts';

const BENCHES: Record<string, () => Promise<Bench>> = {
  'first-view': async () => (await import('./firstView.ts')).firstView,
  desk: async () => (await import('./desk.ts')).desk,
  broadcast: async () => (await import('./broadcast.ts')).broadcast,
  jira: async () => (await import('./jira.ts')).jira,
  matching: async () => (await import('./matching.ts')).matching,
};

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const asJson = process.argv.includes('--json');
const unknown = wanted.filter((name) => !(name in BENCHES));

if (unknown.length > 0) {
  console.error(`There is no figure ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const [name, load] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { goals, measure } = await load();
    const figures = await measure((line) => console.error(line));
    const met = isMet(figures, goals);
    if (!met) process.exitCode = 1;
    console.log(asJson ? JSON.stringify({ name, figures, goals, met }) : report(name, figures, goals));
  }
}
