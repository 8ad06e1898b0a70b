import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routes } from './routes.ts';

const README = new URL('../README.md', import.meta.url);

test('the README names every route of Jira’s, and no other', () => {
  const [, section = ''] = readFileSync(README, 'utf8').split("## Jira's routes");
  const [text = ''] = section.split('\n## ');
  const named = [...text.matchAll(/^\| `([A-Z]+ \/[^`]+)` \| (.+) \|$/gm)].map(([, route]) => route);
  expect(named.toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
});
