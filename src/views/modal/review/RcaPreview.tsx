import { useMemo } from 'react';
import type { Incident } from '../../../domain/incident.ts';
import { languageName } from '../../../domain/languageName.ts';
import { rcaLanguage } from '../../../domain/rcaDraft.ts';
import type { Rca } from '../../../domain/record.ts';
import type { SurveyRow } from '../../../domain/survey.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { explainWhy } from '../../explain.ts';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import { ReplyPaper } from '../../ReplyPaper.tsx';
import { Close, FieldName } from '../post/shapes.tsx';
import { useReply } from '../post/useReply.ts';

/** What the first of those who get it reads, written by the function that writes it for all. */
export function RcaPreview(props: {
  ports: ModalPorts;
  incident: Incident;
  rca: Rca;
  report: TicketId | undefined;
}) {
  const { ports, incident, rca, report } = props;
  const words = useWords();
  const { t } = words;
  const draft = { stage: 'resolved' as const, symptoms: incident.symptoms, rca };
  const row = useMemo(() => (report === undefined ? undefined : rowOf(report)), [report]);
  const { shown } = useReply(ports, incident, draft, row);
  if (!row) return null;
  const { prepared, error } = shown ?? {};
  return (
    <Close>
      <FieldName>{t('review.reads')}</FieldName>
      {error !== undefined && (
        <Small role="alert">{t('survey.failed', { why: explainWhy(error, words) })}</Small>
      )}
      {prepared ? (
        <>
          <Small dir="auto">
            {[prepared.customer, `#${row.id}`, languageName(prepared.language)].filter(Boolean).join(' · ')}
          </Small>
          <ReplyPaper
            html={prepared.reply.html}
            language={rcaLanguage(rca, prepared.language)}
            label={t('review.reads')}
            testId="rca-preview"
          />
        </>
      ) : (
        error === undefined && <Small>{t('loading')}</Small>
      )}
    </Close>
  );
}

// Of a report that is read for its text alone.
function rowOf(id: TicketId): SurveyRow {
  return { id, name: '', language: '', channel: '', status: 'open', fate: 'tell' };
}
