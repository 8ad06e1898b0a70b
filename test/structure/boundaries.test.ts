import { describe, expect, test } from 'vitest';
import { forbiddenImports } from './boundaries.ts';
import { readSources } from './imports.ts';

test('every part of src/ imports only what it may', () => {
  const sources = readSources();
  expect(sources.size).toBeGreaterThan(20);
  expect(forbiddenImports(sources)).toEqual([]);
});

const FORBIDDEN: [path: string, text: string, complaint: string][] = [
  ['domain/a.ts', "import { x } from '../ports.ts';", 'domain/a.ts imports ports.ts'],
  ['domain/a.ts', "import type { X } from '../actions/x.ts';", 'domain/a.ts imports actions/x.ts'],
  ['domain/a.ts', "import { useState } from 'react';", 'domain/a.ts imports react'],
  ['domain/a.ts', "import { readFileSync } from 'node:fs';", 'domain/a.ts imports node:fs'],
  ['actions/a.ts', "import { x } from '../adapters/zaf/x.ts';", 'actions/a.ts imports adapters/zaf/x.ts'],
  ['actions/a.ts', "import * as v from 'valibot';", 'actions/a.ts imports valibot'],
  ['views/A.tsx', "export { x } from '../adapters/texts.ts';", 'views/A.tsx imports adapters/texts.ts'],
  ['views/a/A.tsx', "const b = import('../../connect.ts');", 'views/a/A.tsx imports connect.ts'],
  ['views/A.tsx', "import {\n  x,\n  y,\n} from '../main.tsx';", 'views/A.tsx imports main.tsx'],
  ['adapters/a.ts', "import '../views/A.tsx';", 'adapters/a.ts imports views/A.tsx'],
  [
    'adapters/a.ts',
    "import { B } from '@zendeskgarden/react-buttons';",
    'adapters/a.ts imports @zendeskgarden/react-buttons',
  ],
  ['connect.ts', "import { A } from './views/A.tsx';", 'connect.ts imports views/A.tsx'],
  [
    'main.tsx',
    "import type { Z } from './adapters/zaf/client.ts';",
    'main.tsx imports adapters/zaf/client.ts',
  ],
  ['ports.ts', "import { a } from './actions/a.ts';", 'ports.ts imports actions/a.ts'],
  [
    'views/A.tsx',
    "import { w } from '../../test/workspace/serve.ts';",
    'views/A.tsx imports ../test/workspace/serve.ts',
  ],
  ['utils/a.ts', '', 'utils/a.ts belongs to no part of src/ that the rules know'],
];

describe('the rules catch', () => {
  test.each(FORBIDDEN)('%s with %s', (path, text, complaint) => {
    expect(forbiddenImports(new Map([[path, text]]))).toEqual([complaint]);
  });
});

test('the rules allow what each part is for', () => {
  const sources = new Map([
    ['main.tsx', "import { connect } from './connect.ts'; import('./views/sidebar/start.tsx');"],
    [
      'views/A.tsx',
      "import type { T } from '../domain/t.ts'; import { Button } from '@zendeskgarden/react-buttons';",
    ],
    ['adapters/texts.ts', "const all = import.meta.glob('../../translations/*.json');"],
  ]);
  expect(forbiddenImports(sources)).toEqual([]);
});
