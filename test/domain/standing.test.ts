import { expect, test } from 'vitest';
import { standingOf } from '../../src/domain/standing.ts';
import { SAMPLE_RECORD, sampleProblem, sampleTicket } from './sample.ts';

const problem = sampleProblem(SAMPLE_RECORD);

test('a ticket that hangs on nothing is free to attach', () => {
  expect(standingOf(sampleTicket(), undefined)).toEqual({ kind: 'free' });
});

test('the incident’s own ticket is the incident', () => {
  expect(standingOf(problem, undefined)).toMatchObject({ kind: 'incident', incident: { id: 100 } });
});

test('a ticket on our incident is a report, with what its customer was told', () => {
  const ticket = sampleTicket({ type: 'incident', problemId: 100, fields: { allclear_told: '100/2' } });
  expect(standingOf(ticket, problem)).toMatchObject({ kind: 'report', incident: { id: 100 }, told: 2 });
});

test('what a customer was told about another incident does not count', () => {
  const ticket = sampleTicket({ type: 'incident', problemId: 100, fields: { allclear_told: '99/9' } });
  expect(standingOf(ticket, problem)).toMatchObject({ kind: 'report', told: undefined });
});

test('a closed report is still a report', () => {
  const ticket = sampleTicket({ type: 'incident', problemId: 100, status: 'closed' });
  expect(standingOf(ticket, problem).kind).toBe('report');
});

test('a ticket on a problem of others is foreign', () => {
  const ticket = sampleTicket({ type: 'incident', problemId: 77 });
  const others = sampleTicket({ id: 77, type: 'problem' });
  expect(standingOf(ticket, others)).toEqual({ kind: 'foreign', problem: 77 });
});

test('a ticket on a problem that this agent cannot see is foreign', () => {
  expect(standingOf(sampleTicket({ type: 'incident', problemId: 77 }), undefined)).toEqual({
    kind: 'foreign',
    problem: 77,
  });
});

test.each([
  ['closed', { status: 'closed' }],
  ['merged', { status: 'closed', tags: ['closed_by_merge'] }],
  ['problem', { type: 'problem' }],
] as const)('a ticket that is shut says so: %s', (because, different) => {
  expect(standingOf(sampleTicket(different), undefined)).toEqual({ kind: 'shut', because });
});
