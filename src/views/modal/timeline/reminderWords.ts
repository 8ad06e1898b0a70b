import type { ReminderEntry } from '../../../domain/reminderEntry.ts';
import type { Words } from '../../phrases.tsx';
import type { EntryWords, TimeOf } from './wordsOfEntry.ts';

/** A reminder in words: who put it off, until when and why, or how the team's chat fared with it. */
export function reminderWords(
  entry: ReminderEntry,
  { t }: Words,
  timeOf: TimeOf,
): Pick<EntryWords, 'heading' | 'said' | 'facts'> {
  const promised = { text: t(`remind.entry.${entry.what}`, { time: timeOf(entry.due) }) };
  if (entry.kind === 'reminded')
    return {
      heading: t(`remind.entry.${entry.outcome}`),
      said: [],
      facts: [{ ...promised, weight: entry.outcome === 'told' ? undefined : 'trouble' }],
    };
  return {
    heading: t('remind.entry.snoozed'),
    said: [entry.reason],
    facts: [promised, { text: t('remind.entry.until', { time: timeOf(entry.until) }) }],
  };
}
