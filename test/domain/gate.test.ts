import { describe, expect, test } from 'vitest';
import { driftOf, gateLines, judgeIssue, toSaid } from '../../src/domain/gate.ts';
import type { Issue } from '../../src/domain/issue.ts';
import type { Gate } from '../../src/domain/record.ts';
import { readRecord } from '../../src/domain/record.ts';
import { NOW, SAMPLE_RECORD, sampleIncident } from './sample.ts';

const AT = NOW.toISOString();

const sampleIssue = (different: Partial<Issue> = {}): Issue => ({
  id: '10123',
  key: 'PAY-123',
  summary: 'Donation form answers 502',
  status: 'In Progress',
  state: 'started',
  assignee: 'Sam Osei',
  updatedAt: '2026-11-23T11:22:00.000Z',
  stateSince: '2026-11-23T10:40:00.000Z',
  ...different,
});
const DONE = { state: 'done', status: 'Done' } as const;
const judge = (different: Partial<Issue>, listed: readonly string[] = []) =>
  judgeIssue(sampleIssue(different), listed);

describe('Jira lets resolved be said', () => {
  test.each(['Done', 'Fixed', ' fixed ', 'Listo', 'Erledigt', 'Résolu', 'تم الإصلاح'])(
    'when the issue is done as %s',
    (resolution) => expect(judge({ ...DONE, resolution })).toBe('open'),
  );

  test.each(['Duplicate', 'Won’t Do', 'Cannot Reproduce', 'Declined', 'Released to staging', '', undefined])(
    'and asks when it is done as %s',
    (resolution) => expect(judge({ ...DONE, resolution })).toBe('asks'),
  );

  test.each([{ state: 'new' }, { state: 'started' }, { state: 'unknown' }] as const)(
    'never while it is %s, whatever its resolution says',
    (different) => expect(judge({ ...different, resolution: 'Fixed' })).toBe('shut'),
  );

  test('nobody knows without an issue', () => expect(judgeIssue(undefined, [])).toBe('unknown'));

  test.each(['Duplicate', 'Won’t do', 'Cancelled', 'Rechazado', 'مكررة'])(
    'and asks where every issue ends as Done and the status says %s',
    (status) => expect(judge({ ...DONE, status, resolution: 'Done' })).toBe('asks'),
  );
});

describe('an admin’s own names of what means fixed', () => {
  const LISTED = ['Deployed', 'Won’t do'];
  test('count in place of the usual ones', () => {
    expect(judge({ ...DONE, resolution: 'deployed' }, LISTED)).toBe('open');
    expect(judge({ ...DONE, resolution: 'Fixed' }, LISTED)).toBe('asks');
  });
  test('are believed of a status, too', () => {
    expect(judge({ ...DONE, status: "Won't do", resolution: 'Deployed' }, LISTED)).toBe('open');
  });
  test('may say that an issue without a resolution is fixed', () => {
    expect(judge({ ...DONE, resolution: undefined }, ['none', 'Done'])).toBe('open');
    expect(judge({ ...DONE, resolution: undefined }, ['Done'])).toBe('asks');
  });
});

describe('Engineering and customers have heard different things', () => {
  const drift = (different: Partial<Issue>, incident: Parameters<typeof sampleIncident>[0] = {}) =>
    driftOf(sampleIncident(incident), sampleIssue(different), []);
  const resolved = (issue?: Partial<Issue>, gate: Partial<Gate> = {}) => ({
    stage: 'resolved' as const,
    update: {
      ...SAMPLE_RECORD.update,
      stage: 'resolved' as const,
      gate: {
        kind: 'jira' as const,
        by: 'PAY-123',
        at: AT,
        ...(issue && { issue: toSaid(sampleIssue(issue), NOW) }),
        ...gate,
      },
    },
  });

  test('when it is fixed, and customers still hear an earlier stage', () => {
    expect(drift({ ...DONE, resolution: 'Fixed' })).toBe('closed');
    expect(drift({ ...DONE, resolution: 'Fixed' }, { stage: 'investigating', update: undefined })).toBe(
      'closed',
    );
  });
  test('when it was closed without being fixed', () =>
    expect(drift({ ...DONE, resolution: 'Duplicate' })).toBe('ended'));
  test('not while both are at work', () => expect(drift({})).toBeUndefined());
  test('not when both are done', () =>
    expect(drift({ ...DONE, resolution: 'Fixed' }, resolved(DONE))).toBeUndefined());
  test('when it is reopened after customers were told that all is well', () => {
    expect(drift({}, resolved({ ...DONE, resolution: 'Fixed' }))).toBe('reopened');
    expect(drift({}, { ...resolved(DONE), isOver: true })).toBe('reopened');
  });
  test('when customers were told so and nobody could ask Jira', () => {
    expect(drift({}, resolved(undefined, { kind: 'confirmed', by: 'Sam Osei' }))).toBe('running');
  });
  test('not when whoever resolved it knew that the issue was still open', () => {
    expect(drift({}, resolved({}, { kind: 'override', by: 'Mara', reason: 'Rolled back' }))).toBeUndefined();
  });
  test('not by a state that nobody knows', () =>
    expect(drift({ state: 'unknown' }, resolved(DONE))).toBeUndefined());
  test('not of an incident that somebody has solved without a word', () =>
    expect(drift({ ...DONE, resolution: 'Fixed' }, { isOver: true })).toBeUndefined());
});

describe('what let resolved be said', () => {
  const said = toSaid(sampleIssue({ ...DONE, resolution: 'Fixed' }), NOW);
  const GATES: Record<string, Gate> = {
    jira: { kind: 'jira', by: 'PAY-123', at: AT, issue: said },
    confirmed: { kind: 'confirmed', by: 'Sam Osei', where: 'Slack #inc-502', when: AT, at: AT },
    override: {
      kind: 'override',
      by: 'Mara Lind',
      reason: 'Rolled back',
      at: AT,
      issue: toSaid(sampleIssue(), NOW),
    },
  };

  test('reads as who, where, when and why', () => {
    expect(gateLines(GATES.jira!)).toEqual([
      'Resolved according to Jira: PAY-123 is Done (Fixed) since 2026-11-23 10:40 UTC, read at 2026-11-23 11:26 UTC.',
    ]);
    expect(gateLines(GATES.confirmed!)).toEqual([
      'Resolved on the word of Sam Osei, Slack #inc-502, 2026-11-23 11:26 UTC.',
    ]);
    expect(gateLines(GATES.override!)).toEqual([
      'Said resolved without Engineering’s confirmation, by decision of Mara Lind: Rolled back',
      'Jira said then: PAY-123 is In Progress since 2026-11-23 10:40 UTC, read at 2026-11-23 11:26 UTC.',
    ]);
  });

  test('is kept whole in the record', () => {
    for (const gate of Object.values(GATES)) {
      const update = { ...SAMPLE_RECORD.update, stage: 'resolved', gate };
      expect(readRecord(JSON.stringify({ ...SAMPLE_RECORD, update }))).toMatchObject({
        state: 'read',
        record: { update: { gate } },
      });
    }
  });

  test('of an older version is read without where and when', () => {
    const gate = { kind: 'confirmed', by: 'Sam Osei', at: AT } as const;
    expect(gateLines(gate)).toEqual(['Resolved on the word of Sam Osei.']);
  });
});
