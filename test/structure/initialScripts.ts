import { gzipSync } from 'node:zlib';
import type { Package } from '../package/readPackage.ts';

/** A script that is loaded before the first view can show, with its size in bytes as it travels. */
export interface Script {
  path: string;
  gzipped: number;
}

/** What the page itself names, preloads included, and all that those import without being asked by a person. */
export function initialScripts(pack: Package, page = 'assets/index.html'): Script[] {
  const folder = page.slice(0, page.lastIndexOf('/') + 1);
  const html = textOf(pack, page);
  const named = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, path]) => folder + path);
  const reached = new Set<string>();
  const follow = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    const imports = textOf(pack, path).matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g);
    for (const [, target] of imports) follow(folder + target);
  };
  named.forEach(follow);
  return [...reached].map((path) => ({ path, gzipped: gzipSync(pack.get(path) ?? '', { level: 9 }).length }));
}

export function sizeOf(scripts: Script[]): number {
  return scripts.reduce((sum, { gzipped }) => sum + gzipped, 0);
}

function textOf(pack: Package, path: string): string {
  const bytes = pack.get(path);
  if (!bytes) throw new Error(`${path} is named, but not in the package`);
  return new TextDecoder().decode(bytes);
}
