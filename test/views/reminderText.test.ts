import { expect, test } from 'vitest';
import { loadPhrases } from '../../src/connect.ts';
import type { Reminder } from '../../src/domain/promises.ts';
import { reminderText } from '../../src/views/background/reminderText.ts';
import { createWords } from '../../src/views/words.ts';
import { HOSTILE } from '../domain/hostile.ts';
import { sampleIncident } from '../domain/sample.ts';

const DUE = '2026-11-23T11:38:00.000Z';
const words = createWords('en', await loadPhrases('en'));
const say = (
  minutes: number,
  different: Partial<Reminder>,
  incident = sampleIncident({ review: { state: 'draft', due: DUE, zone: 'UTC' } }),
) =>
  reminderText(
    incident,
    { kind: 'update', due: DUE, from: DUE, stage: 1, key: 'k', ...different },
    new Date(Date.parse(DUE) + minutes * 60_000),
    words,
  );

test.each<[number, Partial<Reminder>, RegExp]>([
  [-8, { stage: 0 }, /^Update 4 on “.+” is promised for .+, in 8 min\. Post it from ticket #\d+, or snooze/],
  [0.5, { stage: 0 }, /^Overdue: customers were promised update 4/],
  [1, {}, /^Overdue: customers were promised update 4 on “.+” for .+\. Post it from ticket #\d+\.$/],
  [61, { stage: 2 }, /^1 hr 1 min overdue: customers still wait for update 4 on/],
  [16, { from: '2026-11-23T11:53:00.000Z' }, /^16 min overdue: customers still wait/],
  [-3, { kind: 'eta', stage: 0 }, /^Customers expect the fix of “.+” at .+, in 3 min\./],
  [2, { kind: 'eta' }, /^The fix of “.+” was expected at .+, and that has passed\. Tell customers so/],
  [-600, { kind: 'review', stage: 0 }, /^The root cause analysis of “.+” is due Mon, Nov 23\. Send it from/],
  [
    5,
    { kind: 'review' },
    /^Overdue: the root cause analysis of “.+” was due Mon, Nov 23\. Send it from ticket #\d+/,
  ],
  [
    1450,
    { kind: 'review', stage: 2 },
    /^\d+ hr.* overdue: the root cause analysis .+ snooze the reminder and say why/,
  ],
])('%d min after a promise: %j', (minutes, different, wanted) => {
  expect(say(minutes, different)).toMatch(wanted);
});

test('a title is text, whatever is in it, and never a whole page', () => {
  for (const { text } of HOSTILE) {
    const said = say(1, {}, sampleIncident({ title: text }));
    expect(said).not.toMatch(/<[a-z/!?]|&[#a-z]/i);
    expect(said.length).toBeLessThan(300);
  }
});
