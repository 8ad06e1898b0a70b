import { expect, test } from 'vitest';
import type { Audit } from '../../src/domain/audit.ts';
import { toTimeline } from '../../src/domain/timeline.ts';
import { NOW } from './sample.ts';

const audit = (note: unknown): Audit => ({
  at: '2026-11-23T11:20:00Z',
  authorId: 7,
  note,
  changes: {},
  isFirst: false,
});
const DUE = '2026-11-23T11:38:00.000Z';
const UNTIL = '2026-11-23T11:53:00.000Z';
const shown = (note: unknown) => toTimeline([audit(note)], false, NOW);

test('the timeline keeps who put a reminder off, of what, until when and why', () => {
  const note = { what: 'update', due: DUE, until: UNTIL, reason: 'We wait for the rollback.' };
  expect(shown({ did: 'snooze', ...note })).toEqual([
    { kind: 'snoozed', ...note, at: '2026-11-23T11:20:00Z', authorId: 7 },
  ]);
});

test('and how the chat fared with it, but not whose turn it was', () => {
  expect(shown({ did: 'remind', what: 'eta', due: DUE, stage: 1, outcome: 'failed' })).toMatchObject([
    { kind: 'reminded', what: 'eta', due: DUE, outcome: 'failed' },
  ]);
  expect(shown({ did: 'turn', what: 'remind update' })).toEqual([]);
});

test.each([
  { did: 'snooze', what: 'update', due: DUE },
  { did: 'remind', what: 'weather', due: DUE, outcome: 'told' },
])('what a newer version wrote is said to be unreadable: $did', (note) => {
  expect(shown(note)).toMatchObject([{ kind: 'unreadable', known: { did: note.did } }]);
});
