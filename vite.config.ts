import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const project = fileURLToPath(new URL('.', import.meta.url));

// What jira-client asks of Node. https://github.com/jira-node/node-jira-client
const nodeless = `${project}src/adapters/jira/nodeless/`;
const WITHOUT_NODE = [
  { find: /^url$/, replacement: `${nodeless}url.ts` },
  { find: /^postman-request$/, replacement: `${nodeless}postmanRequest.ts` },
];

export default defineConfig({
  root: `${project}src`,
  base: './',
  publicDir: `${project}assets`,
  resolve: { alias: WITHOUT_NODE },
  plugins: [react(), smallPackages(), plainImports(), translationParts(), nameFirstView(), zendeskPackage()],
  build: {
    outDir: `${project}dist/assets`,
    assetsDir: '', // otherwise Vite nests assets/assets/
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Two files before the first view: what sends the first requests, and what shows their answers. One soon after it: as
        // eighty small ones, each with its way to the browser, the rest of the sidebar came later and kept a core busy.
        codeSplitting: {
          groups: [
            // What speaks without showing anything speaks without React.
            {
              name: 'connect',
              test: /src\/(main\.tsx|connect\.ts|views\/(words|dressPage|sidebar\/(glance|statusWords))\.ts|actions\/mayHaveWorked\.ts)$|rolldown.runtime/,
              priority: 2,
            },
            { name: 'sidebar', test: /views\/sidebar\/start\.tsx$/, priority: 1 },
            // What the page in the background needs, which shows nothing.
            { name: 'background', test: /src\/(connectBackground\.ts|views\/background\/)/, priority: 1 },
            // Not what draws replies: Liquid waits for a press.
            {
              name: 'rest',
              test: /src\/views\/(sidebar\/(?!ReplyPreview|TellNow|tellLate|MoveReport|SpecialSection)|telling\/)/,
            },
          ],
        },
      },
    },
  },
  test: {
    root: project,
    maxWorkers: 2, // unless said it leaves one core of two idle
    testTimeout: 60_000, // no test waits; on a busy machine the work itself takes its time
    projects: [
      {
        extends: true,
        // Loading the workspace anew for every file took longer than the tests; no module of ours keeps a state. A view's
        // test has a page of its own.
        test: { name: 'node', isolate: false, include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'] }, // e2e is Playwright's
      },
      {
        extends: true,
        test: {
          name: 'views',
          include: ['test/views/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['test/views/setup.ts'],
        },
      },
    ],
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

// What the sidebar's first view says, whatever the ticket: groups of phrases, and single ones of a group. All others come a moment
// later, as does what answers a press.
const FIRST_GROUPS = 'stage list status promise loading heading'.split(' ');
const FIRST_OF_GROUP: Record<string, string> = {
  time: 'comma ago justNow in seen updateAgo overdue',
  customer:
    'heading headingLanguage headingPlace unknownLanguage never lastTold current behind insert insertFirst preview previewIn shortcut closed tellNow',
  attach: 'attach foreign foreignOpen closed merged incident problem notAllowed incidentOver',
  trouble: 'bug outside record retry',
};

const PARTS: Record<string, (texts: Record<string, Record<string, object>>) => object | undefined> = {
  firstPhrases({ phrases = {} }) {
    const first = pick(phrases, (group) => FIRST_GROUPS.includes(group));
    for (const [group, names] of Object.entries(FIRST_OF_GROUP))
      Object.assign(first, {
        [group]: pick(phrases[group] ?? {}, (name) => names.split(' ').includes(name)),
      });
    return first;
  },
  otherPhrases: ({ phrases = {} }) => pick(phrases, (group) => !FIRST_GROUPS.includes(group)),
  replies: ({ replies }) => replies,
};

function pick(block: object, isWanted: (name: string) => boolean): object {
  return Object.fromEntries(Object.entries(block).filter(([name]) => isWanted(name)));
}

/** `en.json?firstPhrases` is that part alone: the first view needs no customer texts, and nothing needs Zendesk's own. */
function translationParts(): Plugin {
  return {
    name: 'translation-parts',
    enforce: 'pre',
    load(id) {
      const [, file, part] = /^(.*\/translations\/[^/]+\.json)\?(\w+)$/.exec(id) ?? [];
      const take = part && PARTS[part];
      if (!file || !take) return null;
      this.addWatchFile(file);
      return {
        code: `export default ${JSON.stringify(take(JSON.parse(readFileSync(file, 'utf8'))))}`,
        moduleType: 'js',
      };
    },
  };
}

const FIRST_VIEW = '/views/sidebar/start.tsx';

/** Names the files of the first view in the page, for main.tsx to fetch when it is time. */
function nameFirstView(): Plugin {
  return {
    name: 'name-first-view',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) =>
        Object.values(bundle ?? {})
          .flatMap((chunk) =>
            chunk.type === 'chunk' && chunk.moduleIds.some((id) => id.endsWith(FIRST_VIEW)) ? [chunk] : [],
          )
          .flatMap(({ fileName, imports }) => [fileName, ...imports])
          .filter((fileName) => !html.includes(`./${fileName}`))
          .map((fileName) => ({
            tag: 'link',
            attrs: { class: 'first-view', crossorigin: true, href: `./${fileName}` },
            injectTo: 'head' as const,
          })),
    },
  };
}

// All that Garden asks of each: a value at a dotted path, a function that remembers by a key, checks that production leaves out,
// colours of the version before, by a name that nothing of ours gives, and errors that old browsers would not know for such.
const SMALL_PACKAGES: Record<string, string> = {
  'lodash.get':
    "export default (at, path) => String(path).split('.').reduce((found, key) => found?.[key], at)",
  'lodash.memoize': `export default (act, keyOf = (first) => first) => {
    const known = new Map();
    return (...args) => {
      const key = keyOf(...args);
      if (!known.has(key)) known.set(key, act(...args));
      return known.get(key);
    };
  }`,
  'prop-types':
    'const check = () => check; check.isRequired = check; export default new Proxy({}, { get: () => check });',
  '@babel/runtime/helpers/esm/wrapNativeSuper': 'export default (Class) => Class;',
  './getColorV8.js': 'export const DEFAULT_SHADE = 600; export const getColorV8 = () => undefined;',
};

/** Garden brings three whole packages; the few lines of them that it uses save kilobytes before the first view. */
function smallPackages(): Plugin {
  return {
    name: 'small-packages',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id in SMALL_PACKAGES ? `\0${id}` : null),
    load: (id) => SMALL_PACKAGES[id.slice(1)] ?? null,
  };
}

/** Vite wraps every `import()` in a helper that fetches styles and scripts ahead of it; there are no styles, and no list of scripts. */
function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null,
  };
}
