import { Button } from '@zendeskgarden/react-buttons';
import type { ReportRow } from '../../../domain/reportRows.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { Clock } from '../../../ports.ts';
import { copyText } from '../../copyText.ts';
import { useWords } from '../../phrases.tsx';
import { Buttons, Small } from '../../pieces.tsx';
import { useTask } from '../../useTask.ts';
import { rowsAsCsv, saveFile } from './rowsAsCsv.ts';
import type { About } from './rowWords.ts';

/** Takes the rows that are shown along: as a file, or by the clipboard where the frame forbids files. */
export function ExportRows(props: {
  rows: readonly ReportRow[];
  about: About;
  incident: TicketId;
  clock: Clock;
}) {
  const { rows, about, incident, clock } = props;
  const words = useWords();
  const { t } = words;
  const { task, run } = useTask(async (how: 'file' | 'copy') => {
    const count = rows.length;
    if (how === 'copy') {
      const isCopied = await copyText((await rowsAsCsv(clock, rows, about, words, '\t')).join(''));
      return isCopied ? t('reports.copied', { count }) : t('reports.copyFailed');
    }
    const file = `allclear-${incident}-update-${about.n}.csv`;
    saveFile(file, await rowsAsCsv(clock, rows, about, words));
    return t('reports.downloaded', { count, file });
  });
  const isOff = task.state === 'running' || rows.length === 0;
  return (
    <div>
      <Buttons>
        <Button size="small" disabled={isOff} onClick={() => void run('file')} data-test-id="csv">
          {t('reports.download')}
        </Button>
        <Button size="small" disabled={isOff} onClick={() => void run('copy')} data-test-id="copy">
          {t('reports.copy')}
        </Button>
      </Buttons>
      <div role="status" data-test-id="exported">
        {task.state === 'running' && <Small>{t('reports.preparing')}</Small>}
        {task.state === 'done' && <Small>{task.value}</Small>}
        {task.state === 'failed' && <Small>{t('trouble.bug')}</Small>}
      </div>
    </div>
  );
}
