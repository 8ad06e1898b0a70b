import { describe, expect, test } from 'vitest';
import { readSources } from './imports.ts';
import { differences, leavesOf, readTranslations, type Texts } from './translations.ts';

const english = readTranslations().find(({ language }) => language === 'en')!;
const others = readTranslations().filter(({ language }) => language !== 'en');

test('there is at least one language besides English', () => {
  expect(others.length).toBeGreaterThan(0);
});

test('English itself has no empty text and all its plurals', () => {
  expect(differences(english, english)).toEqual([]);
});

test.each(others)('$language has the same phrases with the same places as English', (translation) => {
  expect(differences(english, translation)).toEqual([]);
});

test('every phrase is used by a view, and every phrase a view names is there', () => {
  const views = [...readSources()].filter(([path]) => path.startsWith('views/')).map(([, text]) => text);
  const code = views.join('\n');
  const named = new Set([...code.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, phrase]) => phrase!));
  const phrases = [...leavesOf(english.texts.phrases as Texts).keys()];
  expect([...named].filter((phrase) => !phrases.includes(phrase))).toEqual([]);
  // A phrase may be named as a whole, or by its group in a template such as `stage.${stage}`.
  const isUsed = (phrase: string) =>
    code.includes(`'${phrase}'`) || code.includes(`\`${phrase.slice(0, phrase.lastIndexOf('.') + 1)}\${`);
  expect(phrases.filter((phrase) => !isUsed(phrase))).toEqual([]);
});

describe('a translation is caught that', () => {
  const from = {
    language: 'en',
    texts: { a: 'See {n} of {{ incident.eta }}', b: { one: '{count} day', other: '{count} days' } },
  };
  const wrong: [what: string, language: string, texts: Texts, complaint: RegExp][] = [
    ['lacks a phrase', 'es', { a: from.texts.a }, /lacks b/],
    ['has one more', 'es', { ...from.texts, c: 'x' }, /alone has c/],
    ['forgets a place', 'es', { ...from.texts, a: 'Ver {{ incident.eta }}' }, /a has/],
    ['forgets a place of a reply', 'es', { ...from.texts, a: 'Ver {n}' }, /a has/],
    ['translates a place', 'es', { ...from.texts, a: 'Ver {numero} de {{ incident.eta }}' }, /a has/],
    ['is empty', 'es', { ...from.texts, a: ' ' }, /is empty/],
    ['lacks a plural of its grammar', 'pl', from.texts, /lacks the plural "few"/],
  ];
  test.each(wrong)('%s', (_, language, texts, complaint) => {
    expect(differences(from, { language, texts })).toContainEqual(expect.stringMatching(complaint));
  });
});
