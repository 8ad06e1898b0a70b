import { expect, test } from 'vitest';
import requirements from '../../requirements.json' with { type: 'json' };
import { FIELD_TITLES, fieldIdsFromSetting } from '../../src/domain/fields.ts';
import { HOSTILE } from './hostile.ts';

test('the fields we look for are those that the app brings, under the same titles', () => {
  const brought = Object.entries(requirements.ticket_fields).map(([key, { title }]) => [key, title]);
  expect(Object.fromEntries(brought)).toEqual(FIELD_TITLES);
});

test('an admin may write field ids as they like', () => {
  const ids = { allclear_told: 123, allclear_stage: 456 };
  expect(fieldIdsFromSetting('allclear_told=123, allclear_stage=456')).toEqual(ids);
  expect(fieldIdsFromSetting('allclear_told: 123\nallclear_stage :456;')).toEqual(ids);
});

test('what is unclear is left out', () => {
  expect(fieldIdsFromSetting('allclear_told=abc allclear_color=5 told=7 allclear_eta')).toEqual({});
  expect(fieldIdsFromSetting('')).toEqual({});
});

test(`${HOSTILE.length} hostile texts name no field`, () => {
  for (const { name, text } of HOSTILE) expect(fieldIdsFromSetting(text), name).toEqual({});
});
