import { expect, test } from 'vitest';
import { chooseLanguage } from '../../src/domain/replyTexts.ts';
import { HOSTILE } from './hostile.ts';

const AVAILABLE = ['en', 'es', 'fr', 'pt-BR', 'de'];

test('a customer is answered in their own language', () => {
  expect(chooseLanguage(AVAILABLE, 'fr', 'en')).toEqual({ language: 'fr' });
  expect(chooseLanguage(AVAILABLE, 'pt-BR', 'en')).toEqual({ language: 'pt-BR' });
});

test('a region without texts of its own gets those of its language', () => {
  expect(chooseLanguage(AVAILABLE, 'es-419', 'en')).toEqual({ language: 'es' });
  expect(chooseLanguage(AVAILABLE, 'pt', 'en')).toEqual({ language: 'pt-BR' });
});

test('upper and lower case do not matter', () => {
  expect(chooseLanguage(AVAILABLE, 'PT-br', 'en')).toEqual({ language: 'pt-BR' });
});

test('a language without texts falls back to the account’s, and the agent can be told', () => {
  expect(chooseLanguage(AVAILABLE, 'ja', 'es')).toEqual({ language: 'es', missing: 'ja' });
});

test('an account’s language without texts falls back to English', () => {
  expect(chooseLanguage(AVAILABLE, 'ja', 'tlh')).toEqual({ language: 'en', missing: 'ja' });
});

test('a customer whose language nobody knows gets the account’s', () => {
  expect(chooseLanguage(AVAILABLE, undefined, 'es')).toEqual({ language: 'es' });
  expect(chooseLanguage(AVAILABLE, '', 'es')).toEqual({ language: 'es' });
});

test('a language that is none is not taken for English', () => {
  expect(chooseLanguage(AVAILABLE, 'not a language!', 'es')).toEqual({
    language: 'es',
    missing: 'not a language!',
  });
});

test(`${HOSTILE.length} hostile texts for a language still get an answer in one we have`, () => {
  for (const { name, text } of HOSTILE)
    expect(AVAILABLE, name).toContain(chooseLanguage(AVAILABLE, text, text).language);
});
