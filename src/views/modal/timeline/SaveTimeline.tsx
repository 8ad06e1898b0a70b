import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { TimelineRead } from '../../../actions/readTimeline.ts';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import { saveFile } from '../reports/rowsAsCsv.ts';
import { timelineCsv, timelineMarkdown } from './timelineFiles.ts';
import { useTimeOf } from './useTimeOf.ts';

/** Takes the timeline and its figures along, for the RCA document. */
export function SaveTimeline({ read }: { read: TimelineRead }) {
  const words = useWords();
  const { t } = words;
  const { timeOf, zone } = useTimeOf();
  const [saved, setSaved] = useState('');
  const name = `allclear-${read.incident.id}-timeline`;
  const save = (file: string, text: string, type: string) => {
    saveFile(file, [text], type);
    setSaved(file);
  };
  return (
    <>
      <Button
        size="small"
        onClick={() => save(`${name}.md`, timelineMarkdown(read, words, timeOf, zone), 'text/markdown')}
        data-test-id="timeline-markdown"
      >
        {t('review.markdown')}
      </Button>
      <Button
        size="small"
        onClick={() => save(`${name}.csv`, timelineCsv(read, words, timeOf), 'text/csv')}
        data-test-id="timeline-csv"
      >
        {t('review.csv')}
      </Button>
      <span role="status">{saved && <Small as="span">{t('review.handed', { file: saved })}</Small>}</span>
    </>
  );
}
