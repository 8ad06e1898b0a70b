import { useEffect, useState } from 'react';

/** The present, to the second it matters in: ages and countdowns move without anybody asking Zendesk. */
export function useNow(now: () => Date, everyMs = 1_000): Date {
  const [present, setPresent] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setPresent(now()), everyMs);
    return () => clearInterval(timer);
  }, [now, everyMs]);
  return present;
}
