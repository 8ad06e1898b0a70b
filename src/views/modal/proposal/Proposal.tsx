import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import type { Incident } from '../../../domain/incident.ts';
import { proposalOf } from '../../../domain/proposal.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { LookFailed } from '../../LookFailed.tsx';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Small, Title } from '../../pieces.tsx';
import { Loading } from '../../sidebar/Loading.tsx';
import type { ModalProps } from '../Modal.tsx';
import { Preview } from '../post/Preview.tsx';
import { Foot, Head } from '../post/shapes.tsx';
import { useSurvey } from '../post/useSurvey.ts';
import { useIncident } from '../useIncident.ts';

const Body = styled.div`
  padding: ${({ theme }) => `${theme.space.base * 4}px`};
`;

/** What customers would read of an update that waits for a second person, in their languages, and who of them would. */
export function Proposal({ ports, task, close }: ModalProps<'proposal'>) {
  const { incident, error, lookAgain } = useIncident(ports, task.incident);
  if (incident) return <Shown ports={ports} incident={incident} close={close} />;
  if (error === undefined) return <Loading />;
  return <LookFailed error={error} again={() => void lookAgain().catch(() => {})} />;
}

function Shown({ ports, incident, close }: { ports: ModalPorts; incident: Incident; close: () => void }) {
  const { t } = useWords();
  const survey = useSurvey(ports, incident);
  const proposal = proposalOf(incident);
  if (!proposal) return <Note weight="warning">{t('approval.refusal.gone')}</Note>;
  const { seen, draft, by } = proposal;
  return (
    <>
      <Head>
        <Title tabIndex={-1}>
          {t('timeline.update', { n: seen + 1 })} <Small as="span" dir="auto">{`· ${incident.title}`}</Small>
        </Title>
        <Small>{by.name}</Small>
      </Head>
      <Body>
        <Preview
          ports={ports}
          incident={incident}
          draft={draft}
          looked={survey.looked}
          lookAgain={survey.again}
        />
      </Body>
      <Foot>
        <Button onClick={close} data-test-id="proposal-close">
          {t('post.close')}
        </Button>
      </Foot>
    </>
  );
}
