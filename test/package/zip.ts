// `npm run package`: zips dist/ as Zendesk's upload wants it, offline. Asking Zendesk itself to validate needs an account.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readPackage } from './readPackage.ts';
import { jiraHostIn, withJiraHost } from './withJiraHost.ts';
import { zipPackage } from './zipPackage.ts';

process.on('uncaughtException', ({ message }) => {
  console.error(message);
  process.exit(1);
});

const { name, version } = JSON.parse(readFileSync('dist/manifest.json', 'utf8'));
const host = jiraHostIn(process.argv.slice(2));
const built = readPackage('dist');
const pack = host === undefined ? built : withJiraHost(built, host);
const bytes = zipPackage(pack);
const file = `tmp/${name.toLowerCase()}-${version}.zip`;
mkdirSync('tmp', { recursive: true });
writeFileSync(file, bytes);

for (const [path, content] of pack) console.log(`${String(content.length).padStart(9)}  ${path}`);
console.log(`\n${file}: ${pack.size} files, ${bytes.length} bytes${host ? `, for the Jira at ${host}` : ''}`);
