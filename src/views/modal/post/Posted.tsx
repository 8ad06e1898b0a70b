import { Button } from '@zendeskgarden/react-buttons';
import { useCallback, useEffect, useRef } from 'react';
import type { Incident } from '../../../domain/incident.ts';
import type { Update } from '../../../domain/record.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { StageBadge } from '../../Badge.tsx';
import { useWords } from '../../phrases.tsx';
import { Row, Small, Title } from '../../pieces.tsx';
import { FollowUp } from '../../telling/FollowUp.tsx';
import { TellingProgress } from '../../telling/TellingProgress.tsx';
import { useTelling } from '../../telling/useTelling.ts';
import { useNow } from '../../useNow.ts';
import { Foot, Head } from './shapes.tsx';

/** The update is the incident's newest: now everybody is told. */
export function Posted(props: { ports: ModalPorts; incident: Incident; update: Update; close: () => void }) {
  const { ports, incident, update, close } = props;
  const { t } = useWords();
  const now = useNow(ports.clock.now);
  const broadcasting = useCallback(async () => ports, [ports]);
  const telling = useTelling(broadcasting, incident.id, update.n);
  const { state, start } = telling;
  useEffect(() => void start(), [start]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isRunning = state === 'running' || state === 'pausing';
  return (
    <>
      <Head>
        <Row>
          <Title ref={heading} tabIndex={-1}>
            {t('post.posted', { n: update.n })}
          </Title>
          <StageBadge stage={update.stage} />
        </Row>
        <Small dir="auto">{incident.title}</Small>
      </Head>
      <TellingProgress telling={telling} now={now} />
      <FollowUp ports={ports} incident={incident} telling={telling} now={now} />
      <Foot>
        {isRunning && <Small>{t('post.closing')}</Small>}
        <Button isPrimary={state === 'ended'} onClick={close} data-test-id="post-close">
          {t('post.close')}
        </Button>
      </Foot>
    </>
  );
}
