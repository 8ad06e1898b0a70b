import { expect, test } from 'vitest';
import { rankIncidents } from '../../src/domain/match.ts';
import { HOSTILE } from './hostile.ts';
import { sampleIncident } from './sample.ts';

const donations = sampleIncident({
  id: 100,
  title: 'Donation form returns error 502',
  symptoms: 'Donors press Give and see “Something went wrong”.',
});
const receipts = sampleIncident({
  id: 101,
  title: 'Receipts arrive late',
  symptoms: 'The e-mail with the receipt comes hours after the gift.',
});
const both = [{ incident: receipts }, { incident: donations }];
const ids = (text: string, candidates: Parameters<typeof rankIncidents>[1] = both) =>
  rankIncidents(text, candidates).map(({ incident }) => incident.id);

test('the incident that speaks of the same things comes first, and says which', () => {
  const [best, other] = rankIncidents('I get Error 502 on the donation form', both);
  expect(best).toMatchObject({ incident: { id: 100 }, isLikely: true });
  expect(best?.words).toEqual(['error', '502', 'donation', 'form']);
  expect(other).toMatchObject({ incident: { id: 101 }, words: [], isLikely: false });
});

test('the words shown are the customer’s own, in their order', () => {
  const [best] = rankIncidents('Where is my receipt? It is so late', both);
  expect(best?.incident.id).toBe(101);
  expect(best?.words).toEqual(['receipt', 'late']);
});

test('a ticket about something else points at nothing, and the order stays', () => {
  const ranked = rankIncidents('How do I change my password?', both);
  expect(ranked.map(({ incident }) => incident.id)).toEqual([101, 100]);
  expect(ranked.some(({ isLikely }) => isLikely)).toBe(false);
});

test('words that everybody uses are no evidence', () => {
  const ranked = rankIncidents('Hello, please help, thank you! What can you do about this?', both);
  expect(ranked.every(({ words }) => words.length === 0)).toBe(true);
});

test('a typing error does not hide the match', () => {
  expect(ids('donaton page shows eror')[0]).toBe(100);
});

test('an error code is not mistaken for its neighbor', () => {
  const [best] = rankIncidents('I get 503', [{ incident: donations }]);
  expect(best?.words).toEqual([]);
});

test('accents do not matter', () => {
  const incident = sampleIncident({ id: 7, title: 'Donación rechazada', symptoms: '' });
  expect(rankIncidents('mi donacion fue rechazada', [{ incident }])[0]).toMatchObject({ isLikely: true });
});

test('tickets attached lately teach how customers put it, in other languages too', () => {
  const recent = ['No puedo donar', 'La página de donaciones no funciona'];
  const text = 'la pagina de donaciones esta caida';
  expect(ids(text)).toEqual([101, 100]);
  expect(ids(text, [{ incident: receipts }, { incident: donations, recent }])).toEqual([100, 101]);
});

test('no more than four words are shown', () => {
  const [best] = rankIncidents(
    'donation form returns error 502 something went wrong donors press give',
    both,
  );
  expect(best?.words).toHaveLength(4);
});

test('a ticket without words, or no incident at all, is no trouble', () => {
  expect(ids('')).toEqual([101, 100]);
  expect(rankIncidents('error 502', [])).toEqual([]);
});

test(`${HOSTILE.length} hostile texts rank every incident once`, () => {
  for (const { name, text } of HOSTILE) {
    expect(ids(text).toSorted(), name).toEqual([100, 101]);
    const incident = sampleIncident({ id: 9, title: text, symptoms: text });
    expect(ids('error 502', [{ incident }, ...both]).toSorted(), name).toEqual([100, 101, 9]);
  }
});
