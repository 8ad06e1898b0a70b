import { describe, expect, test } from 'vitest';
import { inMarkdown, quoted, toTable } from '../../src/domain/markdown.ts';
import { HOSTILE } from './hostile.ts';

describe('a person’s text in Markdown', () => {
  test.each([
    ['**bold** and _more_', '\\*\\*bold\\*\\* and \\_more\\_'],
    ['[click](javascript:alert(1))', '\\[click\\](javascript:alert(1))'],
    ['![x](http://evil.example/x.png)', '!\\[x\\](http://evil.example/x.png)'],
    ['<img src=x onerror=alert(1)> &lt;', '\\<img src=x onerror=alert(1)\\> \\&lt;'],
    ['# no heading', '\\# no heading'],
    ['- no list', '\\- no list'],
    ['1. no list', '1\\. no list'],
    ['a | b', 'a \\| b'],
    ['@channel', '&#64;channel'],
    ['two\nlines', 'two lines'],
    ['back\\slash `code`', 'back\\\\slash \\`code\\`'],
  ])('%o', (text, markdown) => {
    expect(inMarkdown(text)).toBe(markdown);
  });

  test('is quoted line by line, and empty lines stay part of the quotation', () => {
    expect(quoted('One\n\n> two\n---')).toBe('> One\n>\n> \\> two\n> \\---');
  });

  test(`opens no tag and leaves no cell, whatever it holds (${HOSTILE.length} texts)`, () => {
    for (const { text } of HOSTILE) {
      const line = inMarkdown(text);
      expect(line).not.toMatch(/(?<!\\)[<|]/);
      expect(line).not.toContain('\n');
      expect(toTable([['a'], [text]]).split('\n')).toHaveLength(3);
    }
  });
});
