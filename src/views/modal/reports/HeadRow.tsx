import { memo } from 'react';
import { useWords } from '../../phrases.tsx';
import { standingHead } from './rowWords.ts';
import { Cell, Head, HeadGroup } from './tablePieces.ts';

/** The columns in their order, and which of them narrow screens leave out. */
export const COLUMNS = [
  { key: 'customer', $is: 'customer' },
  { key: 'language', $is: 'wide' },
  { key: 'channel', $is: 'wide' },
  { key: 'status', $is: 'wide' },
  { key: 'told', $is: 'middle' },
  { key: 'standing', $is: undefined },
] as const;

/** The names of the columns; the last one stands for update `n`. */
export const HeadRow = memo(function HeadRow({ n }: { n: number }) {
  const words = useWords();
  return (
    <HeadGroup role="rowgroup">
      <Head role="row" aria-rowindex={1}>
        {COLUMNS.map(({ key, $is }) => (
          <Cell key={key} role="columnheader" $is={$is}>
            {key === 'standing' ? standingHead({ n }, words) : words.t(`reports.column.${key}`)}
          </Cell>
        ))}
      </Head>
    </HeadGroup>
  );
});
