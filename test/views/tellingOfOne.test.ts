import { expect, test } from 'vitest';
import type { CannotTell, ToldOne } from '../../src/actions/tellOne.ts';
import { createWords } from '../../src/views/phrases.tsx';
import { tellingOfOne } from '../../src/views/sidebar/tellingOfOne.ts';
import ar from '../../translations/ar.json' with { type: 'json' };
import en from '../../translations/en.json' with { type: 'json' };
import es from '../../translations/es.json' with { type: 'json' };

// A record, so that a new reason does not compile until it is tried here.
const CANNOT = Object.keys({
  closed: 1,
  'not asked': 1,
  merged: 1,
  'set aside': 1,
  messaging: 1,
  suspended: 1,
  'not visible': 1,
  'not allowed': 1,
  refused: 1,
  'too long': 1,
  'not attached': 1,
  'no update': 1,
  record: 1,
  'no drill ticket': 1,
  'incident merged': 1,
} satisfies Record<CannotTell, 1>) as CannotTell[];

const OUTCOMES: ToldOne[] = [
  { do: 'told', n: 3 },
  { do: 'already told', n: 3 },
  { do: 'refuse', because: 'light agent' },
  ...CANNOT.map((because) => ({ do: 'cannot', because }) as const),
];

test.each([
  ['en', en.phrases],
  ['es', es.phrases],
  ['ar', ar.phrases],
])('in %s every outcome has a sentence of its own', (language, phrases) => {
  const said = OUTCOMES.map((outcome) => tellingOfOne(outcome, createWords(language, phrases)).text);
  expect(new Set(said).size).toBe(OUTCOMES.length);
  for (const text of said) {
    expect(text).toMatch(/\S+ \S+.*[.!؟]$/);
    expect(text).not.toMatch(/one\.\w|\{\w+\}|undefined/);
  }
});

test('only good news is good news', () => {
  const words = createWords('en', en.phrases);
  expect(OUTCOMES.map((outcome) => tellingOfOne(outcome, words).weight)).toEqual(
    OUTCOMES.map((outcome) => (outcome.do.endsWith('told') ? 'success' : 'warning')),
  );
});
