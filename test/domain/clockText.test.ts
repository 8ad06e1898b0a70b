import { expect, test } from 'vitest';
import { clockText, parseClock } from '../../src/domain/clockText.ts';

const MORNING = new Date(2026, 10, 24, 11, 26);
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);

test.each([
  ['12:30', at(24, 12, 30)],
  [' 12.30 ', at(24, 12, 30)],
  ['12h30', at(24, 12, 30)],
  ['9:05', at(25, 9, 5)],
  ['11:26', at(25, 11, 26)],
  ['5 pm', at(24, 17)],
  ['5PM', at(24, 17)],
  ['5 p.m.', at(24, 17)],
  ['12:15 am', at(25, 0, 15)],
  ['12 pm', at(24, 12)],
])('%s is a time', (text, time) => {
  expect(parseClock(text, MORNING)).toEqual(time);
});

test.each([
  ['tomorrow'],
  ['12'],
  ['2 hours'],
  ['25:00'],
  ['12:60'],
  ['13 pm'],
  ['0 am'],
  [''],
  ['12:30 or so'],
])('%s is none', (text) => {
  expect(parseClock(text, MORNING)).toBeUndefined();
});

test('a time is written as an input for times has it', () => {
  expect(clockText(at(24, 9, 5))).toBe('09:05');
});
