import { describe, expect, test } from 'vitest';
import { isRelapse, takesBack } from '../../src/domain/reopen.ts';
import { statusWith } from '../../src/domain/reportStatus.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { planUpdate } from '../../src/domain/update.ts';
import { NOW, sampleIncident, sampleTicket } from './sample.ts';

const update = sampleIncident().update!;
const running = sampleIncident();
const resolved = sampleIncident({ update: { ...update, stage: 'resolved' }, stage: 'resolved' });
const reopened = sampleIncident({ update: { ...update, reopens: true } });
const told = (n: number, stage: string, different: Partial<Ticket> = {}) =>
  sampleTicket({
    problemId: 100,
    fields: { allclear_told: `100/${n}`, allclear_stage: `allclear_${stage}` },
    ...different,
  });

describe('a customer reads the apology', () => {
  test('who was told that it is resolved', () => {
    expect(isRelapse(reopened, told(2, 'resolved'))).toBe(true);
  });
  test('who was told so and missed the update that took it back', () => {
    expect(isRelapse(running, told(1, 'resolved'))).toBe(true);
  });
  test('whose ticket was solved along with the incident, whatever they were told', () => {
    expect(isRelapse(reopened, told(2, 'identified', { status: 'solved' }))).toBe(true);
    expect(isRelapse(reopened, sampleTicket({ status: 'solved' }))).toBe(true);
  });
});

describe('a customer reads no apology', () => {
  test('who never took it for over', () => {
    expect(isRelapse(reopened, told(2, 'identified'))).toBe(false);
    expect(isRelapse(reopened, sampleTicket())).toBe(false);
  });
  test('whose ticket an agent solved while the incident ran', () => {
    expect(isRelapse(running, told(2, 'identified', { status: 'solved' }))).toBe(false);
  });
  test('who was told the update in force already', () => {
    expect(isRelapse(reopened, told(3, 'identified', { status: 'solved' }))).toBe(false);
  });
  test('who was told of the end of another incident', () => {
    const fields = { allclear_told: '77/4', allclear_stage: 'allclear_resolved' };
    expect(isRelapse(reopened, sampleTicket({ fields }))).toBe(false);
  });
  test('while it is resolved, or before anything was posted', () => {
    expect(isRelapse(resolved, told(2, 'resolved', { status: 'solved' }))).toBe(false);
    expect(isRelapse(sampleIncident({ update: undefined }), told(0, 'resolved'))).toBe(false);
  });
});

const LEAVE = { running: undefined, resolved: undefined };

describe('the ticket of a customer who reads the apology', () => {
  test.each(['solved', 'pending'] as const)('is open in the same write if it was %s', (status) => {
    expect(statusWith(reopened, told(2, 'resolved', { status }), LEAVE)).toBe('open');
  });
  test.each(['new', 'open', 'hold'] as const)('stays as it is if it was %s', (status) => {
    expect(statusWith(reopened, told(2, 'resolved', { status }), LEAVE)).toBeUndefined();
  });
});

describe('an update takes back that an incident is over', () => {
  const draft = { stage: 'identified', symptoms: 'It fails again.', next: '2026-11-23T12:00:00Z' } as const;
  const by = { id: 400_001, name: 'Mara Lind' };

  test('with an earlier stage, after resolved or on a solved ticket', () => {
    expect(takesBack(resolved, 'monitoring')).toBe(true);
    expect(takesBack(sampleIncident({ isOver: true }), 'investigating')).toBe(true);
    expect(planUpdate(resolved, draft, by, NOW)).toMatchObject({ update: { n: 4, reopens: true } });
  });
  test('not when it is resolved once more, nor when it was never over', () => {
    expect(takesBack(resolved, 'resolved')).toBe(false);
    expect(takesBack(running, 'investigating')).toBe(false);
    expect(planUpdate(running, draft, by, NOW)).not.toHaveProperty('update.reopens');
  });
});
