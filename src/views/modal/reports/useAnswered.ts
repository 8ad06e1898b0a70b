import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Answers, countAnswers } from '../../../actions/countAnswers.ts';
import { type AnswersRead, readAnswers } from '../../../actions/readAnswers.ts';
import type { Answer, Wrote } from '../../../domain/answers.ts';
import type { Incident } from '../../../domain/incident.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { BroadcastPorts } from '../../../ports/batches.ts';
import { useTask } from '../../useTask.ts';

export interface AnsweredList {
  /** By ticket: what they have said, where that was read. Absent until it is known who has answered. */
  readonly found: ReadonlyMap<TicketId, Wrote | Answer> | undefined;
  readonly answers: Answers | undefined;
  readonly read: AnswersRead | undefined;
  readonly state: 'idle' | 'running' | 'done' | 'failed';
  readonly error?: unknown;
  readonly again: () => void;
}

// A request each: what the newest of them say is worth a third of a minute's share.
const MOST_READ = 30;

/** Who has answered the newest update, found out when somebody first wants to know. */
export function useAnswered(
  ports: Pick<BroadcastPorts, 'batches' | 'clock' | 'settings'>,
  incident: Incident,
  isWanted: boolean,
): AnsweredList {
  const [answers, setAnswers] = useState<Answers>();
  const [read, setRead] = useState<AnswersRead>();
  const isGone = useRef(false);
  const { task, run } = useTask(async () => {
    const isStopped = () => isGone.current;
    const counted = await countAnswers(ports, incident, { onPage: setAnswers, isStopped });
    await readAnswers(ports, incident, counted.replied, { most: MOST_READ, onRead: setRead, isStopped });
  });
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  useEffect(() => {
    if (isWanted && task.state === 'idle') void run();
  }, [isWanted, task.state, run]);
  const found = useMemo(() => {
    if (!answers) return undefined;
    const said = new Map(read?.answers.map((answer) => [answer.id, answer]));
    const replied = answers.replied.filter(({ id }) => !read?.none.has(id));
    return new Map<TicketId, Wrote | Answer>(replied.map((each) => [each.id, said.get(each.id) ?? each]));
  }, [answers, read]);
  return {
    found,
    answers,
    read,
    state: task.state,
    error: task.state === 'failed' ? task.error : undefined,
    again: useCallback(() => void run(), [run]),
  };
}
