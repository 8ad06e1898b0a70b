import { standingHead } from '../../modal/reports/rowWords.ts';
import { useWords } from '../../phrases.tsx';
import { OnlyHeard } from '../../pieces.tsx';
import { Cell, Head, Tick } from './deskTablePieces.ts';

/** The columns after the one that selects, and which of them narrow screens leave out. */
export const COLUMNS = [
  { key: 'customer', is: undefined },
  { key: 'organization', is: 'middle' },
  { key: 'language', is: 'middle' },
  { key: 'channel', is: 'wide' },
  { key: 'told', is: 'wide' },
  { key: 'standing', is: undefined },
] as const;

/** The names of the columns, and a press for all that are shown. */
export function DeskHead({ n, isAll, onAll }: { n: number; isAll: boolean; onAll: () => void }) {
  const words = useWords();
  const { t } = words;
  return (
    <Head role="row" aria-rowindex={1}>
      <Cell role="columnheader" onClick={onAll} data-test-id="select-all">
        <OnlyHeard>{t('desk.selectAll')}</OnlyHeard>
        <Tick type="checkbox" checked={isAll} readOnly tabIndex={-1} aria-hidden />
      </Cell>
      {COLUMNS.map(({ key, is }) => (
        <Cell key={key} role="columnheader" data-is={is}>
          {key === 'standing'
            ? standingHead({ n }, words)
            : t(key === 'organization' ? 'desk.organization' : `reports.column.${key}`)}
        </Cell>
      ))}
    </Head>
  );
}
