import { describe, expect, test } from 'vitest';
import { parsePastClock } from '../../src/domain/clockText.ts';
import { gateOf, toGate } from '../../src/domain/formGate.ts';
import type { IssueSaid } from '../../src/domain/record.ts';
import { startForm, type UpdateForm } from '../../src/domain/updateForm.ts';
import { NOW, sampleIncident } from './sample.ts';

const said: IssueSaid = { key: 'PAY-123', status: 'Done', state: 'done', at: NOW.toISOString() };
const form = (different: Partial<UpdateForm> = {}): UpdateForm => ({
  ...startForm(sampleIncident(), { cadence: { 1: 30, 2: 60, 3: 120 } }, NOW, 'resolved'),
  ...different,
});

describe('without anybody choosing', () => {
  test('Jira decides where it lets resolved be said', () => {
    expect(toGate(form(), 'Mara', { verdict: 'open', said })).toEqual({
      kind: 'jira',
      by: 'PAY-123',
      issue: said,
    });
  });
  test.each(['asks', 'shut', 'unknown'] as const)(
    'an engineer is asked when Jira’s answer is %s',
    (verdict) => {
      expect(toGate(form({ gateBy: 'Sam', gateWhere: 'a call' }), 'Mara', { verdict, said })).toEqual({
        kind: 'confirmed',
        by: 'Sam',
        where: 'a call',
        issue: said,
      });
    },
  );
});

test('what somebody has chosen stays, whatever Jira says', () => {
  expect(gateOf(form({ gate: 'override' }), { verdict: 'open' })).toBe('override');
  expect(toGate(form({ gate: 'override', gateReason: 'Seen' }), 'Mara', { verdict: 'unknown' })).toEqual({
    kind: 'override',
    by: 'Mara',
    reason: 'Seen',
  });
});

test('a time of day at which somebody said something lies in the past', () => {
  const at = new Date(2026, 10, 23, 11, 26);
  expect(parsePastClock('11:20', at)).toEqual(new Date(2026, 10, 23, 11, 20));
  expect(parsePastClock('11:26', at)).toEqual(at);
  expect(parsePastClock('11:30', at)).toEqual(new Date(2026, 10, 22, 11, 30));
  expect(parsePastClock('soon', at)).toBeUndefined();
});
