import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Where Chrome or Chromium is on this machine; `undefined` when there is none that starts. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named && !starts(named)) throw new Error(`CHROME_PATH is ${named}, which does not start`);
  return named || candidates().find(starts);
}

/** The same, and gets one where there is none. Throws when that fails too. */
export function findOrFetchBrowser(): string {
  const there = findBrowser();
  if (there) return there;
  console.log('\nNo Chrome or Chromium found; getting one …');
  for (const fetch of [fetchFromDebian, fetchWithPlaywright]) {
    fetch();
    const got = findBrowser();
    if (got) return got;
  }
  throw new Error('no Chrome or Chromium was found or could be installed; set CHROME_PATH to one');
}

function candidates(): string[] {
  return [...usualPlaces(), chromium.executablePath()];
}

function usualPlaces(): string[] {
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
  if (process.platform === 'win32') {
    const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];
    const inside = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'];
    return roots.flatMap((root) => (root ? inside.map((path) => join(root, path)) : []));
  }
  if (process.platform === 'darwin') {
    const apps = ['/Applications', join(homedir(), 'Applications')];
    return apps.flatMap((folder) =>
      ['Google Chrome', 'Chromium'].map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ];
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

/** Ubuntu ships a "chromium-browser" that only tells people to install another; so ask, don't just look. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true; // there, --version opens a window
  return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

function fetchFromDebian(): void {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  run('update', '-qq');
  run('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation');
}

function fetchWithPlaywright(): void {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const cli = join('node_modules', '@playwright', 'test', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', ...(asRoot ? ['--with-deps'] : []), 'chromium'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
