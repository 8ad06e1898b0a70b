import MiniSearch from 'minisearch';
import type { Incident } from './incident.ts';
import type { TicketId } from './ticket.ts';

/** An incident with the words it shares with a ticket, as the ticket writes them; the best match comes first. */
export interface Match {
  readonly incident: Incident;
  /** Empty when nothing speaks for it. */
  readonly words: readonly string[];
  readonly isLikely: boolean;
}

interface Candidate {
  readonly incident: Incident;
  /** Subjects of tickets lately attached to it: how customers put it, in their languages. */
  readonly recent?: readonly string[] | undefined;
}

// Two shared words that carry meaning, or one as telling as an error code, make a match worth pointing at.
const LIKELY_SCORE = 6;
const MOST_WORDS_SHOWN = 4;

/** Ranks active incidents for a ticket. Incidents that nothing speaks for keep their order behind the others. */
export function rankIncidents(text: string, candidates: readonly Candidate[]): Match[] {
  const search = new MiniSearch<{ id: TicketId; title: string; symptoms: string; recent: string }>({
    fields: ['title', 'symptoms', 'recent'],
    processTerm: toTerm,
    searchOptions: {
      boost: { title: 2, symptoms: 1.5 },
      prefix: (term) => term.length > 4,
      fuzzy: fuzziness,
    },
  });
  search.addAll(
    candidates.map(({ incident: { id, title, symptoms }, recent }) => ({
      id,
      title,
      symptoms,
      recent: recent?.join('\n') ?? '',
    })),
  );
  const found = new Map(
    search.search(text.slice(0, LONGEST_QUERY)).map((result) => [result.id as TicketId, result]),
  );
  const best = Math.max(0, ...[...found.values()].map(({ score }) => score));
  return candidates
    .map(({ incident }, order) => {
      const result = found.get(incident.id);
      const score = result?.score ?? 0;
      const words = result ? wordsOf(text, result.queryTerms) : [];
      return { order, score, match: { incident, words, isLikely: score === best && isLikely(score, words) } };
    })
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ match }) => match);
}

export const LONGEST_QUERY = 4_000;

/** Whether what two texts share is worth pointing at. */
export function isLikely(score: number, words: readonly string[]): boolean {
  return words.length >= 2 || (score >= LIKELY_SCORE && words.length > 0);
}

export function fuzziness(term: string): number | boolean {
  return /\d/.test(term) || term.length < 5 ? false : 0.2;
}

// Words that say nothing about what is broken, in the languages of our texts.
const SILENT = new Set(
  (
    'the and for you your our are was with that this have has had not but from can cannot could please thanks thank hello ' +
    'hey dear help need when what why how get got just since today again still been they them there here would about after ' +
    'los las una que con por para del esta este como pero mas muy hola gracias favor desde cuando hay sus ' +
    'les des une est pas pour dans avec sur bonjour merci depuis vous nous mon mes ' +
    'und der die das ist nicht ein eine ich wir sie mit auf bei hallo danke bitte seit ' +
    'uma não nao com meu minha olá ola obrigado desde'
  ).split(' '),
);

/** A word as it is compared; `null` for one that says nothing about what is broken. */
export function toTerm(term: string): string | null {
  const plain = term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  // Scripts without spaces between words put much into two signs.
  const isShort = plain.length < 3 && /^[\p{Script=Latin}\d]+$/u.test(plain);
  return isShort || SILENT.has(plain) ? null : plain;
}

/** The words behind these terms as the text's author wrote them, in its order; the first few. */
export function wordsOf(text: string, terms: readonly string[]): string[] {
  const wanted = new Set(terms);
  const seen = new Set<string>();
  const words: string[] = [];
  for (const word of text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    const term = toTerm(word);
    if (!term || seen.has(term) || !wanted.has(term)) continue;
    seen.add(term);
    words.push(word.toLowerCase());
  }
  return words.slice(0, MOST_WORDS_SHOWN);
}
