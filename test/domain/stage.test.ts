import { expect, test } from 'vitest';
import requirements from '../../requirements.json' with { type: 'json' };
import { isStage, STAGES, stageOfTag, stageTag } from '../../src/domain/stage.ts';

test('every stage has its option in the dropdown that the app brings, in the order of an incident', () => {
  const options = requirements.ticket_fields.allclear_stage.custom_field_options.map(({ value }) => value);
  expect(options).toEqual(STAGES.map(stageTag));
});

test('the stage behind a tag is the one that made it', () => {
  for (const stage of STAGES) expect(stageOfTag(stageTag(stage))).toBe(stage);
});

test.each([undefined, '', 'resolved', 'allclear_', 'allclear_done', 'Allclear_resolved'])(
  'the tag %j is no stage of ours',
  (tag) => {
    expect(stageOfTag(tag)).toBeUndefined();
  },
);

test('only the four words are stages', () => {
  expect(isStage('resolved')).toBe(true);
  expect(isStage('Resolved')).toBe(false);
  expect(isStage(undefined)).toBe(false);
});
