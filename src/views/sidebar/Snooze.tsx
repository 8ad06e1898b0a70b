import { getColor } from '@zendeskgarden/react-theming';
import { useRef, useState } from 'react';
import styled from 'styled-components';
import type { Incident } from '../../domain/incident.ts';
import { type Owed, owedState, snoozeInForce } from '../../domain/promises.ts';
import { Disclose } from '../Disclose.tsx';
import { useWords } from '../phrases.tsx';
import { Section, Small } from '../pieces.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { SnoozeForm } from './SnoozeForm.tsx';
import { useBroadcaster } from './useBroadcaster.ts';

const Soon = styled.p`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.warning' })};
`;

/** Whether reminders of a promise are put off, by whom and why; and the way to put them off, for those who may post. */
export function Snooze(
  props: Pick<KnownProps, 'ports' | 'now' | 'refresh'> & { incident: Incident; owed: Owed },
) {
  const { ports, incident, owed, now, refresh } = props;
  const { t, clockTime } = useWords();
  const broadcaster = useBroadcaster(ports);
  const [isOpen, setOpen] = useState(false);
  const line = useRef<HTMLParagraphElement>(null);
  const snooze = snoozeInForce(owed, now);
  const mayWrite = broadcaster && !broadcaster.refusal && !incident.recordTrouble;
  // An update that is overdue is said above, as loud as it gets.
  const isSoon = owed.kind === 'update' && owedState(owed, now) === 'soon';
  if (!snooze && !mayWrite && !isSoon) return null;

  return (
    <Section>
      {isSoon && <Soon>{t('remind.soon', { time: clockTime(owed.due, now) })}</Soon>}
      {snooze && (
        <Small ref={line} tabIndex={-1} dir="auto" data-test-id={`snoozed-${owed.kind}`}>
          {t('remind.snoozed', {
            time: clockTime(snooze.until, now),
            name: snooze.by.name,
            reason: snooze.reason,
          })}
        </Small>
      )}
      {mayWrite && (
        <div>
          <Disclose isOpen={isOpen} setOpen={setOpen} testId={`snooze-${owed.kind}`}>
            {t(`remind.snooze.${owed.kind}`)}
          </Disclose>
        </div>
      )}
      {mayWrite && isOpen && (
        <SnoozeForm
          ports={broadcaster.ports}
          incident={incident.id}
          owed={owed}
          now={now}
          close={() => setOpen(false)}
          onSnoozed={async () => {
            await refresh();
            setOpen(false);
            // The button that was pressed is gone: whoever works by ear hears what stands there now.
            setTimeout(() => line.current?.focus());
          }}
        />
      )}
    </Section>
  );
}
