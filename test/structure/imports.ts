import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Source text by its path below `src/`. */
export type Sources = ReadonlyMap<string, string>;

export function readSources(folder = 'src'): Sources {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.tsx?$/.test(path),
  );
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]));
}

/** What a file imports, types and lazy imports included: paths below `src/`, packages by name, or `translations`. */
export function importsOf(path: string, text: string): string[] {
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport(?:\.meta\.glob)?)\s*\(?\s*(['"`])([^'"`]+)\1/g)];
  return specifiers.map(([, , specifier = '']) => {
    if (!specifier.startsWith('.')) return packageOf(specifier);
    const target = posix.join(posix.dirname(path), specifier);
    return target.startsWith('../translations/') ? 'translations' : target;
  });
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
