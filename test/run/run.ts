import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { findOrFetchBrowser } from './browser.ts';
import { countPlaywright, countVitest } from './counts.ts';
import type { Counts } from './part.ts';
import { runPart } from './part.ts';

const results = 'test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const vitest = `${results}/vitest.json`;
const stories = `${results}/stories.json`;
const counts: Counts[] = [
  await runPart('Types', ['typescript', 'tsc'], ['--noEmit']),
  await runPart('Lint and format', ['@biomejs/biome', 'biome'], ['check', '--error-on-warnings', '.']),
  // Before the tests, because some of them look at the built package.
  await runPart('Build', ['vite', 'vite'], ['build', '--logLevel', 'warn']),
  await runPart(
    'Tests',
    ['vitest', 'vitest'],
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitest}`],
    { count: () => countVitest(vitest) },
  ),
  await tellStories(),
];

const passed = counts.reduce((sum, part) => sum + part.passed, 0);
const failed = counts.reduce((sum, part) => sum + part.failed, 0);
writeFileSync(`${results}/summary.json`, JSON.stringify({ passed, failed }));
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);

async function tellStories(): Promise<Counts> {
  try {
    const browser = findOrFetchBrowser();
    return await runPart('Stories in the browser', ['@playwright/test', 'playwright'], ['test'], {
      count: () => countPlaywright(stories),
      env: { CHROME_PATH: browser },
    });
  } catch (error) {
    console.log(
      `\nStories in the browser could not start: ${error instanceof Error ? error.message : error}`,
    );
    return { passed: 0, failed: 1 };
  }
}
