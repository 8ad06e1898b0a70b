import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, holdsReply, planSubmit, replaceReply } from '../../src/domain/draft.ts';
import { escapeHtml, visibleLines } from '../../src/domain/markup.ts';

// The same cases on every run; a failure can be repeated.
fc.configureGlobal({ seed: 20_261_123, numRuns: 300 });

const OLD = '<p>Hello Ana,</p><p>We are looking into the donation form.<br>More by 12:38.</p>';
const NEW = '<p>Hello Ana,</p><p>We found what is wrong with the donation form.</p>';
const draft: Draft = {
  ticket: 201,
  incident: 100,
  n: 2,
  stage: 'investigating',
  lines: visibleLines(OLD),
  before: { told: '', stage: '' },
  isMarked: true,
};

describe('a reply in a composer', () => {
  test('is recognised between the agent’s own words, and after the editor rewrote it', () => {
    expect(holdsReply(OLD, draft)).toBe(true);
    expect(holdsReply(`<p>Hi!</p>${OLD}<p>Mara</p>`, draft)).toBe(true);
    expect(holdsReply('<div>Hello Ana,<br>We are looking into the donation&nbsp;form.</div>', draft)).toBe(
      true,
    );
    expect(holdsReply('Hello Ana,\n\nWe are looking into the donation form.', draft)).toBe(true);
  });

  test('is recognised by any telling line that is left of it', () => {
    expect(holdsReply('<p>We are looking into the donation form.</p>', draft)).toBe(true);
  });

  test('is gone when only a greeting is left, or nothing', () => {
    expect(holdsReply('<p>Hello Ana,</p><p>Something else.</p>', draft)).toBe(false);
    expect(holdsReply('', draft)).toBe(false);
  });

  test('of short lines alone is recognised by those', () => {
    expect(holdsReply('<p>All fixed!</p>', { lines: ['All fixed!'] })).toBe(true);
    expect(holdsReply('<p>Hi</p>', { lines: [] })).toBe(false);
  });
});

describe('replacing an old reply', () => {
  test('puts the new one in its place, between the agent’s words', () => {
    expect(replaceReply(`<p>Hi!</p>${OLD}<p>Mara</p>`, draft, NEW)).toBe(`<p>Hi!</p>${NEW}<p>Mara</p>`);
  });

  test('leaves nothing of the old one', () => {
    const html = replaceReply(OLD, draft, NEW);
    expect(html).toBe(NEW);
    expect(holdsReply(html ?? '', draft)).toBe(false);
  });

  test('keeps words that the agent wrote into the middle of it', () => {
    const html =
      '<p>Hello Ana,</p><p>I am sorry.</p><p>We are looking into the donation form.<br>More by 12:38.</p>';
    expect(visibleLines(replaceReply(html, draft, NEW) ?? '')).toContain('I am sorry.');
  });

  test('is not tried when the agent joined their words with it', () => {
    const html = '<p>We are looking into the donation form.<br>And I feed your cat.</p>';
    expect(replaceReply(html, draft, NEW)).toBeUndefined();
    expect(replaceReply(`<p>Hello Ana,</p>${html}`, draft, NEW)).toBeUndefined();
  });

  test('is not tried when nothing of it is there', () => {
    expect(replaceReply('<p>Something else.</p>', draft, NEW)).toBeUndefined();
  });

  test('works on bare lines, as a composer without rich text has them', () => {
    expect(
      replaceReply('Hello Ana,<br>We are looking into the donation form.<br>Mara', draft, NEW),
    ).toContain('Mara');
  });

  test('never loses a word of the agent’s', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const wrap = fc.constantFrom<(text: string) => string>(
      (text) => `<p>${escapeHtml(text)}</p>`,
      (text) => `<div><b>${escapeHtml(text)}</b></div>`,
      (text) => `<h2>${escapeHtml(text)}</h2>`,
      (text) => `<ul><li>${escapeHtml(text)}</li></ul>`,
      (text) => `${escapeHtml(text)}<br>`,
      (text) => `<div><p>${escapeHtml(text)}</p></div>`,
      (text) => `<p>${text.replace(/[<>&]/g, '< ')}</p>`, // An editor that does not escape.
    );
    const own = fc.array(
      fc.tuple(word, wrap).map(([text, into]) => into(text)),
      { maxLength: 4 },
    );
    const ours = new Set(draft.lines);
    fc.assert(
      fc.property(own, own, (before, after) => {
        const words = [...before, ...after].flatMap(visibleLines).filter((line) => !ours.has(line));
        const html = replaceReply(before.join('') + OLD + after.join(''), draft, NEW);
        if (html === undefined) return;
        const left = visibleLines(html).join('\n');
        for (const line of words) expect(left).toContain(line);
        expect(html).toContain(NEW);
      }),
    );
  });

  test('keeps a lone angle bracket', () => {
    expect(replaceReply(`<p>Hi</p>${OLD}3 < 5`, draft, NEW)).toBe(`<p>Hi</p>${NEW}3 < 5`);
  });

  test('does not take ages over a composer full of open tags', () => {
    expect(replaceReply('<p>'.repeat(20_000), draft, NEW)).toBeUndefined();
  });
});

describe('submitting', () => {
  const composer = { html: OLD, isPublic: true };

  test('passes when no reply of ours is in play', () => {
    expect(planSubmit(undefined, composer, { newest: 3 }, undefined)).toEqual({ do: 'pass' });
  });

  test('passes with the newest reply', () => {
    expect(planSubmit({ ...draft, n: 3 }, composer, { newest: 3 }, undefined)).toEqual({ do: 'pass' });
  });

  test('is stopped once with a reply that has grown old', () => {
    expect(planSubmit(draft, composer, { newest: 3 }, undefined)).toEqual({
      do: 'stop',
      because: 'old',
      held: 2,
      newest: 3,
    });
    expect(planSubmit(draft, composer, { newest: 3 }, 'old/3')).toEqual({ do: 'pass' });
  });

  test('is stopped again when yet another update came', () => {
    expect(planSubmit(draft, composer, { newest: 4 }, 'old/3')).toEqual({
      do: 'stop',
      because: 'old',
      held: 2,
      newest: 4,
    });
  });

  test('passes when nobody could be asked which update is the newest', () => {
    expect(planSubmit(draft, composer, {}, undefined)).toEqual({ do: 'pass' });
  });

  test('takes the mark back when the reply was deleted or became an internal note', () => {
    expect(planSubmit(draft, { html: '<p>No.</p>', isPublic: true }, { newest: 2 }, undefined)).toEqual({
      do: 'unmark',
    });
    expect(planSubmit(draft, { html: OLD, isPublic: false }, { newest: 3 }, undefined)).toEqual({
      do: 'unmark',
    });
  });

  test('has no mark to take back when none was set', () => {
    const unmarked = { ...draft, isMarked: false };
    expect(planSubmit(unmarked, { html: '', isPublic: true }, { newest: 3 }, undefined)).toEqual({
      do: 'pass',
    });
  });
});
