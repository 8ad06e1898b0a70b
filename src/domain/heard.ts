import type { IncidentRecord, Receipt } from './record.ts';

type Heard = Pick<IncidentRecord, 'heard'>;

/** What is known of a channel once this receipt is written: what it was told, or where it stood as it would not take it. */
export function heardAfter({ heard = {} }: Heard, { channel, n, outcome }: Receipt): Heard {
  if (channel === 'tickets') return {}; // their ledgers say it, one by one
  if (outcome === 'told') return { heard: { ...heard, [channel]: n } };
  // It was there to be told this one; what came before it was there is no news.
  if (outcome === 'failed' && heard[channel] === undefined) return { heard: { ...heard, [channel]: n - 1 } };
  return {};
}

/**
 * What is known of the channels as their receipts go for a newer update. One that may have been told, or is being told just
 * now, counts as told: missing a text in a thread is better than reading it twice.
 */
export function heardBefore({ heard, receipts }: Pick<IncidentRecord, 'heard' | 'receipts'>): Heard {
  const maybe = receipts
    .filter(({ channel, outcome }) => channel !== 'tickets' && outcome !== 'failed' && outcome !== 'told')
    .map(({ channel, n }) => [channel, n] as const);
  return maybe.length > 0 ? { heard: { ...heard, ...Object.fromEntries(maybe) } } : {};
}
