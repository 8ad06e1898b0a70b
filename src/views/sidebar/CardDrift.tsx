import { driftOf } from '../../domain/gate.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Ports } from '../../ports.ts';
import { useWords } from '../phrases.tsx';
import { useIssue } from '../useIssue.ts';
import { customersWords, driftWords, Quiet, WEIGHTS } from './DriftNote.tsx';

// Of all tickets that are open somewhere most belong to no incident: they ask seldom.
const EVERY_MS = 5 * 60_000;

/** On an incident's card in the list: Engineering and customers have heard different things. */
export function CardDrift(props: { incident: Incident; ports: Ports; now: Date; seenAt: Date }) {
  const { incident, ports, now, seenAt } = props;
  const words = useWords();
  const { known } = useIssue(ports, incident, seenAt.getTime(), EVERY_MS);
  const issue = known?.read?.issue;
  const drift = issue && driftOf(incident, issue, ports.settings.fixedResolutions);
  if (!known?.read || !drift) return null;
  const age = now.getTime() - known.read.asOf.getTime();
  return (
    <Quiet $weight={WEIGHTS[drift]} data-test-id={`card-drift-${drift}`}>
      {words.t('gate.card', {
        drift: driftWords(drift, issue, now, words),
        customers: customersWords(drift, incident, words),
      })}
      {age > EVERY_MS && ` ${words.t('gate.asOf', { ago: words.ago(age) })}`}
    </Quiet>
  );
}
