// `npm test`. Plain JavaScript, because it has to run before anything is installed.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installMissing } from './run/install.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));

if (installMissing()) {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'test/run/run.ts'], {
    cwd: project,
    stdio: 'inherit',
  });
  process.exitCode = run.status ?? 1;
} else {
  console.log('The dependencies could not be installed, so nothing was tested.');
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
