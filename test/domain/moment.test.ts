import { expect, test } from 'vitest';
import { knownLocale, knownZone, momentFor } from '../../src/domain/moment.ts';
import { NOW, SAMPLE_WORDS } from './sample.ts';

const at = (time: string, locale: string, timeZone: string | undefined, now = NOW) =>
  // Releases of ICU differ in the space before "PM" and in a leading zero; readers don't mind.
  momentFor(new Date(time), now, { locale, timeZone }, SAMPLE_WORDS)
    .replace(/[\u202f\u00a0]/g, ' ')
    .replace(/\b0(?=\d:)/, '');

test('a time today is said in the reader’s own zone', () => {
  expect(at('2026-11-23T12:30:00Z', 'en-GB', 'Europe/Madrid')).toBe('today at 13:30 (Madrid time)');
  expect(at('2026-11-23T12:30:00Z', 'en-US', 'America/New_York')).toBe('today at 7:30 AM (New York time)');
});

test('what is tomorrow for the reader carries its date', () => {
  expect(at('2026-11-23T16:00:00Z', 'en-GB', 'Asia/Tokyo')).toMatch(
    /^Tuesday.*24 November.* 1:00 \(Tokyo time\)$/,
  );
});

test('midnight belongs to the reader’s day, not to ours', () => {
  const lateEvening = new Date('2026-11-23T23:30:00Z');
  expect(at('2026-11-24T00:10:00Z', 'en-GB', 'UTC', lateEvening)).toContain('24 November');
  expect(at('2026-11-24T00:10:00Z', 'en-GB', 'Europe/Berlin', lateEvening)).toBe(
    'today at 1:10 (Berlin time)',
  );
});

test('the same clock time is right on both sides of the change to summer time', () => {
  const spring = (time: string) => at(time, 'en-GB', 'Europe/Berlin', new Date('2026-03-29T00:00:00Z'));
  expect(spring('2026-03-29T00:30:00Z')).toBe('today at 1:30 (Berlin time)');
  expect(spring('2026-03-29T01:30:00Z')).toBe('today at 3:30 (Berlin time)');
});

test.each([undefined, '', 'Mars/Olympus', 'Etc/UTC', 'UTC'])(
  'a reader whose zone is %j reads UTC, and is told so',
  (zone) => {
    expect(at('2026-11-23T12:30:00Z', 'en-GB', zone)).toBe('today at 12:30 (UTC)');
  },
);

test('a zone of two words is written as people write it', () => {
  expect(at('2026-11-23T12:30:00Z', 'en-GB', 'America/Argentina/Buenos_Aires')).toContain(
    '(Buenos Aires time)',
  );
});

test('a language nobody knows is answered in English rather than not at all', () => {
  expect(knownLocale('not a language!')).toBe('en');
  expect(knownLocale('')).toBe('en');
  expect(knownLocale('pt-BR')).toBe('pt-BR');
});

test('a zone nobody knows is UTC', () => {
  expect(knownZone('Nowhere/Else')).toBe('UTC');
  expect(knownZone('Europe/Madrid')).toBe('Europe/Madrid');
});
