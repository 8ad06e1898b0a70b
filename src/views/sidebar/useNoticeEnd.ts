import { useEffect } from 'react';
import type { Incident } from '../../domain/incident.ts';
import type { Ports } from '../../ports.ts';
import { useTask } from '../useTask.ts';

export type NoticeEnd =
  | { readonly state: 'none' }
  | { readonly state: 'closing' }
  /** Customers see it until then, or it was seen to be gone. */
  | { readonly state: 'until' | 'gone'; readonly at: string }
  | { readonly state: 'stuck'; readonly error: unknown; readonly again: () => void };

/** What comes at the end of a notice's hour: nobody sees it any more, and whoever looks puts article and guide away. */
export function useNoticeEnd(
  { broadcasting, browser }: Ports,
  { id, notice }: Incident,
  now: Date,
  refresh: () => Promise<void>,
): NoticeEnd {
  const until = notice?.until;
  const { task, run } = useTask(async () => {
    const giveBack = await browser.take(`notice.${id}`);
    if (!giveBack) return; // another tab is at it
    try {
      const [services, { closeNotice }] = await Promise.all([
        broadcasting(),
        import('../../actions/closeNotice.ts'),
      ]);
      await closeNotice(services, id);
      await refresh();
    } finally {
      giveBack();
    }
  });
  const isOver = until !== undefined && Date.parse(until) <= now.getTime();
  const isWanted = isOver && notice?.gone === undefined;
  // Once for each end: what did not work is for a person to try again.
  useEffect(() => {
    if (isWanted) void run();
  }, [isWanted, run]);

  if (until === undefined) return { state: 'none' };
  if (!isOver) return { state: 'until', at: until };
  if (!isWanted) return { state: 'gone', at: until };
  if (task.state === 'failed') return { state: 'stuck', error: task.error, again: () => void run() };
  return { state: 'closing' };
}
