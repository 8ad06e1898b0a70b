import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useState } from 'react';
import { type Incident, newestUpdate } from '../../domain/incident.ts';
import type { Ports } from '../../ports.ts';
import { copyText } from '../copyText.ts';
import { DoneFailed } from '../DoneFailed.tsx';
import { useWords } from '../phrases.tsx';
import { Label, Quote, Row, Small } from '../pieces.tsx';
import { useTask } from '../useTask.ts';

/** Title, text and expiry of the newest update, for a person to publish in Pendo. */
export function NoticeByHand({ ports, incident }: { ports: Ports; incident: Incident }) {
  const { t } = useWords();
  const n = newestUpdate(incident);
  const { task, run } = useTask(async () => {
    const [services, { prepareNotice }] = await Promise.all([
      ports.broadcasting(),
      import('../../actions/prepareNotice.ts'),
    ]);
    return prepareNotice(services, incident);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another update is another text
  useEffect(() => void run(), [run, n]);
  if (task.state === 'failed') return <DoneFailed error={task.error} isSmall />;
  if (task.state !== 'done') return <Small>{t('notice.preparing')}</Small>;
  const { title, text, language } = task.value;
  return (
    <>
      <Label as="p">{t('notice.byHand', { n })}</Label>
      <Piece name={t('notice.title')} text={title} language={language} />
      <Piece name={t('notice.text')} text={text} language={language} />
      <Row>
        <Small>{t('notice.expiry')}</Small>
        <Small data-test-id="notice-expiry">
          {incident.stage === 'resolved' ? t('notice.hour') : t('notice.never')}
        </Small>
      </Row>
    </>
  );
}

function Piece({ name, text, language }: { name: string; text: string; language: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState<boolean>();
  return (
    <>
      <Row>
        <Small>{name}</Small>
        <Button
          isLink
          size="small"
          aria-label={`${t('notice.copy')}: ${name}`}
          onClick={async () => setCopied(await copyText(text))}
        >
          {t('notice.copy')}
        </Button>
      </Row>
      <Quote lang={language} dir="auto">
        {text}
      </Quote>
      {copied !== undefined && (
        <Small role="status">{t(copied ? 'notice.copied' : 'notice.notCopied')}</Small>
      )}
    </>
  );
}
