import { useMemo } from 'react';
import { useWords } from '../../phrases.tsx';
import type { TimeOf } from './wordsOfEntry.ts';

/** Moments as this agent's browser has them, and the name of its time zone. */
export function useTimeOf(): { readonly timeOf: TimeOf; readonly zone: string } {
  const { locale } = useWords();
  return useMemo(() => {
    const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
    const short = new Intl.DateTimeFormat(locale, clock);
    const long = new Intl.DateTimeFormat(locale, {
      ...clock,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
    });
    const zone = long.resolvedOptions().timeZone.replaceAll('_', ' ');
    const timeOf: TimeOf = (iso, beside) => {
      const time = new Date(iso);
      const isSameDay = beside !== undefined && new Date(beside).toDateString() === time.toDateString();
      return (isSameDay ? short : long).format(time);
    };
    return { timeOf, zone };
  }, [locale]);
}
