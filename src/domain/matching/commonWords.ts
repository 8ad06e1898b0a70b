import type { Features } from './features.ts';
import type { Worth } from './likeness.ts';

const MOST_WORDS = 6;
// A word is theirs in common when so many of them say it.
const SHARED_BY = 0.4;

/** What most of these texts say, the most telling first, as most of their authors write it. */
export function commonWords(texts: readonly Features[], worth: Worth): string[] {
  const written = new Map<string, Map<string, number>>();
  for (const { terms } of texts)
    for (const [term, word] of terms) {
      const forms = written.get(term) ?? new Map<string, number>();
      written.set(term, forms.set(word.toLowerCase(), (forms.get(word.toLowerCase()) ?? 0) + 1));
    }
  const countOf = (forms: Map<string, number>) => [...forms.values()].reduce((sum, count) => sum + count, 0);
  const own = [...written]
    .map(([term, forms]) => ({ forms, count: countOf(forms), worth: countOf(forms) * worth(term) }))
    .filter(({ count }) => count > 1 && count >= texts.length * SHARED_BY)
    .sort((a, b) => b.worth - a.worth);
  return own.slice(0, MOST_WORDS).flatMap(({ forms }) => mostUsed(forms) ?? []);
}

const mostUsed = (forms: Map<string, number>) => [...forms].sort((a, b) => b[1] - a[1])[0]?.[0];
