import { Liquid } from 'liquidjs';
import { describe, expect, test } from 'vitest';
import { parseTemplate, toParagraphs } from '../../src/domain/template.ts';
import { strayMarkup } from './strayMarkup.ts';

const fill = (text: string, values: object = {}, isHtml = false) => parseTemplate(text, isHtml).fill(values);
const MARKUP = '<img src=x onerror=alert(1)>';

describe('a template', () => {
  test('puts values where they belong', () => {
    expect(fill('Hello {{ customer.name }}!', { customer: { name: 'Ana' } })).toBe('Hello Ana!');
  });

  test('can leave a sentence out', () => {
    const text = '{% if eta != "" %}Fixed by {{ eta }}.{% endif %}';
    expect(fill(text, { eta: '13:30' })).toBe('Fixed by 13:30.');
    expect(fill(text, { eta: '' })).toBe('');
  });

  test('escapes every value', () => {
    expect(fill('{{ x }}', { x: MARKUP })).toBe('&#60;img src=x onerror=alert(1)&#62;');
  });

  test('with a misspelt name is an error, not a hole in a customer’s mail', () => {
    expect(() => fill('Hello {{ custmer.name }}', { customer: { name: 'Ana' } })).toThrow(/custmer/);
  });

  test('with a filter nobody knows, or with broken Liquid, says where it is broken', () => {
    expect(() => fill('{{ x | shout }}', { x: 1 })).toThrow(/shout/);
    expect(() => parseTemplate('{% if x %}never ends')).toThrow(/line:1/);
  });

  test('reads own properties only', () => {
    expect(() => fill('{{ x.constructor }}', { x: {} })).toThrow(/constructor/);
  });

  test('can load no other template', () => {
    expect(() => fill('{% include "passwd" %}')).toThrow(/passwd/);
    expect(() => fill('{% render "passwd" %}')).toThrow(/passwd/);
  });

  test('that never ends is stopped', () => {
    expect(() => fill('{% for i in (1..100000000) %}x{% endfor %}')).toThrow(/memory|render/);
  });

  test('escapes a value whatever tag or filter it goes through', () => {
    const tags = [
      '{% echo x %}',
      '{% echo x | raw %}',
      '{% cycle x, x %}',
      '{% liquid echo x %}',
      '{% capture y %}{{ x }}{% endcapture %}{{ y | raw }}',
      '{% assign y = x | append: x %}{{ y }}',
      '{% for y in (1..2) %}{{ x }}{% endfor %}',
    ];
    for (const tag of tags) expect(strayMarkup(fill(tag, { x: MARKUP })), tag).toEqual([]);
  });

  test('escapes a value whatever filter comes last', () => {
    const filters = Object.keys(new Liquid().filters);
    expect(filters.length).toBeGreaterThan(40);
    const rendered = filters.flatMap((filter) => {
      try {
        return [[filter, fill(`{{ x | ${filter}: "a", "b" }}`, { x: MARKUP })] as const];
      } catch {
        return []; // Some filters want a number, a list or a date, and say so.
      }
    });
    expect(rendered.length).toBeGreaterThan(20);
    for (const [filter, html] of rendered) expect(strayMarkup(html), filter).toEqual([]);
  });

  test('written as text shows its own signs as signs', () => {
    expect(fill('We <3 you & {{ x }} <b>{% if x < "z" %}yes{% endif %}', { x: 'a' })).toBe(
      'We &#60;3 you &#38; a &#60;b&#62;yes',
    );
  });

  test('written as HTML keeps its markup, and breaks the lines of a value', () => {
    expect(fill('<p>{{ x }}</p>', { x: 'one\n<b>' }, true)).toBe('<p>one<br>&#60;b&#62;</p>');
  });
});

describe('paragraphs', () => {
  test('are parted by blank lines', () => {
    expect(toParagraphs('one\ntwo\n\n \nthree\n')).toBe('<p>one<br>two</p><p>three</p>');
  });

  test('begin with a heading where the first line asks for one', () => {
    expect(toParagraphs('# We are on it\n\nHello')).toBe('<p><strong>We are on it</strong></p><p>Hello</p>');
    expect(toParagraphs('Hello\n\n# not a heading')).toBe('<p>Hello</p><p># not a heading</p>');
  });

  test('of nothing are nothing', () => {
    expect(toParagraphs(' \n \n')).toBe('');
  });
});
