import { format as formatByNode } from 'node:url';
import { expect, test } from 'vitest';
import { toDocument } from '../../../src/adapters/jira/adf.ts';
import { labelOf, toJql } from '../../../src/adapters/jira/jql.ts';
import { format } from '../../../src/adapters/jira/nodeless/url.ts';
import { tidy, toLine } from '../../../src/adapters/jira/texts.ts';
import { escapeWiki, toWiki } from '../../../src/adapters/jira/wiki.ts';
import type { IssueText } from '../../../src/domain/issue.ts';
import { HOSTILE } from '../../domain/hostile.ts';

const textsOf = (text: IssueText) =>
  toDocument(text).content.flatMap(({ content }) =>
    content.flatMap((node) => (node.type === 'text' ? [node.text] : [])),
  );

test('paragraphs, lines, strong words and links become a document', () => {
  const document = toDocument([
    [{ text: 'Impact', isStrong: true }, { text: '36 tickets' }],
    [{ text: 'Zendesk #3024', href: 'https://acme.zendesk.com/agent/tickets/3024' }],
  ]);
  expect(document).toEqual({
    type: 'doc',
    version: 1,
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Impact', marks: [{ type: 'strong' }] },
          { type: 'hardBreak' },
          { type: 'text', text: '36 tickets' },
        ],
      },
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'Zendesk #3024',
            marks: [{ type: 'link', attrs: { href: 'https://acme.zendesk.com/agent/tickets/3024' } }],
          },
        ],
      },
    ],
  });
});

test('nothing at all is still a document, without an empty text', () => {
  for (const text of [[], [[]], [[{ text: '' }]], [[{ text: ' \n\t' }], [{ text: '\u0000' }]]])
    expect(toDocument(text)).toEqual({
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [] }],
    });
});

test(`${HOSTILE.length} hostile texts stand in a document as what they are, without controls or empty texts`, () => {
  for (const { name, text } of HOSTILE) {
    const found = textsOf([[{ text }, { text: 'after' }]]);
    expect(found.at(-1), name).toMatch(/after$|…$/);
    for (const each of found) {
      expect(each, name).toMatch(/\S/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(each, name).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\ufffe\uffff\u2028\u2029]/);
      expect(each.isWellFormed(), name).toBe(true);
    }
    expect(found.join('').length, name).toBeLessThanOrEqual(20_000);
  }
});

test('a link that leads anywhere but to a page stays plain words', () => {
  for (const href of [
    'javascript:alert(1)',
    'data:text/html,x',
    'http://acme.example',
    'https://',
    '//x.example',
  ])
    expect(tidy([[{ text: 'open', href }]])[0]?.[0]?.href).toBeUndefined();
});

test('the lines that a person wrote stay lines', () => {
  expect(textsOf([[{ text: 'one\r\ntwo\n\n three' }]])).toEqual(['one', 'two', ' three']);
});

test(`${HOSTILE.length} hostile texts hold no markup for Data Center`, () => {
  for (const { name, text } of HOSTILE) {
    for (const line of text.split(/[\r\n\u2028\u2029]/)) {
      const left = escapeWiki(line)
        .replace(/\\[^a-z0-9\s]/gi, '')
        .replace(/&#92;/g, '');
      expect(left, name).not.toMatch(/[\\[\]{}()*_\-+^~?!|#]/);
      expect(left, name).not.toMatch(/^\s*(h[1-6]|bq)\./i);
    }
  }
});

test.each([
  ['{code}x{code}', '\\{code\\}x\\{code\\}'],
  ['[~admin] !x.png!', '\\[\\~admin\\] \\!x.png\\!'],
  ['h1. Big', 'h1\\. Big'],
  ['bq. said', 'bq\\. said'],
  ['C:\\temp', 'C:&#92;temp'],
  ['* not a list', '\\* not a list'],
  ['nothing to see', 'nothing to see'],
])('%s reads for Data Center as itself', (text, wiki) => {
  expect(escapeWiki(text)).toBe(wiki);
});

test('our own strong words and links are markup there', () => {
  expect(
    toWiki([
      [
        { text: 'a*b', isStrong: true },
        { text: 'x|y', href: 'https://a.example/p?q=[1]|2' },
      ],
    ]),
  ).toBe('*a\\*b*\n[x\\|y|https://a.example/p?q=[1%5D%7C2]');
});

test('a summary is one line of at most 255 characters, and no sign is cut in two', () => {
  for (const { name, text } of HOSTILE) {
    const line = toLine(text);
    expect(line.length, name).toBeLessThanOrEqual(255);
    expect(line, name).not.toMatch(/[\r\n]/);
    expect(line.isWellFormed(), name).toBe(true);
  }
  expect(toLine(`${'a'.repeat(253)}👩‍👩‍👧 and more`)).toBe(`${'a'.repeat(253)}…`);
});

test(`${HOSTILE.length} hostile texts ask Jira for words and nothing else`, () => {
  const form =
    /^project = "PAY" AND summary ~ "[\p{L}\p{M}\p{N}]+( [\p{L}\p{M}\p{N}]+)*" ORDER BY updated DESC$/u;
  for (const { name, text } of HOSTILE) {
    const jql = toJql(text, 'PAY');
    if (jql !== undefined) expect(jql, name).toMatch(form);
  }
  expect(toJql('project = PAY) OR "x\\" AND NOT y*', 'PAY')).toBe(
    'project = "PAY" AND summary ~ "project pay or x and not y" ORDER BY updated DESC',
  );
  expect(toJql(' "\\ * ', 'PAY')).toBeUndefined();
});

test('a label has no blanks, whatever the account is called', () => {
  expect(labelOf({ account: 'Harbor-Gifts', incident: 3024 })).toBe('allclear-harbor-gifts-3024');
  for (const { text } of HOSTILE)
    expect(labelOf({ account: text, incident: 1 })).toMatch(/^allclear-[a-z0-9-]*-1$/);
});

test('what takes the place of Node’s url makes the addresses that Node makes', () => {
  const base = { protocol: 'https', hostname: 'api.atlassian.com' };
  for (const rest of [
    { pathname: '/ex/jira/1-2/rest/api/3/issue/PAY-1' },
    { pathname: '/jira/rest/api/2/issue', port: '8443' },
    {
      pathname: '/rest/api/3/issue/1',
      port: null,
      query: { expand: '', fields: 'a,b', fieldsByKeys: false },
    },
    { pathname: '/rest/api/3/x', query: { globalId: 'system=https://a.zendesk.com&ticket=1', n: 2 } },
    { pathname: '/rest/api/3/a?b#c' },
  ])
    expect(decodeURIComponent(format({ ...base, ...rest }))).toBe(
      decodeURIComponent(formatByNode({ ...base, ...rest })),
    );
});
