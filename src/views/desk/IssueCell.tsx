import { driftOf } from '../../domain/gate.ts';
import type { Incident } from '../../domain/incident.ts';
import type { DeskPorts } from '../../ports/desk.ts';
import { Badge } from '../Badge.tsx';
import { statusOf } from '../explainIssue.ts';
import { useWords } from '../phrases.tsx';
import { Small } from '../pieces.tsx';
import { useIssue } from '../useIssue.ts';

const EVERY_MS = 5 * 60_000;
const NEVER = 0;

/** What Engineering's issue says, as last asked, and whether customers have heard something else. */
export function IssueCell(props: {
  incident: Incident;
  ports: DeskPorts;
  now: Date;
  occasion: number;
  isAsked: boolean;
}) {
  const { incident, ports, now, occasion, isAsked } = props;
  const words = useWords();
  const { t, ago } = words;
  const { known } = useIssue(ports, incident, isAsked && incident.jiraKey ? occasion : NEVER, EVERY_MS);
  if (!incident.jiraKey) return null;
  const { read, error } = known ?? {};
  const drift = read && driftOf(incident, read.issue, ports.settings.fixedResolutions);
  return (
    <>
      <span data-test-id="desk-issue">{read?.issue.key ?? incident.jiraKey}</span>
      {read && <Small dir="auto">{statusOf(read.issue, words)}</Small>}
      {drift && (
        <Badge $tone={drift === 'closed' ? 'success' : 'warning'} data-test-id={`desk-drift-${drift}`}>
          {t(`desk.drift.${drift}`)}
        </Badge>
      )}
      {read && <Small>{t('desk.read', { ago: ago(now.getTime() - read.asOf.getTime()) })}</Small>}
      {error && <Small>{t('desk.issueUnknown')}</Small>}
    </>
  );
}
