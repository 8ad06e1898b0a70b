import { Button } from '@zendeskgarden/react-buttons';
import type { Listing } from '../../../actions/listReports.ts';
import type { RowTally } from '../../../domain/reportRows.ts';
import { useWords } from '../../phrases.tsx';
import { Buttons, Row, Small } from '../../pieces.tsx';
import { countOf } from '../../telling/reasonsOf.ts';
import type { About } from './rowWords.ts';

/** How many rows are shown, and beside it why some of all can't be told, or that nobody is left. */
export function FoundLine(props: {
  found: number;
  listing: Listing;
  about: About;
  tally: RowTally;
  showAll: () => void;
}) {
  const { found, listing, about, tally, showAll } = props;
  const { t, listOf } = useWords();
  const { n, newest } = about;
  const isAllTold = n === newest && n > 0 && listing.isWhole && tally.told > 0 && tally.behind === 0;
  const reasons = Object.entries(tally.reasons).map(([reason, count]) => countOf(reason, count, t));
  const isNone = found === 0 && listing.rows.length > 0;
  return (
    <Row>
      <Buttons>
        <Small role="status" data-test-id="rows-shown">
          {isNone ? t('reports.noneFound') : t('reports.rows', { count: found })}
        </Small>
        {isNone && (
          <Button isLink size="small" onClick={showAll}>
            {t('reports.showAll')}
          </Button>
        )}
      </Buttons>
      <Small data-test-id="reasons">
        {tally.cannot > 0
          ? t('reports.cannotBe', { count: tally.cannot, reasons: listOf(reasons) })
          : isAllTold && t('reports.allTold', { n })}
      </Small>
    </Row>
  );
}
