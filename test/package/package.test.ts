import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from './faultsOf.ts';
import type { Package } from './readPackage.ts';
import { linksIn, readPackage } from './readPackage.ts';

let pack: Package;
beforeAll(() => {
  if (!existsSync('dist/manifest.json'))
    throw new Error('There is no package in dist/: run "npm run build" first');
  pack = readPackage('dist');
});

describe('the built package', () => {
  test('has nothing that Zendesk would refuse', () => {
    expect(faultsOf(pack)).toEqual([]);
  });

  test('holds no symbolic links', () => {
    expect(linksIn('dist')).toEqual([]);
  });

  test('holds what Zendesk reads and the app needs, and nothing else', () => {
    const expected =
      /^(manifest|requirements)\.json$|^translations\/[\w-]+\.json$|^assets\/[\w-]+\.(html|js|css|png|svg)$/;
    expect([...pack.keys()].filter((path) => !expected.test(path))).toEqual([]);
    expect(pack.has('assets/index.html')).toBe(true);
  });

  test('has texts about the app in English and Spanish', () => {
    expect([...pack.keys()].filter((path) => path.startsWith('translations/'))).toEqual(
      expect.arrayContaining(['translations/en.json', 'translations/es.json']),
    );
  });
});

describe('the page', () => {
  const html = () => new TextDecoder().decode(pack.get('assets/index.html'));

  test('allows scripts from itself and from Zendesk, and nothing by default', () => {
    const policy = html().match(/Content-Security-Policy"\s+content="([^"]+)"/)?.[1] ?? '';
    const rules = new Map(
      policy.split(';').map((rule) => {
        const [name = '', ...sources] = rule.trim().split(/\s+/);
        return [name, sources.join(' ')];
      }),
    );
    expect(rules.get('default-src')).toBe("'none'");
    expect(rules.get('script-src')).toBe("'self' https://static.zdassets.com");
    expect(rules.get('connect-src')).toBe("'self'");
    expect(rules.get('worker-src')).toBe("'self'");
    for (const name of ['base-uri', 'form-action', 'object-src']) expect(rules.get(name)).toBe("'none'");
  });

  test("loads Zendesk's own SDK, by the address Zendesk documents", () => {
    expect(html()).toContain('https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js');
  });

  test('has no script of its own inside, which the policy would block', () => {
    const inline = [...html().matchAll(/<script\b([^>]*)>/g)].filter(
      ([, attributes]) => !attributes?.includes('src='),
    );
    expect(inline).toEqual([]);
  });
});
