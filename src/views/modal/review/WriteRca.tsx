import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { type Claimed, claimUpdate } from '../../../actions/claimUpdate.ts';
import type { RcaSurvey } from '../../../actions/surveyRca.ts';
import { type Incident, newestUpdate } from '../../../domain/incident.ts';
import { planRca } from '../../../domain/rcaDraft.ts';
import type { Rca, Update } from '../../../domain/record.ts';
import { chooseLanguage } from '../../../domain/replyTexts.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { DoneFailed } from '../../DoneFailed.tsx';
import { explainRefusedPost } from '../../explainRefusal.ts';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Small, Title } from '../../pieces.tsx';
import { useTask } from '../../useTask.ts';
import { Column, Columns, Foot, Head } from '../post/shapes.tsx';
import { RcaPreview } from './RcaPreview.tsx';
import { RcaTexts } from './RcaTexts.tsx';
import { Whom } from './Whom.tsx';

/** The text of the RCA, whom it goes to, and what one of them reads. */
export function WriteRca(props: {
  ports: ModalPorts;
  incident: Incident;
  survey: RcaSurvey | undefined;
  surveyTrouble: string | undefined;
  onPosted: (update: Update) => void;
  close: () => void;
}) {
  const { ports, incident, survey, surveyTrouble, onPosted, close } = props;
  const { t } = useWords();
  const { languages } = ports.replyTexts;
  const { language } = chooseLanguage(languages, undefined, ports.settings.replyLanguage);
  const [rca, setRca] = useState<Rca>({ texts: {}, language, to: 'asked' });
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<Rca>) => setRca((before) => ({ ...before, ...part }));
  const planned = planRca(rca);
  const troubles = isTried && 'troubles' in planned ? planned.troubles : [];
  const claiming = useTask(async (): Promise<Claimed> => {
    const draft = { stage: 'resolved' as const, symptoms: incident.symptoms, rca };
    const claimed = await claimUpdate(ports, incident.id, newestUpdate(incident), draft);
    if (claimed.do === 'claimed') onPosted(claimed.update);
    return claimed;
  });
  const { task } = claiming;
  const audience = survey?.[rca.to];
  const isBusy = task.state === 'running' || (task.state === 'done' && task.value.do === 'claimed');

  function send() {
    setTried(true);
    if ('rca' in planned) void claiming.run();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Head>
        <Title tabIndex={-1}>
          {t('review.sendHeading')} <Small as="span" dir="auto">{`· ${incident.title}`}</Small>
        </Title>
      </Head>
      <Notes incident={incident} claimed={task.state === 'done' ? task.value : undefined} />
      {task.state === 'failed' && <DoneFailed error={task.error} />}
      {surveyTrouble && <Note weight="warning">{surveyTrouble}</Note>}
      <Columns>
        <Column>
          <Whom value={rca.to} survey={survey} onChange={(to) => change({ to })} />
          <RcaTexts
            rca={rca}
            languages={languages}
            troubles={troubles}
            onChange={(texts) => change({ texts })}
          />
        </Column>
        <Column>
          <RcaPreview ports={ports} incident={incident} rca={rca} report={audience?.first} />
        </Column>
      </Columns>
      <Foot>
        <Button onClick={close}>{t('review.cancel')}</Button>
        <Button type="submit" isPrimary disabled={isBusy || audience?.tell === 0} data-test-id="rca-send">
          {isBusy
            ? t('review.sending')
            : audience
              ? t('review.sendTo', { count: audience.tell })
              : t('review.sendHeading')}
        </Button>
      </Foot>
    </form>
  );
}

function Notes({ incident, claimed }: { incident: Incident; claimed: Claimed | undefined }) {
  const words = useWords();
  const { t } = words;
  switch (claimed?.do) {
    case undefined:
      return incident.review?.state === 'sent' ? (
        <Note weight="warning">{t('review.sentBefore')}</Note>
      ) : null;
    case 'overtaken':
      return <Note weight="warning">{t('review.overtaken', { n: claimed.by?.n ?? 0 })}</Note>;
    case 'refuse':
      return <Note weight="danger">{explainRefusedPost(claimed, words)}</Note>;
    case 'claimed':
    case 'correct':
    case 'shut':
      return null;
  }
}
