import { describe, expect, test } from 'vitest';
import { isUntold, nextCount, paceOf, summaryOf, type Watch, watchCount } from '../../src/domain/telling.ts';
import { sampleIncident } from './sample.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 11, 0, seconds));
const count = (told: number, n = 3) => ({ n, told, total: 1_000, cannot: {}, behind: 1_000 - told });

function watched(...counts: [told: number, seconds: number, n?: number][]): Watch {
  const watch = counts.reduce<Watch | undefined>(
    (before, [told, seconds, n]) => watchCount(before, count(told, n), at(seconds)),
    undefined,
  );
  return watch!;
}

describe('who is telling it', () => {
  test('one count says nothing', () => {
    expect(paceOf(watched([812, 0]))).toBe('unknown');
  });

  test('a figure that grew says that somebody is at it, and by how many', () => {
    const watch = watched([712, 0], [812, 40]);
    expect(paceOf(watch)).toBe('moving');
    expect(watch.more).toBe(100);
  });

  test('a figure that stood for a minute says that nobody is', () => {
    expect(paceOf(watched([812, 0], [812, 59]))).toBe('unknown');
    expect(paceOf(watched([812, 0], [812, 60]))).toBe('still');
    expect(paceOf(watched([712, 0], [812, 10], [812, 69]))).toBe('moving');
    expect(paceOf(watched([712, 0], [812, 10], [812, 70]))).toBe('still');
  });

  test('another update is another story', () => {
    expect(paceOf(watched([812, 0], [812, 90], [0, 100, 4]))).toBe('unknown');
  });

  test('a figure that fell was somebody detaching, not telling', () => {
    expect(paceOf(watched([812, 0], [811, 10]))).toBe('unknown');
  });
});

describe('whether somebody is left', () => {
  const receipt = (n: number) => ({ channel: 'tickets', n, outcome: 'told', at: at(0).toISOString() });

  test('by the count, where it is of all reports', () => {
    expect(isUntold(sampleIncident(), count(812), true)).toBe(true);
    expect(isUntold(sampleIncident(), count(1_000), true)).toBe(false);
  });

  test('reports beyond the first thousand are taken for untold until the summary is written', () => {
    expect(isUntold(sampleIncident(), count(1_000), false)).toBe(true);
    expect(isUntold(sampleIncident({ receipts: [receipt(2)] }), count(1_000), false)).toBe(true);
    expect(isUntold(sampleIncident({ receipts: [receipt(3)] }), count(1_000), false)).toBe(false);
  });

  test('there is nothing to tell before the first update', () => {
    expect(isUntold(sampleIncident({ update: undefined }), count(0, 0), true)).toBe(false);
  });

  test('another channel’s receipt is no summary', () => {
    expect(summaryOf(sampleIncident({ receipts: [{ ...receipt(3), channel: 'slack' }] }))).toBeUndefined();
    expect(summaryOf(sampleIncident({ receipts: [receipt(3)] }))?.n).toBe(3);
  });
});

test('counting takes no more than three requests a minute', () => {
  for (const pages of [1, 2, 3, 5, 10]) expect((pages * 60_000) / nextCount(pages)).toBeLessThanOrEqual(3);
  expect(nextCount(1)).toBe(60_000);
});
