import { importsOf, type Sources } from './imports.ts';

interface Rule {
  /** Other parts of `src/`; a part may always import itself. */
  parts: string[];
  packages: (string | RegExp)[];
}

// docs/decisions and the layout in CONTRIBUTING.md say why; `ports` holds what its neighbours agree on.
const RULES: Record<string, Rule> = {
  main: {
    parts: ['connect', 'connectModal', 'connectNavBar', 'connectBackground', 'views', 'domain'],
    packages: [],
  },
  connect: { parts: ['adapters', 'actions', 'ports', 'domain'], packages: [] },
  connectNavBar: { parts: ['connect', 'adapters', 'ports', 'domain'], packages: [] },
  connectModal: { parts: ['connect', 'adapters', 'ports', 'domain'], packages: [] },
  connectBackground: { parts: ['connect', 'adapters', 'ports', 'domain'], packages: [] },
  adapters: { parts: ['ports', 'domain', 'translations'], packages: ['valibot', 'jira-client'] },
  views: {
    parts: ['actions', 'ports', 'domain', 'translations'],
    packages: [
      'react',
      'react-dom',
      'styled-components',
      /^@zendeskgarden\//,
      'dompurify',
      '@tanstack/react-virtual',
      'uplot',
    ],
  },
  actions: { parts: ['ports', 'domain'], packages: [] },
  ports: { parts: ['domain'], packages: [] },
  domain: { parts: [], packages: ['liquidjs', 'valibot'] },
};

/** Every import that its part of `src/` may not have, as a sentence. */
export function forbiddenImports(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    const part = partOf(path);
    const rule = RULES[part];
    if (!rule) return [`${path} belongs to no part of src/ that the rules know`];
    return importsOf(path, text)
      .filter((target) => !isAllowed(part, rule, target))
      .map((target) => `${path} imports ${target}`);
  });
}

function isAllowed(part: string, { parts, packages }: Rule, target: string): boolean {
  if (target === 'translations') return parts.includes(target);
  const isSource = /\.tsx?$/.test(target);
  if (!isSource)
    return packages.some((name) => (name instanceof RegExp ? name.test(target) : name === target));
  return partOf(target) === part || parts.includes(partOf(target));
}

/** `views/sidebar/Sidebar.tsx` → views, `ports.ts` → ports */
function partOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.tsx?$/, '');
}
