import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { Incident } from '../../domain/incident.ts';
import type { PossibleIncident } from '../../domain/spotting.ts';
import type { TicketId } from '../../domain/ticket.ts';
import { Disclose } from '../Disclose.tsx';
import { DoneFailed } from '../DoneFailed.tsx';
import { useWords } from '../phrases.tsx';
import { Fact, Small, Title } from '../pieces.tsx';
import { SharedWords } from '../SharedWords.tsx';
import { PossibleDeeds } from './PossibleDeeds.tsx';
import { Card, Head, Line, Lines } from './possibleShapes.tsx';
import { type GroupOutcome, type GroupPorts, useGroupDeed } from './useGroupDeed.ts';

const FIRST_TICKETS = 3;

/** One possible incident: how many say the same in how short a time, what they say, and what can be done about it. */
export function PossibleCard(props: {
  ports: GroupPorts;
  group: PossibleIncident;
  running: readonly Incident[];
  isFirst: boolean;
  now: Date;
  openTicket: (id: TicketId) => void;
  onDone: (outcome?: GroupOutcome) => void;
}) {
  const { ports, group, running, isFirst, now, openTicket, onDone } = props;
  const { tickets, words: shared, voices, from, to, usualADay } = group;
  const words = useWords();
  const { t, ago, span } = words;
  const [isWhole, setWhole] = useState(false);
  const { run, doing, error } = useGroupDeed(ports, group, onDone);
  const count = tickets.length;
  const sinceOf = (time: number) => ago(Math.max(0, now.getTime() - time));
  const facts = [
    t('possible.voices', { count: voices }),
    usualADay > 0 ? t('possible.usual', { count: usualADay }) : t('possible.never'),
    t('possible.newest', { ago: sinceOf(to) }),
  ];
  return (
    <Card data-test-id="possible-incident">
      <Head>
        <Title as="h2">{t('possible.heading', { count, span: span(to - from) })}</Title>
        <Small>
          {facts.map((fact, index) => (
            <span key={fact}>
              <Fact>
                {fact}
                {index < facts.length - 1 && t('time.comma')}
              </Fact>{' '}
            </span>
          ))}
        </Small>
      </Head>
      {shared.length > 0 && <SharedWords label={t('possible.said')} words={shared} />}
      <Lines>
        {(isWhole ? tickets : tickets.slice(0, FIRST_TICKETS)).map(({ id, subject, createdAt }) => (
          <Line key={id}>
            <Button isLink onClick={() => openTicket(id)}>
              <span dir="auto">{subject}</span>
            </Button>
            <Small as="span">
              {`#${id}`} · {sinceOf(Date.parse(createdAt))}
            </Small>
          </Line>
        ))}
      </Lines>
      {count > FIRST_TICKETS && (
        <div>
          <Disclose isOpen={isWhole} setOpen={setWhole} testId="possible-all">
            {isWhole ? t('possible.showFewer') : t('possible.showAll', { count })}
          </Disclose>
        </div>
      )}
      <PossibleDeeds {...{ group, running, isFirst, doing }} act={(deed) => void run(deed)} />
      {error !== false && <DoneFailed error={error} isSmall />}
    </Card>
  );
}
