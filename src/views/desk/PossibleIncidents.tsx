import { useState } from 'react';
import type { Incident } from '../../domain/incident.ts';
import type { TicketId } from '../../domain/ticket.ts';
import { explainLook } from '../explain.ts';
import { useWords } from '../phrases.tsx';
import { OnlyHeard, Small } from '../pieces.tsx';
import { GroupDone } from './GroupDone.tsx';
import { PossibleCard } from './PossibleCard.tsx';
import { Cards } from './possibleShapes.tsx';
import type { GroupOutcome, GroupPorts } from './useGroupDeed.ts';
import { useSpotting } from './useSpotting.ts';

/**
 * Tickets of the last hours that say the same and belong to no incident yet, each group with what can be done about it; one quiet
 * line when there are none. Looks by itself while `isInFront`; `onChanged` is called once tickets were attached or an incident may
 * have been declared.
 */
export function PossibleIncidents(props: {
  ports: GroupPorts;
  running: readonly Incident[];
  now: Date;
  isInFront: boolean;
  openTicket: (id: TicketId) => void;
  onChanged: () => void;
}) {
  const { ports, running, now, isInFront, openTicket, onChanged } = props;
  const words = useWords();
  const { t, ago, clockTime } = words;
  const { spotted, error, refresh } = useSpotting(ports, running, isInFront);
  const [outcomes, setOutcomes] = useState<readonly GroupOutcome[]>([]);
  const age = spotted && now.getTime() - spotted.asOf.getTime();

  const settle = (outcome: GroupOutcome | undefined) => {
    if (outcome) setOutcomes([outcome]);
    if (outcome?.did !== 'dismiss') onChanged();
    void refresh();
  };
  return (
    <Cards as="section" aria-label={t('possible.section')} data-test-id="possible">
      {outcomes.map((outcome) => (
        <GroupDone key={outcome.did} outcome={outcome} />
      ))}
      {spotted?.possible.map((group, index) => (
        <PossibleCard
          key={group.tickets[0]?.id}
          {...{ ports, group, running, now, openTicket }}
          isFirst={index === 0}
          onDone={settle}
        />
      ))}
      {spotted && spotted.possible.length > 0 && <Small>{t('possible.lags')}</Small>}
      {spotted?.possible.length === 0 && (
        <Small data-test-id="possible-none">
          {t('possible.quiet', {
            count: spotted.compared,
            time: clockTime(spotted.since.toISOString(), now),
            ago: ago(age ?? 0),
          })}{' '}
          {t('possible.lags')}
        </Small>
      )}
      {!spotted && error === undefined && <Small role="status">{t('possible.comparing')}</Small>}
      {error !== undefined && (
        <Small role="alert">{t('possible.failed', { why: explainLook(error, age, words) })}</Small>
      )}
      <OnlyHeard role="status">
        {spotted?.possible.map(
          ({ tickets, from, to }) =>
            `${t('possible.heading', { count: tickets.length, span: words.span(to - from) })} `,
        )}
      </OnlyHeard>
    </Cards>
  );
}
