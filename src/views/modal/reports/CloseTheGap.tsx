import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useId, useRef } from 'react';
import { checkBroadcaster } from '../../../actions/checkBroadcaster.ts';
import type { Listing } from '../../../actions/listReports.ts';
import type { RowTally } from '../../../domain/reportRows.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { explainWhy } from '../../explain.ts';
import { explainRefusal } from '../../explainRefusal.ts';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import type { Telling } from '../../telling/useTelling.ts';
import { useTask } from '../../useTask.ts';
import type { ReportList } from './useReportList.ts';

/** Tells the newest update to those who are behind; there only when somebody is, and for those who may. */
export function CloseTheGap(props: {
  ports: ModalPorts;
  listing: Listing;
  tally: RowTally;
  telling: Telling;
}) {
  const { ports, listing, tally, telling } = props;
  const words = useWords();
  const { t } = words;
  const why = useId();
  const { incident, isWhole } = listing;
  const isOpen = isWhole && tally.behind > 0 && incident.update !== undefined && telling.state === 'idle';
  const { task, run } = useTask(() => checkBroadcaster(ports));
  useEffect(() => {
    if (isOpen) void run();
  }, [isOpen, run]);
  if (!isOpen) return null;
  const refusal = task.state === 'done' ? task.value : undefined;
  const reason =
    (refusal && explainRefusal(refusal, words)) ??
    (task.state === 'failed' ? t('reports.mayUnknown', { why: explainWhy(task.error, words) }) : undefined);
  // Where it can't be found out they may try: telling asks again before it sends.
  const isKnown = task.state === 'done' || task.state === 'failed';
  return (
    <>
      <Button
        isPrimary
        disabled={!isKnown || refusal !== undefined}
        aria-describedby={reason ? why : undefined}
        onClick={telling.start}
        data-test-id="close-the-gap"
      >
        {t(tally.told > 0 ? 'reports.tell' : 'reports.tellFirst', { count: tally.behind })}
      </Button>
      {reason && (
        <Small id={why} data-test-id="may-not">
          {reason}
        </Small>
      )}
    </>
  );
}

/** Whoever was told just now shows as told, and who was not with the reason that only this broadcast knows. */
export function useLookAfterTelling({ state, outcome }: Telling, { lookAgain }: ReportList): void {
  const seen = useRef(state);
  useEffect(() => {
    const isNew = seen.current !== state;
    seen.current = state;
    if (isNew && (state === 'ended' || state === 'paused')) void lookAgain(outcome?.broadcast.skipped ?? []);
  }, [state, outcome, lookAgain]);
}
