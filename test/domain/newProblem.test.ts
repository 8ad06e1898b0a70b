import { describe, expect, test } from 'vitest';
import { toDeclaration } from '../../src/domain/declaration.ts';
import type { DeclareDraft } from '../../src/domain/declareDraft.ts';
import { declareFields, toProblem } from '../../src/domain/newProblem.ts';
import { readRecord } from '../../src/domain/record.ts';

const SIGNED = { key: 'k1', by: { id: 7, name: 'Mara Lind' }, at: '2026-11-23T11:26:00Z' };
const draft = (different: Partial<DeclareDraft> = {}): DeclareDraft => ({
  summary: 'Checkout answers 503',
  severity: 1,
  stage: 'identified',
  symptoms: 'Error 503 after Pay.',
  startedAt: '2026-11-23T12:00:00+01:00',
  steps: 'Fill the basket.\nPress Pay.',
  origin: 'alert',
  impact: '4 tickets from 4 people',
  reports: [201, 202],
  issue: { do: 'none' },
  ...different,
});

describe('the ticket of an incident', () => {
  test('is the incident’s by its tag, and belongs to whoever declared it', () => {
    expect(toProblem(draft(), SIGNED)).toMatchObject({
      subject: 'Checkout answers 503',
      assigneeId: 7,
      tags: ['allclear_incident'],
      note: { did: 'declare', key: 'k1', severity: 1, origin: 'alert', reports: 2 },
    });
  });

  test.each([
    [1, 'urgent'],
    [2, 'high'],
    [3, 'normal'],
  ] as const)('severity %i makes it %s', (severity, priority) => {
    expect(toProblem(draft({ severity }), SIGNED).priority).toBe(priority);
  });

  test('the same draft makes the same ticket, so that a second try is no second ticket', () => {
    expect(toProblem(draft(), SIGNED)).toEqual(toProblem(draft({ reports: [201, 202, 201] }), SIGNED));
  });

  test('holds its start in one time for all, and what is to be attached', () => {
    const read = readRecord(toProblem(draft(), SIGNED).fields.allclear_record);
    expect(read).toMatchObject({
      record: { severity: 1, startedAt: '2026-11-23T11:00:00.000Z', declare: { reports: [201, 202] } },
    });
  });
});

describe('what agents without the app read', () => {
  test('has what the runbook asks for', () => {
    const { internalNote } = toProblem(draft(), SIGNED);
    for (const text of [
      '4 tickets from 4 people',
      'Fill the basket.<br>Press Pay.',
      '#201, #202',
      'Mara Lind',
    ])
      expect(internalNote).toContain(text);
    expect(internalNote).toContain('a monitoring alert');
    expect(toProblem(draft({ origin: 'reports', reports: [] }), SIGNED).internalNote).toMatch(
      /customer reports.*none yet/,
    );
  });

  test('is text: no markup and no placeholder of a person’s gets through', () => {
    const hostile = '<img src=x onerror=alert(1)> {{ticket.requester.email}} {% raw %}';
    const typed = draft({ summary: hostile, symptoms: hostile, steps: hostile, impact: hostile });
    const { internalNote, subject } = toProblem(typed, SIGNED);
    expect(internalNote).not.toMatch(/<img|\{\{|\{%/);
    expect(subject).not.toMatch(/\{\{|\{%/);
  });
});

test('a record that nobody can read is not written over', () => {
  expect(declareFields('not a record', draft(), toDeclaration(draft(), SIGNED))).toBeUndefined();
});
