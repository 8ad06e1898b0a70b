import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FIELD_TITLES } from '../../src/domain/fields.ts';
import { SETTING_DEFAULTS } from '../../src/domain/settings.ts';
import { stageTag } from '../../src/domain/stage.ts';
import { readSources } from './imports.ts';

interface Parameter {
  name: string;
  secure?: boolean;
  default?: unknown;
}
interface Field {
  type: string;
  title: string;
  custom_field_options?: { value: string }[];
}

const parameters: Parameter[] = JSON.parse(readFileSync('manifest.json', 'utf8')).parameters;
const fields: Record<string, Field> = JSON.parse(readFileSync('requirements.json', 'utf8')).ticket_fields;
const code = [...readSources().values()].join('\n');
const read = Object.keys(SETTING_DEFAULTS);
const written = [...code.matchAll(/\{\{setting\.(\w+)\}\}/g)].map(([, name]) => name!);

test('the code reads no setting that the manifest does not ask for, or that is a secret', () => {
  const open = parameters.filter(({ secure }) => !secure).map(({ name }) => name);
  expect(read.filter((name) => !open.includes(name))).toEqual([]);
});

test('secrets are named only where the proxy puts them, and are in the manifest', () => {
  const secrets = parameters.filter(({ secure }) => secure).map(({ name }) => name);
  expect(written.filter((name) => !secrets.includes(name))).toEqual([]);
});

test('the manifest asks for no setting that nobody reads', () => {
  const used = new Set([...read, ...written]);
  expect(
    parameters
      .map(({ name }) => name)
      .filter((name) => !used.has(name))
      .sort(),
  ).toEqual([]);
});

test('a setting that was left empty means what the manifest says', () => {
  const manifest = new Map(parameters.map(({ name, default: preset }) => [name, preset ?? '']));
  for (const [name, preset] of Object.entries(SETTING_DEFAULTS))
    expect([name, manifest.get(name)]).toEqual([name, preset]);
});

test('the code and requirements.json name the same fields, by the same titles', () => {
  const titles = Object.fromEntries(Object.entries(fields).map(([key, { title }]) => [key, title]));
  expect(titles).toEqual(FIELD_TITLES);
});

test('every field is named for the app, and no customer sees or edits it', () => {
  for (const [key, field] of Object.entries(fields)) {
    expect(field.title).toMatch(/^Allclear /);
    expect([key, field]).toEqual([
      key,
      expect.objectContaining({ visible_in_portal: false, editable_in_portal: false }),
    ]);
  }
});

test('the options of the stage field are the tags the code writes', () => {
  const tags = (['investigating', 'identified', 'monitoring', 'resolved'] as const).map(stageTag);
  expect(fields.allclear_stage?.custom_field_options?.map(({ value }) => value)).toEqual(tags);
});
