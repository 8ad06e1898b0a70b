import type { Incident } from '../../domain/incident.ts';
import { isEtaUnanswered, type Owed, owedState, promisesOf, snoozeInForce } from '../../domain/promises.ts';
import { Note } from '../Note.tsx';
import { useWords, type Words } from '../phrases.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { Snooze } from './Snooze.tsx';

type Props = Pick<KnownProps, 'ports' | 'now' | 'refresh'> & { incident: Incident };

/** What is about to break or has: the next update, the time given for the fix. Each says what to do, or why it can wait. */
export function PromiseNotes(props: Props) {
  const { incident, ports, now } = props;
  const words = useWords();
  return promisesOf(incident, ports.settings)
    .filter(({ kind }) => kind !== 'review') // its own section says so
    .filter((owed) => owedState(owed, now) !== 'kept' || snoozeInForce(owed, now))
    .map((owed) => {
      const eta = owed.kind === 'eta' && noteOnEta(owed, incident, now, words);
      return (
        <div key={owed.kind} data-test-id={`promise-${owed.kind}`}>
          {eta && <Note weight="warning">{eta}</Note>}
          <Snooze {...props} owed={owed} />
        </div>
      );
    });
}

function noteOnEta(owed: Owed, incident: Incident, now: Date, words: Words): string | undefined {
  const { t, clockTime, span, ago } = words;
  const left = Date.parse(owed.due) - now.getTime();
  const time = clockTime(owed.due, now);
  switch (owedState(owed, now)) {
    case 'kept':
      return undefined;
    case 'soon':
      return t('remind.etaSoon', { time, left: span(left) });
    case 'broken':
      return isEtaUnanswered(incident, now)
        ? t('remind.etaPassed', { time, ago: ago(-left) })
        : t('remind.etaStill', { time });
  }
}
