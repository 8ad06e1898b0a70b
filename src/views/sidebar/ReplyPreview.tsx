import { getColor } from '@zendeskgarden/react-theming';
import DOMPurify from 'dompurify';
import { useEffect, useState } from 'react';
import styled from 'styled-components';
import { type Prepared, prepareReply } from '../../actions/prepareReply.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Ports } from '../../ports.ts';
import { explainDone } from '../explain.ts';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { Label, Small } from '../pieces.tsx';
import { remarksOn } from './remarksOn.ts';

const Paper = styled.div`
  padding: ${({ theme }) => theme.space.sm};
  border: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.default' })}`};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })};
  max-height: 360px;
  overflow-y: auto;
  & p + p { margin-block-start: ${({ theme }) => theme.space.xs}; }
`;

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

  if (error !== undefined) return <Note weight="danger">{explainDone(error, words)}</Note>;
  if (!prepared) return <Small>{t('loading')}</Small>;
  const { customer, language, reply } = prepared;
  return (
    <>
      <Label>{customer ? t('preview.heading', { name: customer }) : t('preview.headingNoName')}</Label>
      {remarksOn(prepared, words).map((remark) => (
        <Small key={remark}>{remark}</Small>
      ))}
      <Paper
        lang={language}
        dir="auto"
        tabIndex={0}
        role="group"
        aria-label={t('customer.preview')}
        data-test-id="reply-preview"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a macro may hold HTML; what could act in it is taken out
        dangerouslySetInnerHTML={{
          __html: DOMPurify.sanitize(reply.html, { FORBID_TAGS: ['style', 'form', 'img'] }),
        }}
      />
    </>
  );
}
