import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countPlaywright, countVitest } from './counts.ts';
import { runPart } from './part.ts';

const folder = mkdtempSync(join(tmpdir(), 'allclear-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(report: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const suite = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((status) => ({ status, fullName: 'a test' })),
});

test('tests that passed and failed are counted', () => {
  const report = { testResults: [suite('failed', 'passed', 'failed'), suite('passed', 'passed')] };
  expect(countVitest(written(report))).toEqual({ passed: 2, failed: 1 });
});

test('a file that could not be loaded has failed once', () => {
  expect(countVitest(written({ testResults: [suite('failed')] }))).toEqual({ passed: 0, failed: 1 });
});

test('what was skipped was not shown to work', () => {
  expect(countVitest(written({ testResults: [suite('passed', 'passed', 'pending', 'todo')] }))).toEqual({
    passed: 1,
    failed: 2,
  });
});

test('a story that passed only the second time has failed, and so has one that was skipped', () => {
  const report = {
    stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 },
    errors: [{ message: 'no such file' }],
  };
  expect(countPlaywright(written(report))).toEqual({ passed: 5, failed: 4 });
});

test('a tool without a readable report has failed', async () => {
  const part = runPart('A tool without a report', ['typescript', 'tsc'], ['--version'], {
    count: () => countVitest(join(folder, 'none.json')),
  });
  expect(await part).toEqual({ passed: 0, failed: 1 });
});

test('a tool that found nothing to test has failed', async () => {
  const count = () => ({ passed: 0, failed: 0 });
  expect(await runPart('A tool without tests', ['typescript', 'tsc'], ['--version'], { count })).toEqual({
    passed: 0,
    failed: 1,
  });
});

test('a tool that broke down has failed, however well its tests went', async () => {
  const count = () => ({ passed: 7, failed: 0 });
  expect(
    await runPart('A tool that breaks down', ['typescript', 'tsc'], ['--no-such-option'], { count }),
  ).toEqual({
    passed: 7,
    failed: 1,
  });
});
