import { useWords } from '../../phrases.tsx';

/** A time as the author reads it, with how far off it is: "12:30 (in 1 hr)". */
export function useTimeWords(now: Date): (time: Date) => string {
  const { t, span, clockTime } = useWords();
  return (time) => {
    const clock = clockTime(time.toISOString(), now);
    const ms = time.getTime() - now.getTime();
    // To the minute, and not one too few because a second of it has gone by.
    const age = span(Math.ceil(Math.abs(ms) / 60_000) * 60_000);
    return t('post.clock', { clock, in: ms > 0 ? t('time.in', { age }) : t('time.ago', { age }) });
  };
}
