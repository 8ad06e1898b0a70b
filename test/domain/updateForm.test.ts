import { describe, expect, test } from 'vitest';
import { planUpdate } from '../../src/domain/update.ts';
import {
  goOnFrom,
  inMinutes,
  isTouched,
  startForm,
  toDraft,
  type UpdateForm,
} from '../../src/domain/updateForm.ts';
import { NOW, sampleIncident } from './sample.ts';

const SETTINGS = { cadence: { 1: 30, 2: 60, 3: 120 } };
const incident = sampleIncident();
const start = (different: Partial<Parameters<typeof startForm>[0]> = {}) =>
  startForm({ ...incident, ...different }, SETTINGS, NOW);
const SAM = { gateBy: 'Sam', gateWhere: 'the incident call' };
const draftOf = (different: Partial<UpdateForm>) =>
  toDraft({ ...start(), ...different }, incident, 'Mara', NOW);

describe('the proposed form', () => {
  test('goes one stage on and keeps what customers see', () => {
    expect(start()).toMatchObject({ seen: 3, stage: 'monitoring', symptoms: incident.symptoms, extra: '' });
  });

  test('never leads to resolved, and takes it back when it was said', () => {
    expect(start({ stage: 'monitoring' }).stage).toBe('monitoring');
    expect(start({ stage: 'resolved' }).stage).toBe('identified');
    expect(startForm(incident, SETTINGS, NOW, 'resolved').stage).toBe('resolved');
  });

  test('begins where the incident stands before its first update', () => {
    expect(start({ update: undefined, stage: 'investigating' })).toMatchObject({
      stage: 'investigating',
      seen: 0,
    });
  });

  test('proposes the next time by the severity, at a time people can say', () => {
    const minutes = (severity: 1 | 2 | 3) => (Date.parse(start({ severity }).next) - NOW.getTime()) / 60_000;
    expect(minutes(1)).toBeGreaterThanOrEqual(30);
    expect(minutes(1)).toBeLessThan(35);
    expect(minutes(3)).toBeGreaterThanOrEqual(120);
    expect(new Date(start().next).getMinutes() % 5).toBe(0);
    expect(inMinutes(60, new Date('2026-11-24T11:30:00Z'))).toBe('2026-11-24T12:30:00.000Z');
  });

  test('does not repeat an expected fix whose time has passed', () => {
    const eta = { text: '10:00', by: 'Sam Osei' };
    expect(start({ eta: { ...eta, at: new Date(NOW.getTime() - 1).toISOString() } }).eta).toBe('');
    expect(start({ eta: { ...eta, at: new Date(NOW.getTime() + 1).toISOString() } }).eta).toBe('10:00');
    expect(start({ eta })).toMatchObject({ eta: '10:00', etaBy: 'Sam Osei' });
  });
});

describe('a form becomes a draft', () => {
  test('that can be posted as it was proposed', () => {
    const draft = toDraft(start(), incident, 'Mara', NOW);
    expect(planUpdate(incident, draft, { id: 1, name: 'Mara' }, NOW).do).toBe('post');
  });

  test('with a time of day that each customer reads in their own zone', () => {
    const { eta } = draftOf({ eta: '23:59', etaBy: 'Sam' });
    expect(eta).toMatchObject({ text: '23:59', by: 'Sam' });
    expect(new Date(eta!.at!).getHours()).toBe(23);
    expect(draftOf({ eta: 'tomorrow', etaBy: 'Sam' }).eta).toEqual({ text: 'tomorrow', by: 'Sam' });
  });

  test('with the time of an expected fix that nobody has changed', () => {
    const at = new Date(NOW.getTime() + 3_600_000).toISOString();
    const known = { ...incident, eta: { text: '12:38 UTC', at, by: 'Sam' } };
    const form = startForm(known, SETTINGS, NOW);
    expect(toDraft(form, known, 'Mara', NOW).eta).toEqual(known.eta);
    expect(toDraft({ ...form, eta: 'tonight' }, known, 'Mara', NOW).eta).toEqual({
      text: 'tonight',
      by: 'Sam',
    });
  });

  test('that says nothing new of symptoms once they are out of sight', () => {
    expect(draftOf({ stage: 'resolved', symptoms: 'Half a sentence' }).symptoms).toBe(incident.symptoms);
  });

  test('without promises once it is resolved, on the word of a name or with a reason of one’s own', () => {
    const resolved = draftOf({ stage: 'resolved', eta: '12:30', etaBy: 'Sam', noNews: true, ...SAM });
    expect(resolved).toEqual({
      stage: 'resolved',
      symptoms: incident.symptoms,
      gate: { kind: 'confirmed', by: 'Sam', where: 'the incident call' },
    });
    expect(draftOf({ ...SAM, gateWhen: NOW.toISOString(), stage: 'resolved' }).gate).toMatchObject({
      when: NOW.toISOString(),
    });
    expect(draftOf({ stage: 'resolved', gate: 'override', gateReason: 'Seen it work' }).gate).toEqual({
      kind: 'override',
      by: 'Mara',
      reason: 'Seen it work',
    });
  });

  test('that opens the incident again when it was over', () => {
    const over = { ...incident, isOver: true };
    expect(toDraft({ ...start(), stage: 'identified' }, over, 'Mara', NOW).reopens).toBe(true);
    expect(toDraft(start(), incident, 'Mara', NOW).reopens).toBeUndefined();
  });

  test('that says there is no news, in words of each customer’s language', () => {
    expect(draftOf({ noNews: true })).toMatchObject({ noNews: true });
    expect(draftOf({}).noNews).toBeUndefined();
  });
});

test('only what somebody typed is worth keeping', () => {
  const form = start();
  expect(isTouched({ ...form, next: inMinutes(30, NOW), gate: 'override' }, form)).toBe(false);
  expect(isTouched({ ...form, extra: 'Thank you.' }, form)).toBe(true);
  expect(isTouched({ ...form, stage: 'identified' }, form)).toBe(true);
});

test('after somebody else’s update one’s own words go on from there', () => {
  const newer = { ...incident, update: { ...incident.update!, n: 4 } };
  expect(goOnFrom({ ...start(), extra: 'Thank you.' }, newer)).toMatchObject({
    seen: 4,
    extra: 'Thank you.',
  });
});
