import { describe, expect, test } from 'vitest';
import { readRecord } from '../../src/domain/record.ts';
import { withReceipt, withUpdate } from '../../src/domain/writeRecord.ts';
import { SAMPLE_RECORD } from './sample.ts';

const TERMS = { days: 5, zone: 'UTC' };
const UPDATE = { ...SAMPLE_RECORD.update, n: 4, stage: 'monitoring' } as const;
const RECEIPT = { channel: 'tickets', n: 4, outcome: 'told', at: '2026-11-23T11:30:00.000Z', told: 36 };
const STARTED = '2026-11-23T10:26:00Z';

function written(result: ReturnType<typeof withUpdate>) {
  if (result.state !== 'written') throw new Error(result.why);
  return readRecord(result.text);
}

test('a new update takes the place of the one before and starts without receipts', () => {
  const text = JSON.stringify({ ...SAMPLE_RECORD, receipts: [{ ...RECEIPT, n: 3 }] });
  expect(written(withUpdate(text, UPDATE, STARTED, TERMS))).toMatchObject({
    state: 'read',
    record: { severity: 1, update: UPDATE, receipts: [], jira: { key: 'PAY-123' } },
  });
});

test('a receipt takes the place of the one for the same channel', () => {
  const slack = { ...RECEIPT, channel: 'slack' };
  const text = JSON.stringify({ ...SAMPLE_RECORD, receipts: [{ ...RECEIPT, told: 12 }, slack] });
  expect(written(withReceipt(text, RECEIPT, STARTED))).toMatchObject({
    record: { receipts: [slack, RECEIPT] },
  });
});

test('what a newer version has added survives', () => {
  const text = JSON.stringify({ ...SAMPLE_RECORD, sequel: { owner: 7 } });
  expect(written(withUpdate(text, UPDATE, STARTED, TERMS))).toMatchObject({
    record: { sequel: { owner: 7 } },
  });
});

test('an incident without a record gets one', () => {
  expect(written(withUpdate('', UPDATE, STARTED, TERMS))).toMatchObject({
    record: { v: 1, severity: 2, startedAt: STARTED, update: UPDATE },
  });
});

describe('a record that can’t be read is never overwritten', () => {
  test.each(['{"v":1', '{"v":2}', '[]', 'see ticket 12', '{"v":1,"update":{"n":"3"}}'])('%s', (text) => {
    for (const result of [withUpdate(text, UPDATE, STARTED, TERMS), withReceipt(text, RECEIPT, STARTED)])
      expect(result).toEqual({ state: 'unreadable', why: expect.stringMatching(/\w/) });
  });
});
