import type { Incident } from '../../../domain/incident.ts';
import { ReplyTooLong } from '../../../domain/reply.ts';
import type { SurveyRow } from '../../../domain/survey.ts';
import type { UpdateDraft } from '../../../domain/update.ts';
import type { BroadcastPorts } from '../../../ports/batches.ts';
import { ServiceError } from '../../../ports.ts';
import { explainWhy } from '../../explain.ts';
import { Retry } from '../../LookFailed.tsx';
import { Note } from '../../Note.tsx';
import { useWords, type Words } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import { BlankPaper, ReplyPaper } from '../../ReplyPaper.tsx';
import { remarksOn } from '../../sidebar/remarksOn.ts';
import { useReply } from './useReply.ts';

/** One customer's reply on a sheet whose height never changes, whatever is or is not on it. */
export function ReplyShown(props: {
  ports: BroadcastPorts;
  incident: Incident;
  draft: UpdateDraft;
  row: SurveyRow | undefined;
  /** Nobody can be told, so nothing will come. */
  isNobody: boolean;
}) {
  const { ports, incident, draft, row, isNobody } = props;
  const words = useWords();
  const { t } = words;
  const { shown, again } = useReply(ports, incident, draft, row);
  if (isNobody)
    return (
      <BlankPaper>
        <Small>{t('survey.nobody')}</Small>
      </BlankPaper>
    );
  if (shown?.error !== undefined)
    return (
      <BlankPaper>
        <Note weight={shown.error instanceof ReplyTooLong ? 'warning' : 'danger'}>
          <span>{whyOf(shown.error, words)}</span>
          {!(shown.error instanceof ReplyTooLong) && <Retry again={again} />}
        </Note>
      </BlankPaper>
    );
  if (!shown?.prepared) return <BlankPaper isBusy />;
  const { reply, language } = shown.prepared;
  return (
    <>
      <ReplyPaper
        html={reply.html}
        language={language}
        label={t('customer.preview')}
        testId="post-preview"
        isTall
      />
      {remarksOn(shown.prepared, words).map((remark) => (
        <Small key={remark}>{remark}</Small>
      ))}
    </>
  );
}

function whyOf(error: unknown, words: Words): string {
  const { t } = words;
  if (error instanceof ReplyTooLong) return t('survey.tooLong');
  if (!(error instanceof ServiceError)) return t('trouble.bug');
  return error.trouble === 'missing'
    ? t('survey.missing')
    : t('survey.failed', { why: explainWhy(error, words) });
}
