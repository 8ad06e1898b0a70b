import { describe, expect, test } from 'vitest';
import type { Incident } from '../../src/domain/incident.ts';
import { standingSentences } from '../../src/domain/standingSentences.ts';
import { goOnFrom, startForm, toDraft } from '../../src/domain/updateForm.ts';
import { sampleIncident } from './sample.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const CADENCE = { cadence: { 1: 30, 2: 60, 3: 120 } } as const;
const WORDS = { noNews: 'No news.', etaPassed: 'It has passed.', etaMoved: 'It was not kept.' };
const LATE = { text: '12:40', at: '2026-11-23T11:40:00.000Z', by: 'Sam' };
const late = (different: Partial<Incident> = {}) => sampleIncident({ eta: LATE, ...different });

describe('what an update says of itself', () => {
  const said = (update: Partial<NonNullable<Incident['update']>>, eta?: Incident['eta']) =>
    standingSentences(sampleIncident({ eta, update: { ...sampleIncident().update!, ...update } }), WORDS);

  test('is nothing, unless its author means it', () => expect(said({})).toEqual([]));
  test('is that the time has passed where there is no other', () =>
    expect(said({ etaPassed: true })).toEqual(['It has passed.']));
  test('is that it was not kept beside a new one', () =>
    expect(said({ etaPassed: true }, { text: 'tonight', by: 'Sam' })).toEqual(['It was not kept.']));
  test('may be both', () =>
    expect(said({ noNews: true, etaPassed: true })).toEqual(['No news.', 'It has passed.']));
});

describe('the form of an incident whose fix is late', () => {
  const form = startForm(late(), CADENCE, NOW);

  test('proposes to say so, to leave out the time, and to stay at the stage', () => {
    expect(form).toMatchObject({ etaPassed: true, eta: '', etaBy: '', stage: 'identified' });
    expect(toDraft(form, late(), 'Mara', NOW)).toMatchObject({ stage: 'identified', etaPassed: true });
  });

  test('says nothing of it where the fix is in place', () => {
    for (const stage of ['monitoring', 'resolved'] as const)
      expect(toDraft({ ...form, stage }, late(), 'Mara', NOW).etaPassed).toBeUndefined();
  });

  test('goes on from somebody else’s update without it', () => {
    expect(goOnFrom(form, late()).etaPassed).toBe(false);
  });

  test('is proposed as ever while the time holds', () => {
    const before = new Date('2026-11-23T11:30:00Z');
    expect(startForm(late(), CADENCE, before)).toMatchObject({
      etaPassed: false,
      eta: '12:40',
      stage: 'monitoring',
    });
  });
});
