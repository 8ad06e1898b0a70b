import { inSlices } from '../../../actions/inSlices.ts';
import { BYTE_ORDER_MARK, toCsv } from '../../../domain/csv.ts';
import type { ReportRow } from '../../../domain/reportRows.ts';
import type { Clock } from '../../../ports.ts';
import type { Words } from '../../phrases.tsx';
import { type About, cellsOf, headCells } from './rowWords.ts';

const SLICE = 250;

/** The rows as a spreadsheet takes them; thousands are written in slices, so that the page goes on answering. */
export async function rowsAsCsv(
  clock: Pick<Clock, 'pause'>,
  rows: readonly ReportRow[],
  about: About,
  words: Words,
  separator: ',' | '\t' = ',',
): Promise<string[]> {
  const head = toCsv([headCells(about, words)], separator);
  const slices = await inSlices(clock, rows, SLICE, (slice) =>
    toCsv(
      slice.map((row) => cellsOf(row, about, words)),
      separator,
    ),
  );
  return [head, ...slices];
}

/** Asks the browser to save a file. Whether the frame may is Zendesk's to say, and nobody tells the page. */
export function saveFile(name: string, parts: readonly string[], type = 'text/csv'): void {
  const start = type === 'text/csv' ? [BYTE_ORDER_MARK] : [];
  const url = URL.createObjectURL(new Blob([...start, ...parts], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}

// A browser that asks where to save reads the file only then.
const KEEP_MS = 60_000;
