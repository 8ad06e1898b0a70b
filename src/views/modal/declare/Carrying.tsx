import { Button } from '@zendeskgarden/react-buttons';
import { useCallback, useEffect, useRef } from 'react';
import type { TicketId } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { CarryOutPanel } from '../../declare/CarryOutPanel.tsx';
import { useCarryOut } from '../../declare/useCarryOut.ts';
import { useWords } from '../../phrases.tsx';
import { Small, Title } from '../../pieces.tsx';
import { ChannelOutcomes } from '../../telling/ChannelOutcomes.tsx';
import { useNow } from '../../useNow.ts';
import { Foot, Head } from '../post/shapes.tsx';

/** The incident's ticket is there: now the rest is done, step by step, and the first update is offered. */
export function Carrying(props: {
  ports: ModalPorts;
  incident: TicketId;
  summary: string;
  onPost: () => void;
  close: () => void;
}) {
  const { ports, incident, summary, onPost, close } = props;
  const { t } = useWords();
  const now = useNow(ports.clock.now);
  const broadcasting = useCallback(async () => ports, [ports]);
  const carrying = useCarryOut(broadcasting, incident);
  const { start, isRunning } = carrying;
  useEffect(() => start(), [start]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <Head>
        <Title ref={heading} tabIndex={-1}>
          {t('declare.declared', { ticket: `#${incident}` })}{' '}
          <Small as="span">
            · <bdi>{summary}</bdi>
          </Small>
        </Title>
      </Head>
      <CarryOutPanel carrying={carrying} record={undefined} now={now} />
      <ChannelOutcomes receipts={carrying.receipts} />
      <Foot>
        <Small>{isRunning ? t('declare.closing') : t('declare.tellNext')}</Small>
        <Button onClick={close} data-test-id="declare-close">
          {t('declare.close')}
        </Button>
        <Button onClick={() => ports.openTicket(incident)} data-test-id="declare-open">
          {t('declare.open')}
        </Button>
        <Button isPrimary disabled={isRunning} onClick={onPost} data-test-id="declare-post">
          {t('declare.post')}
        </Button>
      </Foot>
    </>
  );
}
