import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGrouper, type Heard } from '../../../src/domain/matching/groups.ts';
import { HOSTILE } from '../hostile.ts';

const MINUTE = 60_000;
const NOW = 48 * 60 * MINUTE;
const SAME = [
  'The export is empty',
  'CSV export comes empty, no rows',
  'Export: empty file again',
  'my exprot is empty',
];

let ids = 0;
function say(text: string, minutesAgo: number, different: Partial<Heard> = {}): Heard {
  ids += 1;
  return { id: ids, text, voice: `person ${ids}`, at: NOW - minutesAgo * MINUTE, is: 'free', ...different };
}
function group(...heard: readonly Heard[]) {
  const grouper = createGrouper(NOW);
  grouper.hear(heard);
  return grouper.groups();
}
const anyDay = () =>
  ['invoice please', 'reset my password', 'change of plan', 'training for us'].flatMap((text, at) =>
    [300, 600, 900, 1_200].map((minutes) => say(text, minutes + at)),
  );
const wave = (different: Partial<Heard> = {}) => SAME.map((text, at) => say(text, 20 - at * 5, different));

test('a group says who is in it, since when, and by which words', () => {
  const heard = wave();
  const [found, ...others] = group(...anyDay(), ...heard);
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    tickets: heard.map(({ id }) => id),
    voices: 4,
    from: NOW - 20 * MINUTE,
    to: NOW - 5 * MINUTE,
    usualADay: 0,
  });
  expect(found?.words.slice(0, 2).toSorted()).toEqual(['empty', 'export']);
});

describe('no group are', () => {
  test('tickets of one organization, however many', () => {
    expect(group(...anyDay(), ...wave({ voice: 'organization 1' }))).toEqual([]);
  });

  test('tickets of which as many come on any day', () => {
    const usual = Array.from({ length: 60 }, (_, at) => say(SAME[at % 3]!, 130 + at * 20));
    expect(group(...usual, ...wave().slice(0, 3))).toEqual([]);
  });

  test('tickets older than two hours', () => {
    expect(group(...anyDay(), ...SAME.map((text, at) => say(text, 125 + at)))).toEqual([]);
  });

  test('questions after a newsletter', () => {
    const asked = [
      'How do I join the webinar?',
      'Where is the webinar link?',
      'webinar: when is it?',
      'Wie geht das webinar?',
    ];
    expect(group(...anyDay(), ...asked.map((text, at) => say(text, at)))).toEqual([]);
  });

  test.each(['taken', 'done'] as const)('tickets that are %s', (is) => {
    expect(group(...anyDay(), ...wave({ is }))).toEqual([]);
  });
});

test('what says the same as something dismissed is none, and the rest is', () => {
  const other = ['No sound in calls', 'no sound in my call', 'calls: no sound'].map((text) => say(text, 3));
  const found = group(...anyDay(), say('Export is empty', 5_000, { is: 'dismissed' }), ...wave(), ...other);
  expect(found.map(({ tickets }) => tickets)).toEqual([other.map(({ id }) => id)]);
});

test('an incident in an everyday matter is seen', () => {
  const texts = [
    'Invoices page does not load',
    'La página de facturas no carga',
    'Rechnungen: Seite lädt nicht',
  ];
  expect(group(...anyDay(), ...texts.map((text, at) => say(text, 9 - at)))).toHaveLength(1);
});

test('two incidents at once are two groups', () => {
  const calls = ['No sound in calls', 'Kein Ton im Anruf', 'Llamadas sin sonido', 'calls: no sound'];
  expect(group(...anyDay(), ...wave(), ...calls.map((text, at) => say(text, at)))).toHaveLength(2);
});

test('the order in which tickets are heard makes no difference, and no ticket is in two groups', () => {
  const heard = [
    ...anyDay(),
    ...wave(),
    ...['No sound', 'no sound here', 'sound: no'].map((text) => say(text, 2)),
  ];
  const wanted = group(...heard);
  fc.assert(
    fc.property(fc.shuffledSubarray(heard, { minLength: heard.length }), (shuffled) => {
      const found = group(...shuffled);
      expect(found).toEqual(wanted);
      const all = found.flatMap(({ tickets }) => tickets);
      expect(new Set(all).size).toBe(all.length);
    }),
    { numRuns: 30 },
  );
});

test(`${HOSTILE.length} hostile texts make no trouble`, () => {
  const found = group(...anyDay(), ...HOSTILE.map(({ text }, at) => say(text, at)), ...wave());
  expect(found.some(({ tickets }) => tickets.length >= 4)).toBe(true);
});
