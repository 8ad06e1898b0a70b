import { describe, expect, test } from 'vitest';
import { createStatusCare, statusWith } from '../../src/domain/reportStatus.ts';
import type { Results } from '../../src/domain/results.ts';
import type { TicketStatus } from '../../src/domain/ticket.ts';
import { sampleIncident, sampleTicket } from './sample.ts';

const RULES = { running: 'hold', resolved: 'solved' } as const;
const LEAVE = { running: undefined, resolved: undefined };
const report = (status: TicketStatus) => sampleTicket({ status, problemId: 100 });
const results = (different: Partial<Results>): Results => ({
  told: [],
  again: [],
  refused: [],
  unsure: [],
  ...different,
});
const refused = (id: number, because: 'refused' | 'not visible' = 'refused') => ({
  id,
  because,
  detail: 'Status: is invalid',
});

describe('the status of a report that is told', () => {
  test.each<[TicketStatus, TicketStatus | undefined]>([
    ['new', 'hold'],
    ['open', 'hold'],
    ['pending', 'hold'],
    ['hold', undefined],
    ['solved', undefined],
  ])('while the incident runs: %s becomes %s', (status, expected) => {
    expect(statusWith(sampleIncident(), report(status), RULES)).toBe(expected);
    expect(statusWith(sampleIncident(), report(status), LEAVE)).toBeUndefined();
  });

  test('at the end is solved, if the settings say so', () => {
    const resolved = sampleIncident({ stage: 'resolved' });
    expect(statusWith(resolved, report('open'), RULES)).toBe('solved');
    expect(statusWith(resolved, report('solved'), RULES)).toBeUndefined();
    expect(statusWith(resolved, report('open'), LEAVE)).toBeUndefined();
  });

  test('is open for who took it for over, whatever the settings say', () => {
    const fields = { allclear_told: '100/2', allclear_stage: 'allclear_resolved' };
    const relapsed = sampleTicket({ status: 'solved', problemId: 100, fields });
    expect(statusWith(sampleIncident(), relapsed, RULES)).toBe('open');
    expect(statusWith(sampleIncident(), relapsed, LEAVE)).toBe('open');
  });
});

describe('a status that Zendesk refuses', () => {
  test('is left out the next time, and the report is told', () => {
    const care = createStatusCare();
    expect(care.ask(1, 'solved')).toBe('solved');
    expect(care.ask(2, 'solved')).toBe('solved');
    expect(care.settle(results({ told: [1], refused: [refused(2)] }))).toEqual(
      results({ told: [1], again: [2] }),
    );
    expect(care.ask(2, 'solved')).toBeUndefined();
    expect(care.ask(3, 'solved')).toBe('solved');
    expect(care.left).toEqual({ count: 1, detail: 'Status: is invalid' });
  });

  test('once and no more: without a status a refusal is a refusal', () => {
    const care = createStatusCare();
    care.ask(2, 'solved');
    care.settle(results({ refused: [refused(2)] }));
    care.ask(2, 'solved');
    expect(care.settle(results({ refused: [refused(2)] })).refused).toEqual([refused(2)]);
  });

  test('for every ticket of a job is not asked for again', () => {
    const care = createStatusCare();
    for (const id of [1, 2]) care.ask(id, 'hold');
    care.settle(results({ refused: [refused(1), refused(2)] }));
    expect(care.ask(3, 'hold')).toBeUndefined();
    expect(care.ask(4, 'open')).toBe('open');
    expect(care.left?.count).toBe(3);
  });

  test('of a ticket that is gone from sight says nothing', () => {
    const care = createStatusCare();
    care.ask(1, 'hold');
    const gone = results({ refused: [refused(1, 'not visible')] });
    expect(care.settle(gone)).toEqual(gone);
    expect(care.left).toBeUndefined();
  });

  test('was none where no status was asked for', () => {
    const care = createStatusCare();
    expect(care.ask(1, undefined)).toBeUndefined();
    expect(care.settle(results({ refused: [refused(1)] })).refused).toHaveLength(1);
    expect(care.left).toBeUndefined();
  });
});
