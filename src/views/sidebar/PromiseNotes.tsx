import { type Incident, isLate } from '../../domain/incident.ts';
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
    .filter((owed) => owedState(owed, now) !== 'kept' || snoozeInForce(owed, now))
    .map((owed) => {
      const text = noteOn(owed, incident, now, words);
      return (
        <div key={owed.kind} data-test-id={`promise-${owed.kind}`}>
          {text && <Note weight="warning">{text}</Note>}
          <Snooze {...props} owed={owed} />
        </div>
      );
    });
}

// An update that is overdue is said above, as loud as it gets.
function noteOn(owed: Owed, incident: Incident, now: Date, words: Words): string | undefined {
  const { t, clockTime, span, ago } = words;
  const { kind, due } = owed;
  const left = Date.parse(due) - now.getTime();
  const state = owedState(owed, now);
  const time = clockTime(due, now);
  if (kind === 'update')
    return state === 'soon' && !isLate(incident, now) ? t('remind.soon', { time }) : undefined;
  if (state === 'soon') return t('remind.etaSoon', { time, left: span(left) });
  if (state !== 'broken') return undefined;
  return isEtaUnanswered(incident, now)
    ? t('remind.etaPassed', { time, ago: ago(-left) })
    : t('remind.etaStill', { time });
}
