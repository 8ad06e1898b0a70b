import { describe, expect, test } from 'vitest';
import { createShares, type SamePersonRule } from '../../src/domain/samePerson.ts';
import type { TicketId } from '../../src/domain/ticket.ts';

const ANA = 1;
const BEN = 2;
const report = (id: TicketId, requesterId: number | undefined = ANA) => ({ id, requesterId });

/** Where reports stand; each is open unless said. */
function open(standings: Record<TicketId, 'told' | 'open' | 'out'> = {}, rule: SamePersonRule = 'pointer') {
  const shares = createShares(rule, (id) => standings[id] ?? 'open');
  return { shares, standings };
}

describe('of the reports of one person', () => {
  test('the first gets the whole text, and the next wait until it is known to be told', () => {
    const { shares, standings } = open();
    shares.take([report(3), report(5), report(9)]);
    expect([3, 5, 9].map((id) => shares.of(report(id)).get)).toEqual(['full', 'later', 'later']);
    standings[3] = 'told';
    expect(shares.of(report(9))).toEqual({ get: 'pointer', first: 3 });
  });

  test('one that was told before any other is the first, also when it is listed later', () => {
    const { shares } = open({ 9: 'told' });
    shares.take([report(3), report(9)]);
    expect(shares.of(report(3))).toEqual({ get: 'pointer', first: 9 });
  });

  test('one on a later page that was told takes the place of one that was not', () => {
    const { shares, standings } = open();
    shares.take([report(3)]);
    standings[9] = 'told';
    shares.take([report(9), report(11)]);
    expect(shares.of(report(11))).toEqual({ get: 'pointer', first: 9 });
  });

  test('one that can’t be told is followed by the next', () => {
    const { shares, standings } = open({ 1: 'out' });
    shares.take([report(1), report(3), report(5)]);
    expect(shares.of(report(3))).toEqual({ get: 'full' });
    standings[3] = 'out';
    expect(shares.of(report(5))).toEqual({ get: 'later' }); // until the next pass has looked
    shares.take([report(5)]);
    expect(shares.of(report(5))).toEqual({ get: 'full' });
  });

  test('the first stays the first when a lower number joins later', () => {
    const { shares } = open();
    shares.take([report(5)]);
    shares.take([report(3), report(5)]);
    expect(shares.of(report(5))).toEqual({ get: 'full' });
    expect(shares.of(report(3))).toEqual({ get: 'later' });
  });
});

test('different people have nothing to do with each other', () => {
  const { shares } = open({ 3: 'told' });
  shares.take([report(3), report(4, BEN), report(5, undefined), report(6, undefined)]);
  for (const each of [report(4, BEN), { id: 5, requesterId: undefined }, { id: 6, requesterId: undefined }])
    expect(shares.of(each)).toEqual({ get: 'full' });
});

test('by the other rule everybody gets the whole text everywhere', () => {
  const { shares } = open({ 3: 'told' }, 'full');
  shares.take([report(3), report(5)]);
  expect(shares.of(report(5))).toEqual({ get: 'full' });
});
