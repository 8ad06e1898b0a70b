import { expect, test } from 'vitest';
import { cut, escapeForSlack } from '../../src/domain/cut.ts';

test('a text that fits stays as it is', () => {
  expect(cut('Donors see an error.', 20)).toBe('Donors see an error.');
  expect(cut('', 5)).toBe('');
});

test('a longer one ends in an ellipsis, within what was allowed', () => {
  expect(cut('Donors see an error.', 12)).toBe('Donors see…');
  expect(cut('x'.repeat(100), 10)).toBe(`${'x'.repeat(9)}…`);
});

test('signs that Slack spells out count as what they become', () => {
  for (const text of ['<&>'.repeat(100), '&'.repeat(500), 'a<b&c>'.repeat(90)]) {
    const shortened = cut(text, 300);
    expect(escapeForSlack(shortened).length).toBeLessThanOrEqual(300);
    expect(escapeForSlack(shortened).length).toBeGreaterThan(290);
  }
});

test('no sign is cut in two', () => {
  for (let most = 2; most < 30; most++)
    expect(cut('👩🏽‍🚒🏳️‍🌈😀😀😀😀😀😀😀😀', most).isWellFormed()).toBe(true);
});

test('what is escaped calls nobody and shows as it was', () => {
  expect(escapeForSlack('<!channel> &amp; <@U1>')).toBe('&lt;!channel&gt; &amp;amp; &lt;@U1&gt;');
});
