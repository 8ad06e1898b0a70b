import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef } from 'react';
import type { Incident } from '../../../domain/incident.ts';
import type { Proposal } from '../../../domain/proposal.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { StageBadge } from '../../Badge.tsx';
import { useWords } from '../../phrases.tsx';
import { Row, Section, Small, Title } from '../../pieces.tsx';
import { useNow } from '../../useNow.ts';
import { Foot, Head } from './shapes.tsx';

/** The update waits for a second person: until when, and what happens then. */
export function Proposed(props: {
  ports: ModalPorts;
  incident: Incident;
  proposal: Proposal;
  close: () => void;
}) {
  const { ports, incident, proposal, close } = props;
  const { t, clockTime } = useWords();
  const now = useNow(ports.clock.now);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <Head>
        <Row>
          <Title ref={heading} tabIndex={-1}>
            {t('approval.waits', { n: proposal.seen + 1 })}
          </Title>
          <StageBadge stage={proposal.draft.stage} />
        </Row>
        <Small dir="auto">{incident.title}</Small>
      </Head>
      <Section data-test-id="proposed">
        <p>{t('approval.proposed', { time: clockTime(proposal.until, now) })}</p>
      </Section>
      <Foot>
        <Button isPrimary onClick={close} data-test-id="post-close">
          {t('post.close')}
        </Button>
      </Foot>
    </>
  );
}
