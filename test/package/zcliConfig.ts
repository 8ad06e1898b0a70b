// Before `npm run zendesk`: gives zcli the settings to serve dist/ with, which it would otherwise ask for one by one.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = 'zcli.apps.config.json'; // in the project's folder: your own values, never committed, never packaged

const { parameters } = JSON.parse(readFileSync('dist/manifest.json', 'utf8'));
const own = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
const given = Object.fromEntries(
  parameters.map((one: { name: string; default?: unknown }) => [one.name, one.default ?? '']),
);
writeFileSync(
  `dist/${FILE}`,
  JSON.stringify({ ...own, parameters: { ...given, ...own.parameters } }, null, 2),
);
