// npm start: the agent workspace with the built app in it. Plain Node, so that a fresh clone needs nothing else to begin.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installMissing } from '../run/install.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = [
  'src',
  'translations',
  'assets',
  'manifest.json',
  'requirements.json',
  'vite.config.ts',
  'package-lock.json',
];

if (!installMissing()) stop('The dependencies could not be installed; the lines above say why.');
if (changedAt('dist/manifest.json') < Math.max(...SOURCES.map(changedAt))) build();

const opensBrowser = !process.argv.includes('--no-open') && !process.env.CI;
const child = spawn(process.execPath, ['--import', 'tsx', 'test/workspace/startServing.ts'], {
  cwd: project,
  stdio: 'inherit',
  env: { ...process.env, ...(opensBrowser ? { ALLCLEAR_OPEN: '1' } : {}) },
});
// The child closes its servers and ends; this ends with it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
child.on('exit', (code) => process.exit(code ?? 0));

/** The newest change of a file, or of anything in a folder; 0 where there is none. */
function changedAt(path) {
  const full = project + path;
  if (!existsSync(full)) return 0;
  const found = statSync(full);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(full).map((name) => changedAt(`${path}/${name}`)));
}

function build() {
  console.log('Building the app …');
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    {
      cwd: project,
      stdio: 'inherit',
    },
  );
  if (status !== 0) stop('The app could not be built; the lines above say why.');
}

function stop(words) {
  console.error(words);
  process.exit(1);
}
