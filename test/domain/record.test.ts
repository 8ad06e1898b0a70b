import { expect, test } from 'vitest';
import { readRecord } from '../../src/domain/record.ts';
import { HOSTILE } from './hostile.ts';
import { SAMPLE_RECORD } from './sample.ts';

const { update } = SAMPLE_RECORD;
const read = (record: unknown) => readRecord(JSON.stringify(record));
const why = (record: unknown) => {
  const answer = read(record);
  return answer.state === 'unreadable' ? answer.why : answer.state;
};

test('the record of an incident comes back as it was written', () => {
  expect(read(SAMPLE_RECORD)).toEqual({ state: 'read', record: SAMPLE_RECORD });
});

test('an incident nobody has posted about needs no more than a version', () => {
  expect(read({ v: 1 })).toEqual({ state: 'read', record: { v: 1, severity: 2, receipts: [] } });
});

test.each([undefined, '', '  \n'])('a field that holds %j has no record', (text) => {
  expect(readRecord(text)).toEqual({ state: 'absent' });
});

test('what a newer release added survives reading', () => {
  const richer = { ...SAMPLE_RECORD, sequel: { due: '2026-11-30' } };
  expect(read(richer)).toEqual({ state: 'read', record: richer });
});

test.each([
  ['another version', { ...SAMPLE_RECORD, v: 2 }, 'v: '],
  ['a stage nobody knows', { ...SAMPLE_RECORD, update: { ...update, stage: 'fixed' } }, 'update.stage: '],
  ['an update without a number', { ...SAMPLE_RECORD, update: { ...update, n: undefined } }, 'update.n: '],
  ['update zero', { ...SAMPLE_RECORD, update: { ...update, n: 0 } }, 'update.n: '],
  ['half an update', { ...SAMPLE_RECORD, update: { ...update, n: 2.5 } }, 'update.n: '],
  ['a promise that is no time', { ...SAMPLE_RECORD, update: { ...update, next: 'soon' } }, 'update.next: '],
  [
    'an ETA without its source',
    { ...SAMPLE_RECORD, update: { ...update, eta: { text: '5 pm' } } },
    'update.eta.by: ',
  ],
  ['a fourth severity', { ...SAMPLE_RECORD, severity: 4 }, 'severity: '],
  ['receipts that are no list', { ...SAMPLE_RECORD, receipts: {} }, 'receipts: '],
  ['nothing but null', null, 'record: '],
  ['a list', [1, 2], 'v: '],
])('a record with %s is unreadable, and says where', (_, record, place) => {
  expect(why(record)).toMatch(new RegExp(`^${place.replace('.', '\\.')}.+`));
});

test('a record that somebody typed over is unreadable, not absent', () => {
  expect(readRecord('see PAY-123')).toEqual({ state: 'unreadable', why: 'not JSON' });
  expect(readRecord(`${JSON.stringify(SAMPLE_RECORD)},`)).toEqual({ state: 'unreadable', why: 'not JSON' });
});

test(`${HOSTILE.length} hostile texts survive a record word for word`, () => {
  for (const { name, text } of HOSTILE) {
    const answer = read({ ...SAMPLE_RECORD, update: { ...update, symptoms: text } });
    expect(answer.state === 'read' && answer.record.update?.symptoms, name).toBe(text);
  }
});
