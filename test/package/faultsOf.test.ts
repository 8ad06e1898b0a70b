import { describe, expect, test } from 'vitest';
import { faultsOf } from './faultsOf.ts';
import type { Package } from './readPackage.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const SOUND = {
  manifest: {
    name: 'A',
    version: '1.0.0',
    author: {},
    defaultLocale: 'en',
    frameworkVersion: '2.0',
    location: { support: { ticket_sidebar: { url: 'assets/index.html#a', flexible: true } } },
    domainWhitelist: ['slack.com'],
    parameters: [{ name: 'chat_token', type: 'text', secure: true, scopes: ['header'] }],
  },
  requirements: {
    ticket_fields: { a: { type: 'tagger', title: 'A', custom_field_options: [{ name: 'B', value: 'b' }] } },
  },
  en: { app: { name: 'A', parameters: { chat_token: { label: 'Token', helpText: 'Where it is.' } } } },
};

function packed({
  files = {},
  ...parts
}: { files?: Record<string, string | Uint8Array> } & Record<string, unknown>): Package {
  const { manifest, requirements, en } = { ...SOUND, ...parts };
  return new Map<string, Uint8Array>([
    ['manifest.json', bytes(JSON.stringify(manifest))],
    ['requirements.json', bytes(JSON.stringify(requirements))],
    ['translations/en.json', bytes(JSON.stringify(en))],
    ['assets/index.html', bytes('<!doctype html>')],
    ['assets/logo.png', png(320)],
    ['assets/logo-small.png', png(128)],
    ...Object.entries(files).map(([path, content]): [string, Uint8Array] => [
      path,
      typeof content === 'string' ? bytes(content) : content,
    ]),
  ]);
}

/** The first bytes of a PNG with 8 bits for each of red, green, blue and transparency. */
function png(size: number, color = 6): Uint8Array {
  const header = new DataView(new ArrayBuffer(26));
  header.setUint32(0, 0x89504e47);
  header.setUint32(16, size);
  header.setUint32(20, size);
  header.setUint8(24, 8);
  header.setUint8(25, color);
  return new Uint8Array(header.buffer);
}

const manifest = (change: object) => ({ manifest: { ...SOUND.manifest, ...change } });
const parameter = (change: object) =>
  manifest({ parameters: [{ ...SOUND.manifest.parameters[0], ...change }] });

test('a sound package has no faults', () => {
  expect(faultsOf(packed({}))).toEqual([]);
});

const BROKEN: [what: string, parts: Parameters<typeof packed>[0], fault: RegExp][] = [
  ['a manifest without an author', manifest({ author: undefined }), /lacks author/],
  ['a version that is not three numbers', manifest({ version: '1.0' }), /three numbers/],
  ['an old framework', manifest({ frameworkVersion: '1.0' }), /frameworkVersion/],
  ['a locale without texts', manifest({ defaultLocale: 'de' }), /no translations/],
  ['a text where true or false belongs', manifest({ private: 'yes' }), /private is not/],
  ['a host with a scheme', manifest({ domainWhitelist: ['https://slack.com'] }), /not a plain host/],
  ['a host from a setting', manifest({ domainWhitelist: ['{{setting.site}}'] }), /not a plain host/],
  [
    'a place that does not exist',
    manifest({ location: { support: { sidebar: 'assets/index.html' } } }),
    /there is no sidebar/,
  ],
  [
    'a page outside assets/',
    manifest({ location: { support: { modal: 'index.html' } } }),
    /does not lead into assets/,
  ],
  [
    'a page that is not there',
    manifest({ location: { support: { modal: 'assets/x.html' } } }),
    /does not lead into assets/,
  ],
  [
    'a list of places',
    manifest({ location: { support: { modal: ['assets/index.html'] } } }),
    /does not lead into assets/,
  ],
  ['a setting named "name"', parameter({ name: 'name' }), /not a name/],
  [
    'two settings of one name',
    manifest({ parameters: [...SOUND.manifest.parameters, ...SOUND.manifest.parameters] }),
    /there twice/,
  ],
  ['a type that is gone', parameter({ type: 'password' }), /no type password/],
  ['a secret with a default', parameter({ default: 'x' }), /secret with a default/],
  ['a secret in the open', parameter({ secure: false, scopes: undefined }), /named like a secret/],
  ['a secret allowed anywhere', parameter({ scopes: undefined }), /without known scopes/],
  ['a scope that does not exist', parameter({ scopes: ['cookie'] }), /without known scopes/],
  ['scopes for what is no secret', parameter({ name: 'site', secure: false }), /not secure/],
  ['hidden and required at once', parameter({ type: 'hidden', required: true }), /hidden and required/],
  ['requirements that are a list', { requirements: [] }, /not a JSON object/],
  ['a requirement that does not exist', { requirements: { fields: {} } }, /there is no fields/],
  ['a field without a title', { requirements: { ticket_fields: { a: { type: 'text' } } } }, /has no title/],
  [
    'a field of no known type',
    { requirements: { ticket_fields: { a: { type: 'dropdown', title: 'A' } } } },
    /no type/,
  ],
  ['a setting without words', { en: { app: { name: 'A', parameters: {} } } }, /no label/],
  ['an app without a name', { en: { app: { parameters: SOUND.en.app.parameters } } }, /does not name/],
  [
    'a language in a form Zendesk does not know',
    { files: { 'translations/zh-Hant.json': '{}' } },
    /not named for a locale/,
  ],
  ['the same key twice', { files: { 'manifest.json': '{"name":"a","name":"b"}' } }, /manifest.json is not/],
  ['a zip inside', { files: { 'assets/more.zip': '' } }, /kind that Zendesk refuses/],
  ['a zip in disguise', { files: { 'assets/photo.png': new Uint8Array([0x50, 0x4b, 3, 4]) } }, /is a zip/],
  ['the settings of a developer', { files: { 'zcli.apps.config.json': '{}' } }, /for developers/],
  ['a source map', { files: { 'assets/index.js.map': '{}' } }, /for developers/],
  ['a pointer to a source map', { files: { 'assets/a.js': '//# sourceMappingURL=a.js.map' } }, /source map/],
  [
    'a path of the machine it was built on',
    { files: { 'assets/a.js': '"/home/me/allclear/src/a.ts"' } },
    /path of the machine/,
  ],
  [
    'a drawing that runs something',
    { files: { 'assets/a.svg': '<svg><script>1</script></svg>' } },
    /more than a drawing/,
  ],
  ['a small logo', { files: { 'assets/logo.png': png(128) } }, /320 × 320/],
  ['a logo that is not transparent', { files: { 'assets/logo.png': png(320, 2) } }, /transparent/],
];

describe('the rules catch', () => {
  test.each(BROKEN)('%s', (_, parts, fault) => {
    expect(faultsOf(packed(parts))).toContainEqual(expect.stringMatching(fault));
  });
});
