import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routes } from './routes.ts';

const README = new URL('../README.md', import.meta.url);

test('the README names every route of Zendesk’s, and no other', () => {
  const rows = [
    ...readFileSync(README, 'utf8').matchAll(/^\| `([A-Z]+ \/api\/(?:v2|services)\/[^`]+)` \| (.+) \|$/gm),
  ];
  const named = rows.map(([, route]) => route);
  expect(named.toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
});
