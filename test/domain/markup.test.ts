import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, disarmPlaceholders, escapeHtml, visibleLines } from '../../src/domain/markup.ts';
import { HOSTILE } from './hostile.ts';
import { armedBraces, strayMarkup } from './strayMarkup.ts';

// The same cases on every run; a failure can be repeated.
fc.configureGlobal({ seed: 20_261_123, numRuns: 300 });

// Texts thick with the signs that matter, beside anything at all.
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('{', '}', '%', '<', '>', '&', '\n', 'a', ' ', '\u2060', '#'))
    .map((all) => all.join('')),
);

test('escaped text has nothing left that a browser takes for markup, and reads as before', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const html = escapeHtml(text);
      expect(strayMarkup(html)).toEqual([]);
      expect(html.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))).toBe(text);
    }),
  );
});

describe('placeholders', () => {
  test('no text keeps a brace pair that Zendesk would fill in', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(armedBraces(disarmPlaceholders(text))).toEqual([]);
      }),
    );
  });

  test('a disarmed text reads as before', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bare = (each: string) => each.replaceAll('\u2060', '');
        expect(bare(disarmPlaceholders(text))).toBe(bare(text));
      }),
    );
  });

  test('disarming twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = disarmPlaceholders(text);
        expect(disarmPlaceholders(once)).toBe(once);
      }),
    );
  });

  test('single braces and percent signs stay as they are', () => {
    expect(disarmPlaceholders('{a} 100% {b}')).toBe('{a} 100% {b}');
  });
});

describe('a text cleaned of what nobody sees', () => {
  test('keeps words, tabs and line breaks', () => {
    expect(cleanText(' Ana\tTorres\r\nMadrid\rSpain ')).toBe('Ana\tTorres\nMadrid\nSpain');
  });

  test('keeps emoji, accents and right-to-left words', () => {
    const text = '👩‍👩‍👧 Zoë é لا أستطيع';
    expect(cleanText(text)).toBe(text);
  });

  test('has no controls, changes of direction or half characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff]/u);
        expect(clean.isWellFormed()).toBe(true);
      }),
    );
  });

  test(`${HOSTILE.length} hostile texts are clean after one pass`, () => {
    for (const { name, text } of HOSTILE) expect(cleanText(cleanText(text)), name).toBe(cleanText(text));
  });
});

describe('what a reader sees of HTML', () => {
  test('is its lines, wherever the editor put the breaks', () => {
    const lines = ['Hello Ana,', 'we know what is wrong.'];
    expect(visibleLines('<p>Hello Ana,</p><p>we know what is wrong.</p>')).toEqual(lines);
    expect(visibleLines('<div dir="auto">Hello&nbsp;Ana,<br/>we   know what is wrong.</div>')).toEqual(lines);
    expect(visibleLines('Hello Ana,\n\nwe know what is wrong.\n')).toEqual(lines);
  });

  test('has its entities spelled out, whichever way they were written', () => {
    expect(visibleLines('&lt;b&gt; &#38; &#x26; &amp; &quot;&apos;&#39;')).toEqual(["<b> & & & \"''"]);
  });

  test('leaves an entity that nobody knows as it is', () => {
    expect(visibleLines('&constructor; &nope; &#x110000; &#9999999;')).toEqual([
      '&constructor; &nope; &#x110000; &#9999999;',
    ]);
  });

  test('holds no scripts and styles', () => {
    expect(visibleLines('<style>p{}</style><p>Hello</p><script>alert("x")</script>')).toEqual(['Hello']);
  });

  test('is the same before and after braces were disarmed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const html = escapeHtml(text);
        expect(visibleLines(disarmPlaceholders(html))).toEqual(visibleLines(html));
      }),
    );
  });

  test('of an escaped text is that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replace(/[\s\u2060]+/g, ' ').trim();
        expect(visibleLines(escapeHtml(plain))).toEqual(plain ? [plain] : []);
      }),
    );
  });
});
