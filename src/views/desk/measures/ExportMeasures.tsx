import { Button } from '@zendeskgarden/react-buttons';
import { toCsv } from '../../../domain/csv.ts';
import type { Measured1 } from '../../../domain/deskMeasures.ts';
import { copyText } from '../../copyText.ts';
import { saveFile } from '../../modal/reports/rowsAsCsv.ts';
import { useWords } from '../../phrases.tsx';
import { Buttons, Small } from '../../pieces.tsx';
import { useTask } from '../../useTask.ts';
import { measureCells } from './measureWords.ts';

const FILE = 'allclear-measures.csv';

/** Takes the figures along: as a file, or by the clipboard where the frame forbids files. */
export function ExportMeasures({ measured, minutes }: { measured: readonly Measured1[]; minutes: number }) {
  const { t } = useWords();
  const count = measured.length;
  const { task, run } = useTask(async (how: 'file' | 'copy') => {
    const cells = measureCells(measured, minutes);
    if (how === 'copy')
      return (await copyText(toCsv(cells, '\t'))) ? t('reports.copied', { count }) : t('reports.copyFailed');
    saveFile(FILE, [toCsv(cells)]);
    return t('reports.downloaded', { count, file: FILE });
  });
  return (
    <div>
      <Buttons>
        <Button size="small" onClick={() => void run('file')} data-test-id="measure-csv">
          {t('reports.download')}
        </Button>
        <Button size="small" onClick={() => void run('copy')} data-test-id="measure-copy">
          {t('reports.copy')}
        </Button>
      </Buttons>
      <div role="status">{task.state === 'done' && <Small>{task.value}</Small>}</div>
    </div>
  );
}
