import { describe, expect, test } from 'vitest';
import { detachedTags, keepRunning, planRestoring, raisedIn, runningTags } from '../../src/domain/running.ts';
import { sampleIncident, sampleTicket } from './sample.ts';

describe('while the incident runs', () => {
  test('a report says so, and what its priority was', () => {
    const ticket = sampleTicket({ tags: ['vip'], priority: 'low' });
    expect(runningTags(ticket, 'urgent')).toEqual(['vip', 'allclear_running', 'allclear_low_to_urgent']);
  });

  test('one without a priority remembers that, too', () => {
    const tags = runningTags(sampleTicket({ priority: undefined }), 'high');
    expect(raisedIn(tags)).toEqual({ to: 'high' });
  });

  test('one whose priority stays has nothing to remember', () => {
    expect(runningTags(sampleTicket({ priority: 'urgent' }), 'urgent')).toEqual(['allclear_running']);
    expect(runningTags(sampleTicket({ priority: 'low' }))).toEqual(['allclear_running']);
  });

  test('one that moves to another incident still knows what it was before the first', () => {
    const moved = sampleTicket({ priority: 'urgent', tags: ['allclear_running', 'allclear_low_to_urgent'] });
    expect(runningTags(moved, 'urgent')).toEqual(['allclear_running', 'allclear_low_to_urgent']);
  });

  test('what a person had chosen meanwhile is what it gets back', () => {
    const chosen = sampleTicket({ priority: 'normal', tags: ['allclear_running', 'allclear_low_to_urgent'] });
    expect(runningTags(chosen, 'urgent')).toEqual(['allclear_running', 'allclear_normal_to_urgent']);
  });
});

describe('telling a report', () => {
  const report = sampleTicket({ type: 'incident', problemId: 100, tags: ['allclear_investigating', 'vip'] });

  test('brings the tag along where it is missing, and no second option of the stage', () => {
    expect(keepRunning(sampleIncident(), report, 'urgent')).toEqual({
      tags: ['vip', 'allclear_running', 'allclear_identified'],
    });
  });

  test('changes nothing where the tag is there, and nothing with *resolved*', () => {
    const tagged = { ...report, tags: ['allclear_running'] };
    expect(keepRunning(sampleIncident(), tagged, 'urgent')).toEqual({});
    expect(keepRunning(sampleIncident({ stage: 'resolved' }), report, 'urgent')).toEqual({});
  });

  test('makes it urgent again when its customer had heard that all is well', () => {
    const heard = { ...report, fields: { allclear_told: '100/2', allclear_stage: 'allclear_resolved' } };
    expect(keepRunning(sampleIncident(), heard, 'urgent')).toEqual({
      tags: ['vip', 'allclear_running', 'allclear_normal_to_urgent', 'allclear_identified'],
      priority: 'urgent',
      was: { priority: 'normal' },
    });
    expect(keepRunning(sampleIncident(), heard, undefined)).not.toHaveProperty('priority');
  });
});

describe('once the incident is over', () => {
  const tags = ['vip', 'allclear_running', 'allclear_low_to_urgent', 'allclear_resolved'];

  test('a report gets its priority back and loses our tags, not the account’s', () => {
    expect(planRestoring(sampleTicket({ priority: 'urgent', status: 'solved', tags }))).toEqual({
      tags: ['vip', 'allclear_resolved'],
      priority: 'low',
    });
  });

  test('a priority that a person changed stays', () => {
    expect(planRestoring(sampleTicket({ priority: 'high', tags }))).toEqual({
      tags: ['vip', 'allclear_resolved'],
    });
  });

  test('one that was empty becomes normal: Zendesk lets nobody clear it', () => {
    const none = ['allclear_running', 'allclear_none_to_urgent'];
    expect(planRestoring(sampleTicket({ priority: 'urgent', tags: none }))).toEqual({
      tags: [],
      priority: 'normal',
    });
  });

  test('nothing is done to a closed ticket, or where nothing of ours is left', () => {
    expect(planRestoring(sampleTicket({ priority: 'urgent', status: 'closed', tags }))).toBeUndefined();
    expect(
      planRestoring(sampleTicket({ priority: 'urgent', tags: ['vip', 'allclear_resolved'] })),
    ).toBeUndefined();
  });

  test('whoever leaves the incident leaves its stage behind as well', () => {
    expect(detachedTags(tags)).toEqual(['vip']);
  });
});
