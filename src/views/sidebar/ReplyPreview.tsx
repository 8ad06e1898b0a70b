import { useEffect, useState } from 'react';
import { type Prepared, prepareReply } from '../../actions/prepareReply.ts';
import type { Incident } from '../../domain/incident.ts';
import { ReplyTooLong } from '../../domain/reply.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Ports } from '../../ports.ts';
import { DoneFailed } from '../DoneFailed.tsx';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { Label, Small } from '../pieces.tsx';
import { ReplyPaper } from '../ReplyPaper.tsx';
import { remarksOn } from './remarksOn.ts';

/** The reply as this customer will read it, before anything is inserted. */
export function ReplyPreview(props: { ports: Ports; incident: Incident; ticket: Ticket }) {
  const { ports, incident, ticket } = props;
  const words = useWords();
  const { t } = words;
  const [prepared, setPrepared] = useState<Prepared>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    let isOver = false;
    prepareReply(ports, incident, ticket).then(
      (ready) => {
        if (isOver) return;
        setPrepared(ready);
        setError(undefined);
      },
      (failure: unknown) => !isOver && setError(failure),
    );
    return () => {
      isOver = true;
    };
  }, [ports, incident, ticket]);

  if (error instanceof ReplyTooLong) return <Note weight="warning">{t('preview.tooLong')}</Note>;
  if (error !== undefined) return <DoneFailed error={error} />;
  if (!prepared) return <Small>{t('loading')}</Small>;
  const { customer, language, reply } = prepared;
  return (
    <>
      <Label>{customer ? t('preview.heading', { name: customer }) : t('preview.headingNoName')}</Label>
      {remarksOn(prepared, words).map((remark) => (
        <Small key={remark}>{remark}</Small>
      ))}
      <ReplyPaper
        html={reply.html}
        language={language}
        label={t('customer.preview')}
        testId="reply-preview"
      />
    </>
  );
}
