import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of a package's scripts as they travel. `paths` are those of their URLs. */
export function scriptsSize(folder: string, paths: readonly string[]): number {
  return paths
    .map((path) => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0);
}
