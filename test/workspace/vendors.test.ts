import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { methods } from './slack/methods.ts';
import { routes } from './statuspage/routes.ts';

const README = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
const named = (start: string) =>
  [...README.matchAll(/^\| `([A-Z]+ [^`]+)` \| .+ \|$/gm)]
    .map(([, route]) => route!)
    .filter((route) => route.includes(start))
    .sort();

test('the README names every method of Slack’s, and no other', () => {
  const known = Object.entries(methods).flatMap(([name, { verbs }]) =>
    verbs.map((verb) => `${verb} /api/${name}`),
  );
  const hooks = named('/services/');
  expect(named(' /api/').filter((route) => !route.includes('/api/v2/'))).toEqual(known.sort());
  expect(hooks).toEqual(['POST /services/{path}']);
});

test('the README names every route of Statuspage’s, and no other', () => {
  expect(named(' /v1/')).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
});
