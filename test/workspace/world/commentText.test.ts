import { describe, expect, test } from 'vitest';
import { htmlOfText, keptBody, keptHtml, textOfHtml } from './commentText.ts';

const fill = (name: string) => ({ 'ticket.id': '7', 'ticket.requester.name': 'A & B' })[name];

describe('A plain body', () => {
  test('loses its HTML', () => {
    expect(keptBody('Hi <b>you</b><script>x</script> 1 < 2', fill)).toBe('Hi youx 1 < 2');
  });

  test('has its runs of spaces and of newlines collapsed, unless a blank line holds a space', () => {
    expect(keptBody('a   b\n\n\nc\n \nd', fill)).toBe('a b\nc\n \nd');
  });

  test('has known placeholders filled in, unknown ones stripped, escaped ones kept', () => {
    expect(keptBody('{{ticket.id}}|{{ ticket.id }}|{{fake}}|\\{{ticket.id}}|{{Ticket.id}}', fill)).toBe(
      '7|7||{{ticket.id}}|',
    );
  });

  test('keeps Liquid control tags as text', () => {
    expect(keptBody('{% if x %}a{% endif %}', fill)).toBe('{% if x %}a{% endif %}');
  });

  test('is cut silently at 64 kB, never in the middle of a character', () => {
    const kept = keptBody('é'.repeat(40_000), fill);
    expect(new TextEncoder().encode(kept).length).toBeLessThanOrEqual(65_536);
    expect(kept).toBe('é'.repeat(32_768));
    expect(keptBody(`a${'é'.repeat(40_000)}`, fill)).toBe(`a${'é'.repeat(32_767)}`);
  });
});

describe('An HTML body', () => {
  test('escapes what placeholders bring, and leaves code alone', () => {
    expect(keptHtml('<p>{{ticket.requester.name}} {{x}}</p><code>{{ticket.id}}</code>', fill)).toBe(
      '<p>A &amp; B </p><code>{{ticket.id}}</code>',
    );
  });

  test('loses scripts, handlers and addresses that run code', () => {
    const html =
      '<p onclick="x()">a<script>bad()</script><img src="x" onerror="y()"><a href="javascript:z()">b</a><a href="https://x.example">c</a></p>';
    expect(keptHtml(html, fill)).toBe('<p>a<img><a>b</a><a href="https://x.example">c</a></p>');
  });

  test('reads as plain text with its lines', () => {
    expect(textOfHtml('<p>Hello,</p><p>one<br>two &lt;3 &#8217;</p>')).toBe('Hello,\none\ntwo <3 ’');
  });
});

test('plain text becomes paragraphs in which nothing runs', () => {
  expect(htmlOfText('a <b>\nb\n \nc')).toBe(
    '<div class="zd-comment" dir="auto"><p dir="auto">a &lt;b&gt;<br>b</p><p dir="auto">c</p></div>',
  );
});
