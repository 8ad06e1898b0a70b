import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const source = fileURLToPath(new URL('./baseline', import.meta.url));
const target = fileURLToPath(new URL('../../tmp/bench/baseline', import.meta.url));

/**
 * Builds the page to compare with and says where. It is laid out and built like the React package of
 * https://github.com/zendesk/app_scaffolds: the SDK and one entry in the page, views and translations loaded as chunks.
 */
export async function buildBaseline(): Promise<string> {
  await build({
    configFile: false,
    root: source,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir: `${target}/assets`, assetsDir: '', emptyOutDir: true, reportCompressedSize: false },
  });
  const manifest = {
    name: 'Baseline',
    version: '1.0.0',
    location: { support: { ticket_sidebar: { url: 'assets/index.html', flexible: true } } },
  };
  mkdirSync(target, { recursive: true });
  writeFileSync(`${target}/manifest.json`, JSON.stringify(manifest));
  return target;
}
