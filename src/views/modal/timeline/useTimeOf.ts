import { useMemo } from 'react';
import { useWords } from '../../phrases.tsx';
import type { TimeOf } from './wordsOfEntry.ts';

/** Moments as this agent's browser has them, and the name of its time zone. */
export function useTimeOf(): { readonly timeOf: TimeOf; readonly zone: string } {
  const { locale } = useWords();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: 'numeric',
      minute: '2-digit',
    });
    const zone = format.resolvedOptions().timeZone.replaceAll('_', ' ');
    return { timeOf: (iso) => format.format(new Date(iso)), zone };
  }, [locale]);
}
