import { expect, test } from 'vitest';
import { countLinks, type LinkFact, readLinkFact, withLink } from '../../src/domain/linkFact.ts';

const FACT: LinkFact = {
  incident: 100,
  at: '2026-11-23T11:00:00.000Z',
  count: 40,
  linked: 39, // one was merged away
  n: 2,
  from: 0,
  rest: 0,
  more: [],
  fewer: [],
};

test('what was written down is read again; another incident’s, and what was garbled, is not', () => {
  expect(readLinkFact(JSON.parse(JSON.stringify(FACT)), 100)).toEqual(FACT);
  expect(readLinkFact(FACT, 101)).toBeUndefined();
  expect(readLinkFact({ ...FACT, at: 'yesterday' }, 100)).toBeUndefined();
  expect(readLinkFact(undefined, 100)).toBeUndefined();
});

test('the links are in line while there are as many as reports', () => {
  expect(countLinks(FACT, 40)).toEqual({ linked: 39, reports: 39, rest: 0, at: FACT.at, isInLine: true });
});

test('a report that came without its link is missed', () => {
  expect(countLinks(FACT, 42)).toMatchObject({ linked: 39, reports: 41, isInLine: false });
});

test('each link that is made or taken away counts once, however often it is told', () => {
  const more = withLink(FACT, 7, 'linked');
  expect(more && countLinks(more, 41)).toMatchObject({ linked: 40, isInLine: true });
  expect(more && withLink(more, 7, 'linked')).toBeUndefined();
  const back = more && withLink(more, 7, 'unlinked');
  expect(back).toEqual(FACT);
  const fewer = withLink(FACT, 8, 'unlinked');
  expect(fewer && countLinks(fewer, 39)).toMatchObject({ linked: 38, isInLine: true });
});

test('it never grows without end', () => {
  let fact = FACT;
  for (let ticket = 1; ticket <= 1_000; ticket++) fact = withLink(fact, ticket, 'linked') ?? fact;
  expect(JSON.stringify(fact).length).toBeLessThan(4_000);
});
