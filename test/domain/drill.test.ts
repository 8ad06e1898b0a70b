import { describe, expect, test } from 'vitest';
import { planAttach } from '../../src/domain/attach.ts';
import { mendItem, tellItem } from '../../src/domain/batch.ts';
import { mayTouch } from '../../src/domain/drill.ts';
import { drillTitle, reaches } from '../../src/domain/drillReach.ts';
import { toIncident } from '../../src/domain/incident.ts';
import { verdictOn } from '../../src/domain/pass.ts';
import { renderReply } from '../../src/domain/reply.ts';
import { parseTemplate } from '../../src/domain/template.ts';
import { SAMPLE_WORDS, sampleFacts, sampleIncident, sampleTicket } from './sample.ts';

const drill = sampleIncident({ isDrill: true, drillReaches: ['slack'] });
const outsider = sampleTicket({ problemId: drill.id, type: 'incident' });
const member = sampleTicket({ problemId: drill.id, type: 'incident', tags: ['allclear_drill'] });

describe('a drill', () => {
  test('touches tickets with the tag alone; the real thing touches all', () => {
    expect(mayTouch(drill, outsider)).toBe(false);
    expect(mayTouch(drill, member)).toBe(true);
    expect(mayTouch(sampleIncident(), outsider)).toBe(true);
  });

  test('attaches, judges and tells nobody else, and stops whoever forgets to ask', () => {
    const free = sampleTicket({ problemId: undefined });
    expect(planAttach(free, drill, {})).toEqual({ do: 'refuse', because: 'no drill ticket' });
    expect(verdictOn(outsider, drill, undefined, new Date())).toBe('no drill ticket');
    expect(() => tellItem(drill, outsider, '<p>Hello</p>')).toThrow('must not touch');
    expect(() => mendItem(drill, outsider)).toThrow('must not touch');
    expect(tellItem(drill, member, '<p>Hello</p>').html).toBe('<p>Hello</p>');
  });

  test('leaves for the channels that were asked for, and for its issue', () => {
    expect(['slack', 'statuspage', 'pendo', 'jira'].filter((each) => reaches(drill, each))).toEqual([
      'slack',
      'jira',
    ]);
    expect(reaches(sampleIncident(), 'statuspage')).toBe(true);
  });

  test('says so at the beginning of every reply, an admin’s macro included', () => {
    const facts = sampleFacts({ incident: drill });
    for (const template of [parseTemplate('Hello.'), parseTemplate('<p>Hello.</p>', true)])
      expect(renderReply(template, facts, SAMPLE_WORDS, 'en').html).toBe(
        '<p><strong>Drill: this is an exercise.</strong></p><p>Hello.</p>',
      );
    expect(renderReply(parseTemplate('Hello.'), facts, SAMPLE_WORDS, 'ar').html).toMatch(
      /^<p dir="rtl"><strong>Drill/,
    );
    expect(renderReply(parseTemplate('Hello.'), sampleFacts(), SAMPLE_WORDS, 'en').html).not.toContain(
      'Drill',
    );
  });

  test('is one by its tag or by its record, so that it never passes for the real thing', () => {
    const tags = ['allclear_incident', 'allclear_drill'];
    expect(toIncident(sampleTicket({ tags }))).toMatchObject({ isDrill: true, drillReaches: [] });
    const fields = { allclear_record: JSON.stringify({ v: 1, drill: true, drillReaches: ['pendo'] }) };
    expect(toIncident(sampleTicket({ fields }))).toMatchObject({ isDrill: true, drillReaches: ['pendo'] });
    expect(toIncident(sampleTicket({ tags, fields: { allclear_record: '{' } })).isDrill).toBe(true);
    expect(toIncident(sampleTicket()).isDrill).toBeUndefined();
  });

  test('has a title that says so, once', () => {
    expect(drillTitle('Checkout is down')).toBe('Drill: Checkout is down');
    expect(drillTitle('Drill: checkout')).toBe('Drill: checkout');
    expect(drillTitle('Drilling rigs offline')).toBe('Drill: Drilling rigs offline');
  });
});
