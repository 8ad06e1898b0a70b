import { describe, expect, test } from 'vitest';
import { followUpKey, toFollowUp, withLedgerOf } from '../../src/domain/followUpTicket.ts';
import { withUpdateInForce } from '../../src/domain/incident.ts';
import { planPass, verdictOn } from '../../src/domain/pass.ts';
import { planRca, rcaLanguage } from '../../src/domain/rcaDraft.ts';
import type { Rca } from '../../src/domain/record.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { SAMPLE_RECORD, sampleIncident, sampleTicket } from './sample.ts';

const rca = (to: Rca['to']): Rca => ({ texts: { en: 'Why.' }, language: 'en', to });
const incident = (to: Rca['to']) =>
  withUpdateInForce(sampleIncident(), {
    ...SAMPLE_RECORD.update,
    n: 9,
    stage: 'resolved',
    rca: rca(to),
  });
const NOW = new Date('2027-01-01');
const report = (more: Partial<Ticket> = {}): Ticket =>
  sampleTicket({ type: 'incident', problemId: 100, status: 'solved', requesterId: 5, ...more });
const asked = { tags: ['allclear_rca'] };
const verdict = (to: Rca['to'], more: Partial<Ticket> = {}, isSuspended = false) =>
  verdictOn(report(more), incident(to), { id: 5, name: 'Ana', isSuspended }, NOW);

describe('who gets the RCA', () => {
  test.each([
    ['asked', {}, 'not asked'],
    ['asked', asked, 'tell'],
    ['all', {}, 'tell'],
    ['asked', { status: 'closed' }, 'not asked'],
    ['asked', { ...asked, status: 'closed' }, 'follow'],
    ['all', { status: 'closed' }, 'follow'],
    ['all', { status: 'closed', isMessaging: true }, 'closed'],
    ['all', { isMessaging: true }, 'messaging'],
    ['all', { status: 'closed', tags: ['closed_by_merge'] }, 'merged'],
    ['all', { tags: ['allclear_aside_100'] }, 'set aside'],
    ['all', { status: 'closed', tags: ['allclear_aside_100'] }, 'set aside'],
    ['all', { problemId: 1 }, 'gone'],
  ] as const)('sent to %s, %o is: %s', (to, more, expected) => {
    expect(verdict(to, more)).toBe(expected);
  });

  test('nobody twice, whatever has become of the tag, and nobody who is suspended', () => {
    const fields = { allclear_told: `100/9` };
    expect(verdict('asked', { fields })).toBe('told');
    expect(verdict('all', { status: 'closed' }, true)).toBe('suspended');
  });

  test('each report is in exactly one list of a pass', () => {
    const reports = [
      report({ id: 1 }),
      report({ id: 2, ...asked }),
      report({ id: 3, ...asked, status: 'closed' }),
    ];
    const pass = planPass(incident('asked'), reports, new Map(), NOW);
    expect(pass.skip).toEqual([{ id: 1, because: 'not asked' }]);
    expect(pass.tell.map(({ id }) => id)).toEqual([2]);
    expect(pass.follow.map(({ id }) => id)).toEqual([3]);
  });
});

describe('a follow-up', () => {
  const closed = report({ ...asked, status: 'closed', subject: 'It fails' });

  test('is the same whoever makes it, and carries the ledger that the closed ticket can’t', () => {
    const one = toFollowUp(incident('asked'), closed, '<p>Why.</p>');
    expect(one).toEqual(toFollowUp(incident('asked'), closed, '<p>Why.</p>'));
    expect(one).toMatchObject({
      source: closed.id,
      requesterId: 5,
      assigneeId: SAMPLE_RECORD.update.by.id,
      fields: { allclear_told: `100/9` },
      tags: ['allclear_followup'],
    });
    expect(followUpKey(incident('asked'), closed.id)).toBe(followUpKey(incident('all'), closed.id));
    expect(followUpKey(incident('asked'), closed.id)).not.toBe(followUpKey(incident('asked'), closed.id + 1));
  });

  test('speaks for its source only where its own ledger says so', () => {
    const told = report({ fields: { allclear_told: `100/9` } });
    const before = report({ fields: { allclear_told: `100/8` } });
    const other = report({ fields: { allclear_told: '77/9' } });
    expect(withLedgerOf(incident('asked'), closed, [before, other])).toBeUndefined();
    expect(withLedgerOf(incident('asked'), closed, [before, told])?.fields.allclear_told).toBe(
      told.fields.allclear_told,
    );
  });
});

describe('the text', () => {
  test('in a language nobody wrote it in is the one for the others', () => {
    const both: Rca = { ...rca('all'), texts: { en: 'Why.', es: 'Por qué.' } };
    expect(rcaLanguage(both, 'es')).toBe('es');
    expect(rcaLanguage(both, 'ar')).toBe('en');
    expect(rcaLanguage(both, 'constructor')).toBe('en');
  });

  test('loses invisible signs and empty languages', () => {
    expect(planRca({ ...rca('all'), texts: { en: ' a\u202eb\r\n\r\nc ', es: ' ' } })).toEqual({
      rca: { ...rca('all'), texts: { en: 'ab\n\nc' } },
    });
  });

  test.each([
    [{}, ['text missing']],
    [{ es: 'x' }, ['text missing']],
    [{ en: 'x'.repeat(10_001) }, ['text long']],
    [
      { en: 'x'.repeat(9_000), es: 'x'.repeat(9_000), ar: 'x'.repeat(9_000), fr: 'x'.repeat(9_000) },
      ['texts long'],
    ],
  ])('that can’t be sent is told by name', (texts, troubles) => {
    expect(planRca({ ...rca('all'), texts: texts as Rca['texts'] })).toEqual({ troubles });
  });
});
