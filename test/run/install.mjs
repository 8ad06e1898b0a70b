import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Brings node_modules in line with the lock file; says whether it is. Does nothing when it already was. */
export function installMissing() {
  const missing = firstMissing();
  if (!missing) return true;
  console.log(`Installing the dependencies (${missing} is not there yet) …`);
  const [command, args] = npm();
  const done = spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: command === 'npm' && process.platform === 'win32', // npm is a .cmd file there
  });
  return done.status === 0 && !firstMissing();
}

/** npm keeps a note of what it installed; that note, not 400 folders, is compared with the lock. */
function firstMissing() {
  const wanted = packagesOf('package-lock.json');
  const note = 'node_modules/.package-lock.json';
  const installed = existsSync(join(project, note)) ? packagesOf(note) : {};
  return Object.keys(wanted).find((path) => {
    const { version, optional, peer } = wanted[path];
    if (path === '' || optional || peer) return false; // other platforms' binaries, for one
    return installed[path]?.version !== version;
  });
}

function packagesOf(file) {
  return JSON.parse(readFileSync(join(project, file), 'utf8')).packages;
}

/** The npm that is running us, else the one beside this Node, else whatever the system calls npm. */
function npm() {
  const beside = join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  const script = [process.env.npm_execpath, beside].find(
    (path) => path?.endsWith('npm-cli.js') && existsSync(path),
  );
  return script ? [process.execPath, [script]] : ['npm', []];
}
