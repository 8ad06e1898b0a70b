import { describe, expect, test } from 'vitest';
import { createReader } from '../../../src/domain/matching/features.ts';
import { HOSTILE } from '../hostile.ts';

const reader = createReader();
const read = (text: string) => reader.read(reader.split(text));
const termsOf = (text: string) => [...read(text).terms.keys()];

describe('what is broken is the same in every language', () => {
  test.each([
    ['The page does not load', ['=page', '=load']],
    ['La página no carga', ['=page', '=load']],
    ['La page ne charge pas', ['=page', '=load']],
    ['Die Seite lädt nicht', ['=page', '=load']],
    ['A página não carrega', ['=page', '=load']],
    ['الصفحة لا يتم تحميلها', ['=page', '=load']],
    ['ページが読み込めません', ['=page', '=load']],
    ['页面无法加载', ['=page', '=load']],
  ])('%s', (text, wanted) => {
    expect(termsOf(text)).toEqual(expect.arrayContaining(wanted));
    expect(read(text).isTrouble).toBe(true);
  });
});

test('words that say nothing are left out, in the language of the text alone', () => {
  expect(termsOf('Hello, could you please help me with this? Thanks a lot')).toEqual(['lot']);
  expect(termsOf('Guten Tag, ich habe die Karte')).toEqual(['=card']);
});

test('number, gender and tense make no other word', () => {
  const same = (a: string, b: string) => expect(termsOf(a)).toEqual(termsOf(b));
  same('the donation crashed', 'the donations crash');
  same('el formulario rechazado', 'los formularios rechazados');
  same('les lampes sont cassées', 'la lampe est cassée');
  same('die Spende', 'die Spenden');
  same('الفاتورة', 'فاتورة');
});

test('accents, case and an article before a vowel make none either', () => {
  expect(termsOf('l’Éditeur')).toEqual(termsOf('editeur'));
});

describe('what is exact stays exact', () => {
  test.each([
    ['I get PAY-4017', '#pay4017'],
    ['it says pay 4017', '#pay4017'],
    ['error 503 again', '#503'],
    ['only 504s today', '#504'],
    ['GET https://api.acme.test/v2/orders?page=1', '#api.acme.test'],
    ['GET https://api.acme.test/v2/orders?page=1', '#v2/orders'],
    ['calls to v2/orders', '#v2/orders'],
    ['calls to /v2/orders.', '#v2/orders'],
    ['ERR_CONNECTION_RESET in Chrome', '#err_connection_reset'],
    ['since version 8.3', '#8.3'],
    ['order.created is missing', '#order.created'],
  ])('%s', (text, wanted) => {
    expect(termsOf(text)).toContain(wanted);
  });

  test('a year, a price or a date is no answer of a server', () => {
    expect(
      termsOf('in May 2024 I paid 503.20 on 04-05-2024').filter((term) => /^#\d{3}$/.test(term)),
    ).toEqual([]);
  });
});

test('the words are there as their author wrote them', () => {
  expect(read('No puedo iniciar sesión').terms.get('=login')).toBe('iniciar sesión');
  expect(read('The Checkout says nothing').terms.get('=checkout')).toBe('checkout');
});

test('a long German word stands for what it is made of', () => {
  expect(termsOf('Die Kartenzahlung')).toEqual(expect.arrayContaining(['=card', '=pay']));
});

test('a question is told from a complaint', () => {
  expect(read('How do I change my plan?')).toMatchObject({ asks: true, isTrouble: false });
  expect(read('Why does it not load?')).toMatchObject({ isTrouble: true });
  expect(read('All prices are in dollars')).toMatchObject({ asks: false, isTrouble: false });
});

test('“no” is no denial to a Brazilian', () => {
  expect(read('O pedido está no carrinho da minha loja').isTrouble).toBe(false);
});

test(`${HOSTILE.length} hostile texts are read`, () => {
  for (const { name, text } of HOSTILE) expect(read(text).terms.size, name).toBeLessThan(2_000);
});
