import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const project = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: `${project}src`,
  base: './',
  publicDir: `${project}assets`,
  plugins: [react(), zendeskPackage()],
  build: {
    outDir: `${project}dist/assets`,
    assetsDir: '', // otherwise Vite nests assets/assets/
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  test: {
    root: project,
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'], // Playwright's
    environment: 'node',
  },
});

/** Puts beside dist/assets/ what else Zendesk reads, so that dist/ is the package. */
function zendeskPackage(): Plugin {
  const dist = `${project}dist`;
  return {
    name: 'zendesk-package',
    apply: 'build',
    buildStart() {
      rmSync(dist, { recursive: true, force: true });
    },
    writeBundle() {
      for (const file of ['manifest.json', 'requirements.json'])
        copyFileSync(project + file, `${dist}/${file}`);
      mkdirSync(`${dist}/translations`);
      for (const file of readdirSync(`${project}translations`)) {
        // Zendesk reads `app` alone; the texts of the running app are in its JavaScript.
        const { app } = JSON.parse(readFileSync(`${project}translations/${file}`, 'utf8'));
        writeFileSync(`${dist}/translations/${file}`, `${JSON.stringify({ app }, null, 2)}\n`);
      }
    },
  };
}
