import { useEffect, useState } from 'react';
import type { Answers } from '../../actions/countAnswers.ts';
import type { AnswersRead } from '../../actions/readAnswers.ts';
import { type Incident, newestUpdate } from '../../domain/incident.ts';
import type { Ports } from '../../ports.ts';

export interface Answered {
  readonly answers?: Answers;
  /** After *resolved*: what the newest of them have said. */
  readonly read?: AnswersRead;
  readonly error?: unknown;
}

// What an agent looks for first comes first.
const FIRST_MS = 2_000;
const BETWEEN_MS = 5 * 60_000;
// The sidebar is looked at often and by many; the list of reports counts them all.
const MOST_PAGES = 3;
const MOST_READ = 10;
// Whoever writes after that writes about something else.
const LONGEST_MS = 72 * 3_600_000;

/** Who has answered the newest update, counted now and every few minutes while somebody may be reading. */
export function useAnswers(
  { clock, broadcasting }: Pick<Ports, 'clock' | 'broadcasting'>,
  incident: Incident,
): Answered {
  const [answered, setAnswered] = useState<Answered>({});
  const n = newestUpdate(incident);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew for another update, not at every look
  useEffect(() => {
    let isOver = n === 0 || clock.now().getTime() - Date.parse(incident.update?.at ?? '') > LONGEST_MS;
    setAnswered({});
    async function count() {
      const [ports, { countAnswers }, { readAnswers }] = await Promise.all([
        broadcasting(),
        import('../../actions/countAnswers.ts'),
        import('../../actions/readAnswers.ts'),
      ]);
      const isStopped = () => isOver;
      const answers = await countAnswers(ports, incident, { mostPages: MOST_PAGES, isStopped });
      if (incident.stage !== 'resolved') return { answers };
      const read = await readAnswers(ports, incident, answers.replied, { most: MOST_READ, isStopped });
      return { answers, read };
    }
    async function keepCounting() {
      await clock.pause(FIRST_MS);
      while (!isOver) {
        if (!isHidden()) {
          const next = await count().catch((error: unknown) => ({ error }));
          if (!isOver) setAnswered((before) => ({ ...before, error: undefined, ...next }));
        }
        await clock.pause(BETWEEN_MS);
      }
    }
    if (!isOver) void keepCounting();
    return () => {
      isOver = true;
    };
  }, [clock, broadcasting, incident.id, n]);
  return answered;
}

// The frame of a ticket behind another tab has no size.
const isHidden = () => document.hidden || window.innerWidth === 0;
