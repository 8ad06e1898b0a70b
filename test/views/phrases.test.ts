import { describe, expect, test } from 'vitest';
import { createWords } from '../../src/views/phrases.tsx';
import en from '../../translations/en.json' with { type: 'json' };
import es from '../../translations/es.json' with { type: 'json' };

const english = createWords('en', en.phrases);
const spanish = createWords('es', es.phrases);

// Arabic tells six kinds of numbers apart.
const ARABIC = {
  list: {
    title: {
      zero: 'لا حوادث',
      one: 'حادث واحد',
      two: 'حادثان',
      few: '{count} حوادث',
      many: '{count} حادثا',
      other: '{count} حادث',
    },
  },
};

describe('plurals', () => {
  test.each([
    [0, '0 active incidents'],
    [1, '1 active incident'],
    [2, '2 active incidents'],
    [1_234, '1,234 active incidents'],
  ])('English: %i', (count, text) => {
    expect(english.t('list.title', { count })).toBe(text);
  });

  test('Spanish tells one from many', () => {
    const [one, two] = [1, 2].map((count) => spanish.t('list.title', { count }));
    expect(one).toContain('1');
    expect(two).toContain('2');
    expect(one?.replace('1', '')).not.toBe(two?.replace('2', ''));
  });

  test('Spanish writes a number its way', () => {
    expect(spanish.t('list.title', { count: 12_345 })).toContain('12.345');
  });

  test.each([
    [0, 'لا حوادث'],
    [1, 'حادث واحد'],
    [2, 'حادثان'],
    [5, 'حوادث'],
    [11, 'حادثا'],
    [100, 'حادث'],
  ])('Arabic: %i', (count, text) => {
    expect(createWords('ar', ARABIC).t('list.title', { count })).toContain(text);
  });

  test('a form that a language lacks is the general one', () => {
    const words = createWords('ar', { list: { title: { other: 'حوادث: {count}' } } });
    expect(words.t('list.title', { count: 3 })).toMatch(/^حوادث: /);
  });
});

describe('phrases', () => {
  test('a place without a value stays visible, a phrase that is missing shows its path', () => {
    expect(english.t('time.ago')).toBe('{age} ago');
    expect(createWords('en', {}).t('time.ago', { age: '2 min' })).toBe('time.ago');
  });

  test('a value is put in as it is, whatever it holds', () => {
    const title = '{age} $& $1 <b>x</b> {{ticket.id}}';
    expect(english.t('attach.done', { title })).toBe(`Attached to ${title}.`);
  });

  test('Arabic, Hebrew, Persian and Urdu run from right to left', () => {
    const isRtl = (locale: string) => createWords(locale, {}).isRtl;
    expect(['ar', 'he', 'fa', 'ur-PK'].map(isRtl)).toEqual([true, true, true, true]);
    expect(['en', 'es', 'pt-BR'].map(isRtl)).toEqual([false, false, false]);
  });

  test('a list is joined as the language does', () => {
    expect(english.listOf(['1 closed', '2 messaging'])).toBe('1 closed, 2 messaging');
    expect(english.listOf([])).toBe('');
  });
});

describe('spans', () => {
  test.each([
    [0, '0 sec'],
    [-5_000, '0 sec'],
    [59_999, '59 sec'],
    [60_000, '1 min'],
    [14 * 60_000 + 59_000, '14 min'],
    [60 * 60_000, '1 hr'],
    [125 * 60_000, '2 hr 5 min'],
    [47 * 3_600_000, '47 hr'],
    [49 * 3_600_000, '2 days'],
  ])('%i ms is %s', (ms, text) => {
    expect(english.span(ms)).toBe(text);
  });

  test('are written as the language has them', () => {
    expect(spanish.span(14 * 60_000)).toBe('14 min');
    expect(spanish.span(72 * 3_600_000)).toMatch(/^3 d/);
  });
});
