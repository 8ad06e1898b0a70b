import { describe, expect, test } from 'vitest';
import { naturalNextStage, planUpdate, type UpdateDraft, updateNote } from '../../src/domain/update.ts';
import { NOW, sampleIncident } from './sample.ts';

const MARA = { id: 400_001, name: 'Mara Lind' };
const draft = (different: Partial<UpdateDraft> = {}): UpdateDraft => ({
  stage: 'monitoring',
  symptoms: 'Some donations fail.',
  next: '2026-11-23T12:00:00Z',
  ...different,
});
const plan = (different: Partial<UpdateDraft> = {}) =>
  planUpdate(sampleIncident(), draft(different), MARA, NOW);
const troubles = (different: Partial<UpdateDraft>) => {
  const planned = plan(different);
  return planned.do === 'refuse' ? planned.because : [];
};

test('each stage proposes the one after it, and resolved stays', () => {
  expect((['investigating', 'identified', 'monitoring', 'resolved'] as const).map(naturalNextStage)).toEqual([
    'identified',
    'monitoring',
    'resolved',
    'resolved',
  ]);
});

describe('an update that can be posted', () => {
  test('gets the next number, its author and the time', () => {
    expect(plan()).toEqual({
      do: 'post',
      update: {
        n: 4,
        stage: 'monitoring',
        symptoms: 'Some donations fail.',
        next: '2026-11-23T12:00:00.000Z',
        at: NOW.toISOString(),
        by: MARA,
      },
    });
  });

  test('is number 1 when there was none before', () => {
    const first = planUpdate(sampleIncident({ update: undefined }), draft(), MARA, NOW);
    expect(first).toMatchObject({ do: 'post', update: { n: 1 } });
  });

  test('may go back to an earlier stage', () => {
    expect(plan({ stage: 'investigating' })).toMatchObject({
      do: 'post',
      update: { stage: 'investigating' },
    });
  });

  test('loses what nobody can see in its texts', () => {
    expect(plan({ symptoms: ' It \u202efails\u0000 ', extra: '  ' })).toMatchObject({
      update: { symptoms: 'It fails' },
    });
    expect(plan({ extra: '  ' })).not.toHaveProperty('update.extra');
  });

  test('says resolved on an engineer’s word, which it keeps with the time', () => {
    const gate = { kind: 'confirmed', by: 'Sam Osei (Engineering)', where: 'Slack #inc-502' } as const;
    expect(plan({ stage: 'resolved', next: undefined, symptoms: '', gate })).toMatchObject({
      do: 'post',
      update: { gate: { ...gate, when: NOW.toISOString(), at: NOW.toISOString() } },
    });
    const earlier = { ...gate, when: '2026-11-23T11:00:00.000Z' };
    expect(plan({ stage: 'resolved', next: undefined, gate: earlier })).toMatchObject({
      update: { gate: { when: earlier.when } },
    });
  });
});

const saidStarted = {
  key: 'PAY-123',
  status: 'In progress',
  state: 'started',
  at: NOW.toISOString(),
} as const;

describe('an update that can’t be posted', () => {
  test.each<[string, Partial<UpdateDraft>, string]>([
    ['promises nothing', { next: undefined }, 'next missing'],
    ['promises an empty text', { next: '' }, 'next missing'],
    ['promises what is no time', { next: 'soon' }, 'next missing'],
    ['promises a time that has passed', { next: '2026-11-23T11:25:59Z' }, 'next past'],
    ['has no symptoms', { symptoms: ' \n ' }, 'symptoms missing'],
    ['has symptoms that are too long', { symptoms: 'x'.repeat(2_001) }, 'symptoms long'],
    ['has an extra sentence that is too long', { extra: 'x'.repeat(2_001) }, 'extra long'],
    ['has an ETA that nobody has given', { eta: { text: '12:30', by: ' ' } }, 'eta without source'],
    ['has a source without its ETA', { eta: { text: '', by: 'Sam Osei' } }, 'eta without source'],
    ['has an ETA that is too long', { eta: { text: 'x'.repeat(201), by: 'Sam' } }, 'eta long'],
    ['says resolved on nobody’s word', { stage: 'resolved' }, 'gate shut'],
    [
      'says resolved on a word without a name',
      { stage: 'resolved', gate: { kind: 'jira', by: ' ' } },
      'gate shut',
    ],
    [
      'rests on Jira, which nobody has asked',
      { stage: 'resolved', gate: { kind: 'jira', by: 'PAY-123' } },
      'gate shut',
    ],
    [
      'rests on Jira, where the issue was not done',
      { stage: 'resolved', gate: { kind: 'jira', by: 'PAY-123', issue: saidStarted } },
      'gate shut',
    ],
    [
      'does not say where the engineer confirmed it',
      { stage: 'resolved', gate: { kind: 'confirmed', by: 'Sam Osei', where: ' ' } },
      'gate without place',
    ],
    [
      'gives a reason of a thousand lines',
      { stage: 'resolved', gate: { kind: 'override', by: 'Mara', reason: 'x'.repeat(1_001) } },
      'reason long',
    ],
    [
      'overrides the gate without a reason',
      { stage: 'resolved', gate: { kind: 'override', by: 'Mara' } },
      'override without reason',
    ],
  ])('because it %s', (_, different, trouble) => {
    expect(troubles(different)).toEqual([trouble]);
  });

  test('hears of everything at once', () => {
    expect(troubles({ symptoms: '', next: undefined })).toEqual(['symptoms missing', 'next missing']);
  });
});

describe('the note on the incident', () => {
  const update = {
    n: 4,
    stage: 'resolved',
    symptoms: 'Gifts <b>fail</b> {{ticket.id}}',
    at: NOW.toISOString(),
    by: MARA,
    gate: { kind: 'override', by: 'Mara Lind', reason: 'Checked by hand', at: NOW.toISOString() },
  } as const;

  test('says number, stage and an override with its reason', () => {
    expect(updateNote(update)).toContain('Update 4: resolved');
    expect(updateNote(update)).toContain('Mara Lind: Checked by hand');
  });

  test('is text, whatever was written', () => {
    expect(updateNote(update)).not.toContain('<b>');
    expect(updateNote(update)).not.toContain('{{');
  });
});
