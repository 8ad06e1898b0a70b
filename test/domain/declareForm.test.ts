import { describe, expect, test } from 'vitest';
import {
  chosenTickets,
  isDeclareTouched,
  startDeclareForm,
  tick,
  toDeclareDraft,
} from '../../src/domain/declareForm.ts';
import { sampleTicket } from './sample.ts';

const OPTIONS = { key: 'k1', hasTracker: true };
const start = (different = {}) => startDeclareForm(sampleTicket(different), OPTIONS);
const alike = (id: number, isClose: boolean) => ({ ticket: sampleTicket({ id }), words: ['give'], isClose });

describe('the form begins', () => {
  test('on a customer’s ticket with its words, its time and the ticket itself', () => {
    expect(start()).toMatchObject({
      ticket: 201,
      summary: 'I cannot donate',
      startedAt: '2026-11-23T10:40:00Z',
      origin: 'reports',
      ticked: [201],
      problem: 0,
      issue: 'file',
    });
  });

  test('on a group of tickets with all of them taken along', () => {
    const others = [sampleTicket({ id: 202 }), sampleTicket({ id: 203 })];
    expect(startDeclareForm(sampleTicket(), { ...OPTIONS, others }).ticked).toEqual([201, 202, 203]);
  });

  test('on a problem ticket with that one as the incident, found by an alert', () => {
    expect(start({ type: 'problem' })).toMatchObject({ problem: 201, origin: 'alert', ticked: [] });
  });

  test('on a ticket that hangs on a problem with that problem', () => {
    expect(start({ type: 'incident', problemId: 77 })).toMatchObject({ problem: 77, ticked: [] });
  });

  test('beside no ticket, and without a tracker, with nothing', () => {
    const form = startDeclareForm(undefined, { key: 'k1', hasTracker: false });
    expect(form).toMatchObject({ ticket: 0, summary: '', startedAt: '', ticked: [], issue: 'none' });
  });

  test('untouched, whatever its key is', () => {
    expect(isDeclareTouched({ ...start(), key: 'k2' }, start())).toBe(false);
    expect(isDeclareTouched({ ...start(), steps: 'Press Give.' }, start())).toBe(true);
  });
});

describe('the tickets that become reports', () => {
  const found = [alike(202, true), alike(203, false)];

  test('are the ticket at hand and those that sound the same', () => {
    expect(chosenTickets(start(), found)).toEqual([201, 202]);
  });

  test('are more, or fewer, when somebody says so', () => {
    const form = tick(tick(start(), 203, true), 202, false);
    expect(chosenTickets(form, found)).toEqual([201, 203]);
    expect(chosenTickets(tick(form, 202, true), found)).toEqual([201, 203, 202]);
  });

  test('stay those that were sent, whatever is found afterwards', () => {
    expect(chosenTickets({ ...start(), sentAt: '2026-11-23T11:00:00Z' }, found)).toEqual([201]);
  });
});

describe('what is sent', () => {
  test('says who wrote and who else is hit, and attaches no ticket to itself', () => {
    const draft = toDeclareDraft(
      { ...start(), more: ' all of Spain ', problem: 202 },
      [201, 202],
      '2 tickets',
    );
    expect(draft).toMatchObject({ impact: '2 tickets\nall of Spain', reports: [201], problem: 202 });
  });

  test('counts as it did when it was sent first', () => {
    expect(toDeclareDraft({ ...start(), sentImpact: '1 ticket' }, [201], '5 tickets').impact).toBe(
      '1 ticket',
    );
  });

  test.each([
    [{ issue: 'none' }, { do: 'none' }],
    [
      { issue: 'adopt', issueKey: 'PAY-9' },
      { do: 'adopt', key: 'PAY-9' },
    ],
    [
      { issue: 'file', kind: '7', values: { a: 1 } },
      { do: 'file', kind: '7', values: { a: 1 } },
    ],
    [{ issue: 'file', kind: '' }, { do: 'file' }],
  ] as const)('wishes %j for the issue', (typed, wish) => {
    expect(toDeclareDraft({ ...start(), ...typed }, [], '').issue).toEqual(wish);
  });
});
