import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * One script file out of a module and all it imports, made at start so that nothing has to be kept in step. With a global
 * name it is a classic script, else a module.
 */
export function bundle(entry: string, globalName?: string): Promise<string> {
  const known = bundles.get(entry) ?? bundled(entry, globalName);
  bundles.set(entry, known);
  return known;
}

// A run of tests opens many workspaces, and what they serve does not change meanwhile.
const bundles = new Map<string, Promise<string>>();

async function bundled(entry: string, globalName?: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root: fileURLToPath(new URL('../', import.meta.url)),
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: globalName
        ? { entry, formats: ['iife'], name: globalName, fileName: 'bundle' }
        : { entry, formats: ['es'], fileName: 'bundle' },
    },
  });
  for (const made of [result].flat()) {
    if (!('output' in made)) continue;
    for (const file of made.output) if (file.type === 'chunk') return file.code;
  }
  throw new Error(`Nothing was bundled from ${entry}`);
}
