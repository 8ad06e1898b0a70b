import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Content by path, sorted by path, with `/` on every system. */
export type Package = ReadonlyMap<string, Uint8Array>;

export function readPackage(folder: string): Package {
  return new Map(pathsIn(folder).map((path) => [path, new Uint8Array(readFileSync(join(folder, path)))]));
}

/** Symbolic links anywhere in a folder: Zendesk refuses a package that has one. */
export function linksIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    lstatSync(join(folder, path)).isSymbolicLink(),
  );
}

function pathsIn(folder: string, inside = ''): string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true })
    .flatMap((entry) => {
      const path = inside ? `${inside}/${entry.name}` : entry.name;
      return entry.isDirectory() ? pathsIn(folder, path) : [path];
    })
    .sort();
}
