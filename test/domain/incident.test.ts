import { expect, test } from 'vitest';
import { isIncident, newestUpdate, toIncident } from '../../src/domain/incident.ts';
import { SAMPLE_RECORD, sampleProblem, sampleTicket } from './sample.ts';

test('a problem ticket with our tag is an incident; without it, it is somebody else’s', () => {
  expect(isIncident(sampleProblem())).toBe(true);
  expect(isIncident(sampleProblem(undefined, { tags: ['vip'] }))).toBe(false);
});

test('a report that inherited our tag is no incident', () => {
  expect(isIncident(sampleTicket({ type: 'incident', tags: ['allclear_incident'] }))).toBe(false);
});

test('an incident says what its newest update says', () => {
  const incident = toIncident(sampleProblem(SAMPLE_RECORD, { linked: 40 }));
  expect(incident).toMatchObject({
    id: 100,
    title: 'Donation form returns error 502',
    severity: 1,
    stage: 'identified',
    symptoms: 'Donors press Give and see an error.',
    eta: { text: '12:30 UTC', by: 'Sam Osei (Engineering)' },
    next: '2026-11-23T11:38:00.000Z',
    jiraKey: 'PAY-123',
    reports: 40,
    isOver: false,
  });
  expect(newestUpdate(incident)).toBe(3);
});

test('the record outranks fields that somebody edited by hand', () => {
  const problem = sampleProblem(SAMPLE_RECORD);
  const edited = {
    ...problem,
    fields: {
      ...problem.fields,
      allclear_stage: 'allclear_resolved',
      allclear_symptoms: 'All is well!',
      allclear_eta: 'now',
      allclear_next_update: '2030-01-01T00:00:00Z',
    },
  };
  expect(toIncident(edited)).toMatchObject({
    stage: 'identified',
    symptoms: SAMPLE_RECORD.update.symptoms,
    eta: { text: '12:30 UTC' },
    next: '2026-11-23T11:38:00.000Z',
  });
});

test('an ETA that the newest update dropped is gone, whatever the field still says', () => {
  const { eta: _, ...update } = SAMPLE_RECORD.update;
  const problem = sampleProblem({ ...SAMPLE_RECORD, update });
  expect(toIncident({ ...problem, fields: { ...problem.fields, allclear_eta: '5 pm' } }).eta).toBeUndefined();
});

test('before the first update the fields speak', () => {
  const incident = toIncident(
    sampleProblem(undefined, {
      fields: {
        allclear_stage: 'allclear_monitoring',
        allclear_symptoms: 'Receipts come late.',
        allclear_eta: ' 5 pm, says Sam ',
        allclear_next_update: '2026-11-23T12:00:00+01:00',
        allclear_jira: 'PAY-7',
      },
    }),
  );
  expect(incident).toMatchObject({
    stage: 'monitoring',
    symptoms: 'Receipts come late.',
    eta: { text: '5 pm, says Sam', by: '' },
    next: '2026-11-23T11:00:00.000Z',
    jiraKey: 'PAY-7',
  });
  expect(newestUpdate(incident)).toBe(0);
});

test('an incident about which nothing is written is being investigated since its ticket came in', () => {
  expect(toIncident(sampleProblem())).toMatchObject({
    stage: 'investigating',
    severity: 2,
    symptoms: '',
    startedAt: '2026-11-23T10:40:00Z',
    eta: undefined,
    next: undefined,
    jiraKey: undefined,
    recordTrouble: undefined,
  });
});

test('a promise that is no time, or blanks for an ETA, promise nothing', () => {
  const fields = { allclear_next_update: 'after lunch', allclear_eta: '  ' };
  expect(toIncident(sampleProblem(undefined, { fields }))).toMatchObject({ next: undefined, eta: undefined });
});

test('a stage that is not ours counts as investigating', () => {
  const fields = { allclear_stage: 'allclear_done' };
  expect(toIncident(sampleProblem(undefined, { fields })).stage).toBe('investigating');
});

test('an incident whose record cannot be read says why, and claims no update', () => {
  const incident = toIncident(sampleProblem({ v: 2 }));
  expect(incident.recordTrouble).toMatch(/^v: /);
  expect(newestUpdate(incident)).toBe(0);
});

test('an incident whose problem is solved or closed is over', () => {
  expect(toIncident(sampleProblem(SAMPLE_RECORD, { status: 'solved' })).isOver).toBe(true);
  expect(toIncident(sampleProblem(SAMPLE_RECORD, { status: 'closed' })).isOver).toBe(true);
  expect(toIncident(sampleProblem(SAMPLE_RECORD, { status: 'hold' })).isOver).toBe(false);
});
