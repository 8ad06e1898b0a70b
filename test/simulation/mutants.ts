import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MUTATIONS, type Mutation } from './mutations.ts';

// tsx test/simulation/mutants.ts [part of a name]: breaks the code on purpose, one rule at a time, and runs the simulation.
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WORLDS = 600;
const copy = mkdtempSync(join(tmpdir(), 'allclear-mutants-'));
try {
  for (const part of [
    'src',
    'test',
    'docs',
    'translations',
    'manifest.json',
    'requirements.json',
    'package.json',
  ])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const wanted = MUTATIONS.filter(({ name }) => name.includes(process.argv[2] ?? ''));
  const survived = wanted.filter((mutation) => !isCaught(mutation));
  console.log(`${wanted.length - survived.length} of ${wanted.length} caught`);
  process.exitCode = survived.length > 0 ? 1 : 0;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function isCaught({ name, file, find, replace, worlds = WORLDS }: Mutation): boolean {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(find).length !== 2) throw new Error(`${name}: "${find}" is not once in ${file}`);
  writeFileSync(
    path,
    text.replace(find, () => replace),
  );
  const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const args = [tsx, 'test/simulation/run.ts', '--worlds', String(worlds), '--most-failures', '1'];
  const run = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  writeFileSync(path, text);
  const said = run.stderr.split('\n').find((line) => line.startsWith('seed ')) ?? 'not noticed';
  console.log(`${run.status === 1 ? 'caught ' : 'MISSED '} ${name}: ${said}`);
  return run.status === 1;
}
