import { useCallback, useEffect, useRef, useState } from 'react';
import { checkLinks, type LinksChecked } from '../../actions/checkLinks.ts';
import type { SyncedIssue, SyncProgress } from '../../actions/syncLinks.ts';
import { channelState } from '../../domain/channels.ts';
import { type Incident, newestUpdate } from '../../domain/incident.ts';
import { summaryOf } from '../../domain/telling.ts';
import type { Ports } from '../../ports.ts';
import { useTask } from '../useTask.ts';
import { whenAligned } from './alignLater.ts';
import { wasToldHere } from './toldHere.ts';

export interface Links {
  readonly checked?: LinksChecked | undefined;
  readonly checkError?: unknown;
  readonly progress?: SyncProgress | undefined;
  readonly synced?: SyncedIssue | undefined;
  readonly isRunning: boolean;
  readonly error?: unknown;
  /** Brings the links in line, and the newest update to the issue where it is missing. */
  readonly run: () => void;
}

// Whoever has told everyone goes on with Jira at once. Only when that tab is gone somebody else does, and not all together.
const SOONEST_MS = 30_000;
const SPREAD_MS = 60_000;

/** How the links and the newest update stand on the issue, and what this tab does about it. */
export function useLinks(
  ports: Ports,
  incident: Incident,
  mayTell: boolean,
  refresh: () => Promise<void>,
): Links {
  const { clock, browser, broadcasting } = ports;
  const n = newestUpdate(incident);
  const [check, setCheck] = useState<Pick<Links, 'checked' | 'checkError'>>({});
  const [progress, setProgress] = useState<SyncProgress>();
  const isOver = useRef(false);
  useEffect(() => {
    isOver.current = false;
    return () => {
      isOver.current = true;
    };
  }, []);

  const look = useCallback(
    async (of: Incident) => {
      await whenAligned(of.id);
      const next = await checkLinks(ports, of).then(
        (checked) => ({ checked }),
        (checkError: unknown) => ({ checkError }),
      );
      if (!isOver.current) setCheck((before) => ({ ...before, checkError: undefined, ...next }));
      return next;
    },
    [ports],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: at what may have changed the count, not at every look
  useEffect(
    () => void look(incident),
    [look, incident.id, incident.reports, n, summaryOf(incident) !== undefined],
  );

  const { task, run } = useTask(async () => {
    // Links behind another tab of this browser would only wait for the same limit.
    const giveBack = await browser.take(`issue.${incident.id}`);
    if (!giveBack) return undefined;
    try {
      const [services, { followUp }] = await Promise.all([
        broadcasting(),
        import('../../actions/followUp.ts'),
      ]);
      const isStopped = () => isOver.current;
      const followed = await followUp(services, incident.id, n, { isStopped, onProgress: setProgress });
      await refresh();
      await look(incident);
      if (followed.error) throw followed.error;
      return followed.synced?.end === 'none' ? undefined : followed.synced;
    } finally {
      giveBack();
      setProgress(undefined);
    }
  });

  const channel = channelState(incident, 'jira', clock.now());
  const isMissed = channel === 'missing' || channel === 'unknown';
  const isBehind =
    n > 0 && summaryOf(incident) !== undefined && (isMissed || check.checked?.isOfNewest === false);
  const isWanted = mayTell && isBehind && check.checked !== undefined;
  useEffect(() => {
    if (!isWanted) return;
    let isDropped = false;
    const wait = wasToldHere(incident.id, n) ? 0 : SOONEST_MS + Math.random() * SPREAD_MS;
    void clock.pause(wait).then(() => {
      if (!isDropped && !document.hidden) void run();
    });
    return () => {
      isDropped = true;
    };
  }, [isWanted, clock, run, incident.id, n]);

  return {
    ...check,
    progress,
    isRunning: task.state === 'running',
    error: task.state === 'failed' ? task.error : undefined,
    synced: task.state === 'done' ? task.value : undefined,
    run: useCallback(() => void run(), [run]),
  };
}
