import { useDeferredValue, useMemo, useState } from 'react';
import type { Listing } from '../../../actions/listReports.ts';
import { newestUpdate } from '../../../domain/incident.ts';
import { filterRows, type RowFilter, tallyRows } from '../../../domain/reportRows.ts';

export const NOTHING: RowFilter = { show: 'all', text: '' };

/** The update that the list is about, and which of its rows were asked for. */
export function useFound({ incident, rows }: Listing, first: number | undefined) {
  const newest = newestUpdate(incident);
  const [chosen, choose] = useState(first);
  const [filter, setFilter] = useState(NOTHING);
  const n = Math.min(chosen ?? newest, newest);
  const about = useMemo(() => ({ n, newest }), [n, newest]);
  const tally = useMemo(() => tallyRows(rows, n, newest), [rows, n, newest]);
  // Typing comes first; the list follows as soon as there is time.
  const wanted = useDeferredValue(filter);
  const found = useMemo(() => filterRows(rows, wanted, n, newest), [rows, wanted, n, newest]);
  return { n, newest, about, tally, filter, wanted, found, choose, setFilter };
}
