import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MUTATIONS } from './mutations.ts';

// `npx tsx test/simulation/mutants.ts` plays hundreds of worlds with each; here, that each still has a place to break.
test.each(MUTATIONS)('"$name" breaks one place', ({ file, find, replace }) => {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  expect(text.split(find)).toHaveLength(2);
  expect(replace).not.toBe(find);
});
