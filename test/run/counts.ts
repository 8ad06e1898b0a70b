import { readFileSync } from 'node:fs';
import type { Counts } from './part.ts';

interface VitestReport {
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** https://vitest.dev/guide/reporters#json-reporter */
export function countVitest(file: string): Counts {
  const { testResults } = read<VitestReport>(file);
  const tests = testResults.flatMap((suite) => suite.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  // A file that could not be loaded holds no tests, yet it did fail.
  const broken = testResults.filter(
    (suite) => suite.status !== 'passed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  );
  for (const suite of broken) console.log(`Did not run: ${suite.name}`);
  // What was skipped was not shown to work, so it counts as failed.
  for (const test of tests) {
    if (test.status !== 'passed' && test.status !== 'failed')
      console.log(`Was ${test.status}: ${test.fullName}`);
  }
  return { passed, failed: tests.length - passed + broken.length };
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
}

/** https://playwright.dev/docs/test-reporters#json-reporter */
export function countPlaywright(file: string): Counts {
  const { stats, errors } = read<PlaywrightReport>(file);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

function read<Report>(file: string): Report {
  return JSON.parse(readFileSync(file, 'utf8'));
}
