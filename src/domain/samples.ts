import type { SurveyRow } from './survey.ts';

/**
 * Reports to read before everybody is told: as different as can be, a new language before a new time zone, else in the
 * order of the list.
 */
export function chooseSamples(rows: readonly SurveyRow[], most: number): SurveyRow[] {
  const seen = TRAITS.map(() => new Set<unknown>());
  const novelty = (row: SurveyRow) =>
    TRAITS.reduce((sum, { of, weight }, index) => sum + (seen[index]?.has(of(row)) ? 0 : weight), 0);
  const left = rows.filter(({ fate }) => fate === 'tell');
  const chosen: SurveyRow[] = [];
  while (chosen.length < most) {
    const [first] = left.splice(mostNovel(left, novelty), 1);
    if (!first) break;
    chosen.push(first);
    for (const [index, { of }] of TRAITS.entries()) seen[index]?.add(of(first));
  }
  return chosen;
}

const TRAITS: readonly { readonly of: (row: SurveyRow) => unknown; readonly weight: number }[] = [
  { of: ({ language }) => language, weight: 8 },
  { of: ({ missing }) => missing, weight: 4 },
  { of: ({ first }) => first !== undefined, weight: 2 },
  { of: ({ timeZone }) => timeZone, weight: 1 },
];

function mostNovel(rows: readonly SurveyRow[], novelty: (row: SurveyRow) => number): number {
  let best = 0;
  let most = -1;
  for (const [index, row] of rows.entries()) {
    const score = novelty(row);
    if (score > most) [best, most] = [index, score];
  }
  return best;
}
