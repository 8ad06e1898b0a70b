import { useDeferredValue, useMemo, useState } from 'react';
import type { Listing } from '../../../actions/listReports.ts';
import { newestUpdate } from '../../../domain/incident.ts';
import { filterRows, type RowFilter, tallyRows } from '../../../domain/reportRows.ts';
import type { BroadcastPorts } from '../../../ports/batches.ts';
import { useAnswered } from './useAnswered.ts';

export const NOTHING: RowFilter = { show: 'all', text: '' };

/** The update that the list is about, and which of its rows were asked for; whoever has `answered` has answered the newest. */
export function useFound(
  ports: Pick<BroadcastPorts, 'batches' | 'clock' | 'settings'>,
  { incident, rows }: Listing,
  { n: first, answered: isAnswered }: { n?: number | undefined; answered?: boolean | undefined },
) {
  const newest = newestUpdate(incident);
  const [chosen, choose] = useState(first);
  const [filter, setFilter] = useState<RowFilter>(isAnswered ? { ...NOTHING, show: 'answered' } : NOTHING);
  const n = Math.min(chosen ?? newest, newest);
  const about = useMemo(() => ({ n, newest }), [n, newest]);
  const tally = useMemo(() => tallyRows(rows, n, newest), [rows, n, newest]);
  // Typing comes first; the list follows as soon as there is time.
  const chosenFilter = useDeferredValue(filter);
  const isOfAnswers = chosenFilter.show === 'answered' && n === newest && newest > 0;
  const answered = useAnswered(ports, incident, isOfAnswers);
  const wanted = useMemo(
    (): RowFilter =>
      chosenFilter.show === 'answered' && !isOfAnswers ? { ...chosenFilter, show: 'all' } : chosenFilter,
    [chosenFilter, isOfAnswers],
  );
  const found = useMemo(
    () => filterRows(rows, wanted, n, newest, answered.found),
    [rows, wanted, n, newest, answered.found],
  );
  return { isOfAnswers, answered, n, newest, about, tally, filter, wanted, found, choose, setFilter };
}
