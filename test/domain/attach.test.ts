import { describe, expect, test } from 'vitest';
import { planAttach, planDetach } from '../../src/domain/attach.ts';
import { sampleProblem, sampleTicket } from './sample.ts';

const running = { id: 100, isOver: false };

describe('attaching', () => {
  test('remembers what the ticket was, for detaching', () => {
    const ticket = sampleTicket({ type: 'question', priority: 'low' });
    expect(planAttach(ticket, running, { priority: 'urgent' })).toEqual({
      do: 'attach',
      priority: 'urgent',
      tags: ['allclear_running', 'allclear_low_to_urgent'],
      was: { type: 'question', priority: 'low' },
    });
  });

  test('leaves the priority alone when no other is wished for', () => {
    expect(planAttach(sampleTicket(), running, {})).toMatchObject({ do: 'attach', priority: undefined });
  });

  test('does nothing for a ticket that is attached already, even when the incident is over', () => {
    const ticket = sampleTicket({ type: 'incident', problemId: 100 });
    const nothing = { do: 'nothing', because: 'attached already' };
    expect(planAttach(ticket, running, { priority: 'urgent' })).toEqual(nothing);
    expect(planAttach(ticket, { id: 100, isOver: true }, {})).toEqual(nothing);
  });

  test('asks before it takes a ticket from another incident', () => {
    const ticket = sampleTicket({ type: 'incident', problemId: 77 });
    expect(planAttach(ticket, running, {})).toEqual({ do: 'ask', attachedTo: 77 });
    expect(planAttach(ticket, running, { move: true })).toMatchObject({ do: 'attach' });
  });

  test.each([
    ['closed', sampleTicket({ status: 'closed' })],
    ['merged', sampleTicket({ status: 'closed', tags: ['closed_by_merge'] })],
    ['incident', sampleProblem()],
    ['problem', sampleTicket({ type: 'problem' })],
  ] as const)('is refused for a ticket that is %s', (because, ticket) => {
    expect(planAttach(ticket, running, { move: true })).toEqual({ do: 'refuse', because });
  });

  test('is refused when the incident is over: its customers have heard the end', () => {
    expect(planAttach(sampleTicket(), { id: 100, isOver: true }, {})).toEqual({
      do: 'refuse',
      because: 'incident over',
    });
  });

  test('a solved ticket can be attached: its customer is owed the truth too', () => {
    expect(planAttach(sampleTicket({ status: 'solved' }), running, {})).toMatchObject({ do: 'attach' });
  });
});

describe('detaching', () => {
  const attached = sampleTicket({ type: 'incident', priority: 'urgent', problemId: 100 });

  test('puts type and priority back', () => {
    expect(planDetach(attached, { type: 'question', priority: 'low' }, 'urgent')).toEqual({
      type: 'question',
      priority: 'low',
      tags: [],
      priorityStays: false,
    });
  });

  test('takes the type away from a ticket that had none', () => {
    expect(planDetach(attached, { type: undefined, priority: 'low' }, 'urgent').type).toBeNull();
  });

  test('a priority that was empty becomes normal, because nobody can empty it again', () => {
    expect(planDetach(attached, { type: 'question' }, 'urgent')).toEqual({
      type: 'question',
      priority: 'normal',
      tags: [],
      priorityStays: true,
    });
  });

  test('a priority that somebody changed since is theirs', () => {
    const lowered = { ...attached, priority: 'high' as const };
    expect(planDetach(lowered, { type: 'question', priority: 'low' }, 'urgent')).toEqual({
      type: 'question',
      tags: [],
      priorityStays: false,
    });
  });

  test('a type that somebody changed since is theirs', () => {
    const task = { ...attached, type: 'task' as const };
    expect(planDetach(task, { type: 'question', priority: 'low' }, 'urgent').type).toBe('task');
  });

  test('a priority that attaching left alone stays', () => {
    expect(planDetach(attached, { type: 'question', priority: 'low' }, undefined)).toEqual({
      type: 'question',
      tags: [],
      priorityStays: false,
    });
  });

  test('a priority that was the same before stays', () => {
    expect(planDetach(attached, { priority: 'urgent' }, 'urgent')).toEqual({
      type: null,
      tags: [],
      priorityStays: false,
    });
  });

  test('a ticket that was an incident of another problem stays one', () => {
    expect(planDetach(attached, { type: 'incident', priority: 'urgent' }, 'urgent').type).toBe('incident');
  });

  test('leaves everything as it is when nothing is known of the time before', () => {
    expect(planDetach(attached, undefined, 'urgent')).toEqual({
      type: 'incident',
      tags: [],
      priorityStays: false,
    });
  });
});
