import { Button } from '@zendeskgarden/react-buttons';
import { Progress } from '@zendeskgarden/react-loaders';
import type { Listing } from '../../../actions/listReports.ts';
import { explainWhy } from '../../explain.ts';
import { useWords, type Words } from '../../phrases.tsx';
import { Buttons, Row, Small } from '../../pieces.tsx';
import type { ReportList } from './useReportList.ts';

/** How old the list is, or how far it has come; in one line, whatever happens, so that nothing below it moves. */
export function StateOfReading(props: { list: ReportList; listing: Listing; now: Date }) {
  const { list, listing } = props;
  const words = useWords();
  const { t } = words;
  const { state, stop, goOn, refresh } = list;
  const { rows, total } = list.coming ?? listing;
  const isReading = state === 'reading';
  const label = lineOf(props, words);
  return (
    <div data-test-id="reading" aria-busy={isReading}>
      <Row>
        <Small role={isReading ? undefined : 'status'}>{label}</Small>
        <Buttons>
          {isReading && (
            <Button isLink size="small" onClick={stop} data-test-id="stop-reading">
              {t('reports.stop')}
            </Button>
          )}
          {!isReading && !listing.isWhole && (
            <Button isLink size="small" onClick={goOn} data-test-id="read-on">
              {t('reports.goOn')}
            </Button>
          )}
          {!isReading && listing.isWhole && (
            <Button isLink size="small" onClick={refresh} data-test-id="refresh">
              {t('reports.refresh')}
            </Button>
          )}
        </Buttons>
      </Row>
      <div aria-hidden={!isReading} style={{ visibility: isReading ? 'visible' : 'hidden' }}>
        <Progress
          size="small"
          value={(100 * rows.length) / Math.max(1, total)}
          aria-label={t('reports.progress', { read: rows.length, total })}
        />
      </div>
    </div>
  );

  function lineOf({ listing, now }: typeof props, { span, ago }: Words): string {
    const read = rows.length;
    if (state === 'failed') {
      const why = explainWhy(list.error, words);
      return t('reports.failed', { read, total, why });
    }
    if (state === 'stopped') return t('reports.stopped', { read, total });
    if (state === 'whole') {
      const age = ago(now.getTime() - listing.asOf.getTime());
      const more = Math.max(0, listing.total - listing.rows.length - listing.hidden);
      const line = t('reports.read', { count: listing.rows.length, age });
      return more > 0 ? `${line} ${t('reports.more', { count: more })}` : line;
    }
    const { waiting } = list;
    const line = t(listing.isWhole ? 'reports.progressAgain' : 'reports.progress', { read, total });
    if (!waiting) return line;
    const wait = span(Math.max(1_000, waiting.until.getTime() - now.getTime()));
    return `${line}, ${t(waiting.for === 'our share' ? 'reports.waiting' : 'reports.waitingZendesk', { wait })}`;
  }
}
