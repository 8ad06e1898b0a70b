import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routes as pendoRoutes } from './pendo/routes.ts';
import { methods } from './slack/methods.ts';
import { routes } from './statuspage/routes.ts';

const README = readFileSync(new URL('./README.md', import.meta.url), 'utf8');

function namedUnder(heading: string) {
  const section = README.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `([A-Z]+ [^`]+)` \| .+ \|$/gm)].map(([, route]) => route!).sort();
}

test('the README names every method of Slack’s, and no other', () => {
  const known = Object.entries(methods).flatMap(([name, { verbs }]) =>
    verbs.map((verb) => `${verb} /api/${name}`),
  );
  expect(namedUnder('Slack')).toEqual([...known, 'POST /services/{path}'].sort());
});

test('the README names every route of Statuspage’s, and no other', () => {
  expect(namedUnder('Statuspage')).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
});

test('the README names every route of Pendo’s, and no other', () => {
  expect(namedUnder('Pendo')).toEqual(pendoRoutes.map(({ method, path }) => `${method} ${path}`).sort());
});
