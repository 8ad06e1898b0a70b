import type { Incident } from './incident.ts';

/** What is said in each reader's language without anybody writing it. */
export interface StandingWords {
  /** Said by an update without change. */
  readonly noNews: string;
  /** Said once the time given for the fix has passed, without a new one. */
  readonly etaPassed: string;
  /** The same beside a new one. */
  readonly etaMoved: string;
}

/** Those sentences that an update says of itself. */
export function standingSentences({ update, eta }: Incident, words: StandingWords): string[] {
  const { noNews, etaPassed, etaMoved } = words;
  return [...(update?.noNews ? [noNews] : []), ...(update?.etaPassed ? [eta ? etaMoved : etaPassed] : [])];
}
