import { describe, expect, test } from 'vitest';
import type { ClaimRefusal } from '../../src/actions/claimUpdate.ts';
import { explainHidden, explainRefusal, explainRefusedPost } from '../../src/views/explainRefusal.ts';
import { createWords } from '../../src/views/phrases.tsx';
import ar from '../../translations/ar.json' with { type: 'json' };
import en from '../../translations/en.json' with { type: 'json' };
import es from '../../translations/es.json' with { type: 'json' };

const REFUSALS: ClaimRefusal[] = [
  { because: 'light agent' },
  { because: 'restricted agent' },
  { because: 'role', role: 'Tier 1', lacks: 'edit tickets' },
  { because: 'role', role: 'Tier 1', lacks: 'edit in bulk' },
  { because: 'role', role: 'Tier 1', lacks: 'answer in public' },
  { because: 'role', role: 'Tier 1', lacks: 'see all tickets' },
  { because: 'not in group', group: 'Incident leads' },
  { because: 'no such group', group: 'Incident leads' },
  { because: 'zendesk' },
  { because: 'zendesk', detail: 'You do not have access' },
  { because: 'incident over' },
  { because: 'incident closed' },
  { because: 'record' },
];

describe.each([
  ['en', en.phrases],
  ['es', es.phrases],
  ['ar', ar.phrases],
] as const)('in %s', (language, phrases) => {
  const words = createWords(language, phrases);

  test('every refusal has a sentence of its own, with its names filled in', () => {
    const said = REFUSALS.map((refusal) => explainRefusal(refusal, words));
    expect(new Set(said).size).toBe(REFUSALS.length);
    for (const [index, text] of said.entries()) {
      expect(text).toMatch(/\S+ \S+.*[.!؟]$/);
      expect(text).not.toMatch(/refusal\.\w|\{\w+\}|undefined/);
      const { role, group, detail } = REFUSALS[index] as Record<string, string>;
      expect(text).toContain(role ?? group ?? detail ?? '');
    }
  });

  test('hidden tickets are counted, and not mentioned where there are none', () => {
    expect(explainHidden(0, words)).toBeUndefined();
    for (const count of [1, 2, 7, 20]) expect(explainHidden(count, words)).not.toMatch(/\{|refusal\./);
    expect(explainHidden(7, words)).toContain(new Intl.NumberFormat(language).format(7));
  });
});

test('after a press it says first that nothing was posted', () => {
  expect(explainRefusedPost({ because: 'record' }, createWords('en', en.phrases))).toMatch(
    /^Nothing was posted, and nobody was told anything\. The incident’s record/,
  );
});
