import { useCallback, useEffect, useRef, useState } from 'react';
import { type Incident, newestUpdate } from '../../domain/incident.ts';
import { paceOf, summaryOf, type Watch } from '../../domain/telling.ts';
import type { Browser } from '../../ports.ts';
import type { Telling } from '../telling/useTelling.ts';

export interface GoingOn {
  /** Tells those who are left, unless another tab of this browser is doing so. */
  readonly start: () => void;
  readonly isElsewhere: boolean;
  /** It was begun without anybody pressing. */
  readonly isByItself: boolean;
}

/**
 * Telling on from this tab: by a press, or by itself (`isAlone`) when two counts say that nobody does. A broadcast whose
 * summary is written has come to its end: who joined later is told by a press alone.
 */
export function useGoingOn(props: {
  telling: Telling;
  incident: Incident;
  watch: Watch | undefined;
  browser: Browser;
  isAlone: boolean;
}): GoingOn {
  const { telling, incident, watch, browser, isAlone } = props;
  const { state, start: startTelling } = telling;
  const [isElsewhere, setElsewhere] = useState(false);
  const [isByItself, setByItself] = useState(false);
  const isBusy = state === 'running' || state === 'pausing';
  const giveBack = useGivingBack(isBusy);
  const part = `telling.${incident.id}`;

  const start = useCallback(
    async (byItself: boolean) => {
      const given = giveBack.current ?? (await browser.take(part));
      setElsewhere(!given);
      if (!given) return false;
      giveBack.current = given;
      setByItself(byItself);
      startTelling();
      return true;
    },
    [browser, part, giveBack, startTelling],
  );

  // What did not help is not done again before somebody else was told.
  const tried = useRef('');
  const isIdle = state === 'idle' || state === 'ended';
  const isWanted = isAlone && isIdle && watch !== undefined && paceOf(watch) === 'still';
  const key = `${newestUpdate(incident)} ${watch?.told}`;
  const isUnfinished = summaryOf(incident) === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every count (`watch`) is a new occasion
  useEffect(() => {
    if (!isWanted || !isUnfinished || tried.current === key) return;
    void start(true).then((isStarted) => {
      if (isStarted) tried.current = key;
    });
  }, [isWanted, isUnfinished, key, watch]);

  return { start: useCallback(() => void start(false), [start]), isElsewhere, isByItself };
}

/** Holds what gives this browser's part back, and uses it when telling is over or the view is gone. */
function useGivingBack(isBusy: boolean) {
  const giveBack = useRef<() => void>();
  const drop = useCallback(() => {
    giveBack.current?.();
    giveBack.current = undefined;
  }, []);
  useEffect(() => {
    if (!isBusy) drop();
  }, [isBusy, drop]);
  useEffect(() => drop, [drop]);
  return giveBack;
}
