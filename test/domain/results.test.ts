import { describe, expect, test } from 'vitest';
import { hasEnded, type Job, type JobRow, readResults } from '../../src/domain/results.ts';

const job = (rows: readonly JobRow[], state: Job['state'] = 'completed'): Job => ({
  id: 'j',
  state,
  done: rows.length,
  rows,
});
const failed = (error: string, details = ''): JobRow => ({ id: 1, ok: false, error, details });

describe('a job’s rows', () => {
  test('that succeeded are told', () => {
    expect(readResults([1, 2], job([1, 2].map((id) => ({ id, ok: true }))))).toMatchObject({ told: [1, 2] });
  });

  test.each(['UpdateConflict', 'DatabaseConflict', 'DatabaseDeadlock', 'TooManyUpdates'])(
    'refused with %s are sent again',
    (error) => {
      expect(readResults([1], job([failed(error)]))).toEqual({
        told: [],
        again: [1],
        refused: [],
        unsure: [],
      });
    },
  );

  test.each([
    ['closed', failed('RecordInvalid', 'Status: closed prevents ticket update')],
    ['suspended', failed('RecordInvalid', 'Requester: Ana is suspended.')],
    ['not visible', failed('TicketNotFound', 'Ticket not found')],
    ['not allowed', failed('Forbidden', 'You do not have access')],
    ['refused', failed('InternalError', 'The ticket could not be updated.')],
  ] as const)('refused get a name: %s', (because, row) => {
    expect(readResults([1], job([row])).refused).toEqual([{ id: 1, because, detail: row.details }]);
  });

  test('that are missing leave their tickets unsure', () => {
    expect(readResults([1, 2], job([{ id: 2, ok: true }]))).toMatchObject({ told: [2], unsure: [1] });
  });
});

test('a job that was killed or lost leaves all its tickets unsure', () => {
  expect(readResults([1, 2], job([], 'killed')).unsure).toEqual([1, 2]);
  expect(readResults([1, 2], undefined).unsure).toEqual([1, 2]);
});

test('a job has ended when it completed, failed or was killed', () => {
  const states = ['queued', 'working', 'completed', 'failed', 'killed'] as const;
  expect(states.filter((state) => hasEnded(job([], state)))).toEqual(['completed', 'failed', 'killed']);
});
