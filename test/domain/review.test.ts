import { describe, expect, test } from 'vitest';
import type { Review, Update } from '../../src/domain/record.ts';
import {
  dueDay,
  editTroubles,
  planEdit,
  reviewAfter,
  reviewPromise,
  reviewStanding,
  toEdit,
} from '../../src/domain/review.ts';
import { businessDaysAfter, dayIn, momentOf } from '../../src/domain/zoneTime.ts';

const MARA = { id: 7, name: 'Mara Lind' };
const TOM = { id: 8, name: 'Tom Adeyemi' };
const TERMS = { days: 5, zone: 'Europe/Berlin' };
const update = (stage: Update['stage'], more: Partial<Update> = {}): Update => ({
  n: 3,
  stage,
  symptoms: '',
  at: '2026-11-25T11:00:00.000Z', // a Wednesday
  by: MARA,
  ...more,
});
const opened = (): Review => reviewAfter(undefined, update('resolved'), TERMS)!;

describe('business days', () => {
  test.each([
    ['2026-11-25', 5, '2026-12-02'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'], // resolved on a Saturday
    ['2026-11-29', 5, '2026-12-04'],
    ['2026-12-31', 3, '2027-01-05'],
    ['2026-11-25', 10, '2026-12-09'],
  ])('%s and %i more is %s', (day, days, then) => {
    expect(businessDaysAfter(day, days)).toBe(then);
  });

  test('the day is the one that the account’s calendar shows', () => {
    const late = new Date('2026-11-25T23:30:00Z');
    expect(dayIn(late, 'Europe/Berlin')).toBe('2026-11-26');
    expect(dayIn(late, 'America/New_York')).toBe('2026-11-25');
    expect(dayIn(late, 'no such zone')).toBe('2026-11-25');
  });

  test.each([
    ['2026-11-30', 'Europe/Berlin', '2026-11-30T16:00:00.000Z'],
    ['2026-07-30', 'Europe/Berlin', '2026-07-30T15:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T16:00:00.000Z'], // clocks go back that night
    ['2026-11-30', 'America/Los_Angeles', '2026-12-01T01:00:00.000Z'],
    ['2026-11-30', 'Pacific/Auckland', '2026-11-30T04:00:00.000Z'],
    ['2026-11-30', undefined, '2026-11-30T17:00:00.000Z'],
  ])('the end of %s in %s', (day, zone, moment) => {
    expect(momentOf(day, 17, zone)?.toISOString()).toBe(moment);
    expect(dayIn(momentOf(day, 17, zone)!, zone)).toBe(day);
  });

  test.each(['', 'tomorrow', '2026-13-01', '2026-11-30T10:00'])('%o is no day', (day) => {
    expect(momentOf(day, 17, 'UTC')).toBeUndefined();
  });
});

describe('a review', () => {
  test('opens with resolved: due in business days, a draft, owned by whoever resolved', () => {
    expect(opened()).toEqual({
      state: 'draft',
      due: '2026-12-02T16:00:00.000Z',
      zone: 'Europe/Berlin',
      owner: MARA,
    });
    expect(dueDay(opened())).toBe('2026-12-02');
  });

  test('does not open with any other update, and resolved said again moves nothing', () => {
    expect(reviewAfter(undefined, update('monitoring'), TERMS)).toBeUndefined();
    const later = update('resolved', { at: '2026-11-27T11:00:00.000Z' });
    expect(reviewAfter(opened(), later, TERMS)).toEqual(opened());
  });

  test('is owed no more once the incident is reopened, and keeps what was written of it', () => {
    const written: Review = { ...opened(), state: 'in review', link: 'https://docs.example/rca', owner: TOM };
    const withIssue = { ...written, issue: { day: '2026-12-02', outcome: 'told', at: written.due! } };
    const reopened = reviewAfter(withIssue, update('identified', { reopens: true }), TERMS)!;
    expect(reopened).toEqual({ state: 'in review', link: 'https://docs.example/rca', owner: TOM });
    expect(reviewStanding(reopened, new Date('2027-01-01'))).toBe('none');
    const again = update('resolved', { at: '2026-11-27T11:00:00.000Z' });
    expect(reviewAfter(reopened, again, TERMS)).toMatchObject({
      state: 'in review',
      due: '2026-12-04T16:00:00.000Z',
      owner: TOM,
    });
  });

  test('that was sent is a draft again after a relapse, and the RCA itself changes nothing', () => {
    const sent: Review = { ...opened(), state: 'sent' };
    const rca = update('resolved', { rca: { texts: { en: 'x' }, language: 'en', to: 'all' } });
    expect(reviewAfter(sent, rca, TERMS)).toBe(sent);
    expect(reviewAfter(sent, update('identified'), TERMS)?.state).toBe('draft');
    expect(reviewAfter({ state: 'sent' }, update('resolved'), TERMS)?.state).toBe('draft');
  });

  test('is a promise: due, soon in its last day, late afterwards, and kept once it is sent', () => {
    const at = (iso: string) => reviewStanding(opened(), new Date(iso));
    expect(at('2026-11-30T16:00:00Z')).toBe('due');
    expect(at('2026-12-01T16:00:01Z')).toBe('soon');
    expect(at('2026-12-02T16:00:01Z')).toBe('late');
    expect(reviewStanding({ ...opened(), state: 'sent' }, new Date('2027-01-01'))).toBe('sent');
    expect(reviewPromise({ review: opened() })).toEqual({ due: '2026-12-02T16:00:00.000Z', isKept: false });
    expect(reviewPromise({ review: { ...opened(), state: 'sent' } })?.isKept).toBe(true);
    expect(reviewPromise({ review: { state: 'draft' } })).toBeUndefined();
    expect(reviewPromise({})).toBeUndefined();
  });
});

describe('a form that is saved', () => {
  const seen = toEdit(opened());

  test('changes what was changed in it, in the account’s time zone', () => {
    const wanted = { ...seen, day: '2026-12-09', state: 'ready' as const };
    expect(planEdit(opened(), seen, wanted, TOM)).toEqual({
      do: 'write',
      review: { ...opened(), due: '2026-12-09T16:00:00.000Z', state: 'ready' },
      changes: { day: '2026-12-09', state: 'ready' },
    });
    expect(planEdit(opened(), seen, seen, TOM)).toEqual({ do: 'nothing' });
  });

  test('goes beside what somebody else has changed meanwhile, and never over it', () => {
    const now: Review = { ...opened(), state: 'ready' };
    const wanted = { ...seen, owner: 'Tom Adeyemi' };
    expect(planEdit(now, seen, wanted, TOM)).toMatchObject({
      do: 'write',
      review: { state: 'ready', owner: TOM },
      changes: { owner: 'Tom Adeyemi' },
    });
    expect(planEdit(now, seen, { ...seen, state: 'in review' }, TOM)).toEqual({
      do: 'conflict',
      now: toEdit(now),
    });
    // Both want the same.
    expect(planEdit(now, seen, { ...seen, state: 'ready' }, TOM)).toEqual({ do: 'nothing' });
  });

  test('takes away an owner and a link', () => {
    const now = { ...opened(), link: 'https://docs.example/rca' };
    const plan = planEdit(now, toEdit(now), { ...toEdit(now), owner: '', link: '' }, TOM);
    expect(plan).toMatchObject({ do: 'write', changes: { owner: '', link: '' } });
    expect(plan.do === 'write' && Object.keys(plan.review).sort()).toEqual(['due', 'state', 'zone']);
  });

  test.each([
    [{ day: '' }, ['day']],
    [{ link: 'javascript:alert(1)' }, ['link']],
    [{ link: 'http://plain.example' }, ['link']],
    [{ link: 'see the wiki' }, ['link']],
    [{ owner: 'x'.repeat(101) }, ['owner long']],
    [{ link: 'https://docs.example/a?b=c#d' }, []],
  ])('%o is told as %o', (part, troubles) => {
    expect(editTroubles({ ...seen, ...part })).toEqual(troubles);
  });
});
