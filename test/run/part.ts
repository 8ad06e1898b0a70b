import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Counts {
  passed: number;
  failed: number;
}

interface Options {
  /** Reads what the tool reported; a part without it is one check, passed or failed. Throws when there is no report. */
  count?: () => Counts;
  env?: Record<string, string>;
}

// A part that hangs must not hang the whole run.
const LONGEST_PART_MS = 20 * 60_000; // a slow machine is no failure

/** Runs one installed tool, shows its output and says how many of its checks passed and failed. */
export async function runPart(
  title: string,
  [pack, tool]: [pack: string, tool: string],
  args: string[],
  { count, env }: Options = {},
): Promise<Counts> {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}`);
  const began = Date.now();
  const ended = await end(
    spawn(process.execPath, [binary(pack, tool), ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      detached: process.platform !== 'win32', // a group of its own, so that its children end with it
    }),
  );
  const counts = settle(ended === 0, count);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  if (ended === 'too long') console.log(`Ended after ${LONGEST_PART_MS / 60_000} minutes without a result.`);
  console.log(`${title}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  return counts;
}

/** A tool that failed has failed at least once, whatever its report says; a tool that found nothing to test too. */
function settle(ok: boolean, count?: () => Counts): Counts {
  if (!count) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const { passed, failed } = count();
    const sound = ok && passed + failed > 0;
    return { passed, failed: sound ? failed : Math.max(failed, 1) };
  } catch (error) {
    console.log(`No readable report: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1 };
  }
}

function end(child: ChildProcess): Promise<number | 'too long' | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      stop(child);
      resolve('too long');
    }, LONGEST_PART_MS);
    const settleWith = (code: number | null) => {
      clearTimeout(timer);
      resolve(code);
    };
    child.once('exit', settleWith);
    child.once('error', () => settleWith(null));
  });
}

function stop({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
  else process.kill(-pid, 'SIGKILL');
}

/** The script behind an installed command: started with Node itself, it can be ended reliably. */
function binary(pack: string, tool: string): string {
  const folder = join('node_modules', pack);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, bin[tool]);
}
