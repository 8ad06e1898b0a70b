import { cpSync, existsSync, rmSync } from 'node:fs';

/** The build as it is now, kept for this bench: somebody may build again while it measures. */
export function keepBuild(bench: string): string {
  if (!existsSync('dist/manifest.json'))
    throw new Error('There is no package in dist/: run "npm run build" first');
  const kept = `tmp/bench/${bench}`;
  rmSync(kept, { recursive: true, force: true });
  cpSync('dist', kept, { recursive: true });
  return kept;
}
