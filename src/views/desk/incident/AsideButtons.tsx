import { Button } from '@zendeskgarden/react-buttons';
import { useMemo } from 'react';
import type { ReportRow } from '../../../domain/reportRows.ts';
import { useWords } from '../../phrases.tsx';
import type { AsideTask } from './BulkAside.tsx';

/** The ways to set aside those that are selected, and to take back those that were. */
export function AsideButtons(props: { chosen: readonly ReportRow[]; begin: (task: AsideTask) => void }) {
  const { chosen, begin } = props;
  const { t } = useWords();
  const { still, back } = useMemo(() => {
    const isAside = ({ cannot }: ReportRow) => cannot === 'set aside';
    return {
      still: chosen.filter((row) => !isAside(row)).map(({ id }) => id),
      back: chosen.filter(isAside).map(({ id }) => id),
    };
  }, [chosen]);
  return (
    <>
      {still.length > 0 && (
        <Button size="small" onClick={() => begin({ do: 'set aside', ids: still })} data-test-id="bulk-aside">
          {t('aside.open')}
        </Button>
      )}
      {back.length > 0 && (
        <Button size="small" onClick={() => begin({ do: 'take back', ids: back })} data-test-id="bulk-back">
          {t('aside.back')}
        </Button>
      )}
    </>
  );
}
