import { Button } from '@zendeskgarden/react-buttons';
import { newestUpdate } from '../../../domain/incident.ts';
import { explainLook } from '../../explain.ts';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Row, Section, Small, Title } from '../../pieces.tsx';
import { Loading } from '../../sidebar/Loading.tsx';
import type { ModalProps } from '../Modal.tsx';
import { useIncident } from '../useIncident.ts';

/** Writing an incident's next update, and telling everyone. */
export function PostUpdate({ ports, task, close }: ModalProps<'post'>) {
  const words = useWords();
  const { t } = words;
  const { incident, error, lookAgain } = useIncident(ports, task.incident);
  if (error !== undefined)
    return (
      <Note weight="danger">
        <span>{explainLook(error, undefined, words)}</span>
        <div>
          <Button size="small" onClick={() => void lookAgain()}>
            {t('trouble.retry')}
          </Button>
        </div>
      </Note>
    );
  if (!incident) return <Loading />;
  return (
    <Section>
      <Title tabIndex={-1}>{t('post.heading', { n: newestUpdate(incident) + 1 })}</Title>
      <Small dir="auto">{incident.title}</Small>
      <Row>
        <Button onClick={close}>{t('post.cancel')}</Button>
      </Row>
    </Section>
  );
}
