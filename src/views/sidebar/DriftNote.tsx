import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { type Drift, driftOf } from '../../domain/gate.ts';
import type { Incident } from '../../domain/incident.ts';
import { newestUpdate } from '../../domain/incident.ts';
import type { Issue } from '../../domain/issue.ts';
import { explainDone } from '../explain.ts';
import { Note, type Weight } from '../Note.tsx';
import { useWords, type Words } from '../phrases.tsx';
import { Small } from '../pieces.tsx';
import { useIssue } from '../useIssue.ts';
import { useTask } from '../useTask.ts';
import type { KnownProps } from './Sidebar.tsx';
import { useBroadcaster } from './useBroadcaster.ts';

// On the note's own ground.
export const Quiet = styled(Small)<{ $weight: Weight }>`
  color: ${({ theme, $weight }) => getColor({ theme, variable: `foreground.${$weight}Emphasis` })};
`;

export const WEIGHTS: Record<Drift, Weight> = {
  closed: 'success',
  ended: 'warning',
  reopened: 'warning',
  running: 'warning',
};

/** Engineering and customers have heard different things: what to say now, and the way to say it for those who may. */
export function DriftNote(
  props: Pick<KnownProps, 'ports' | 'seen' | 'now' | 'refresh'> & { incident: Incident },
) {
  const { incident, ports, seen, now, refresh } = props;
  const words = useWords();
  const { t, ago } = words;
  const { known } = useIssue(ports, incident, seen.asOf.getTime());
  const broadcaster = useBroadcaster(ports);
  const open = useTask(async (stage: 'resolved' | 'investigating') => {
    await ports.modals.open({ show: 'post', incident: incident.id, stage });
    await refresh();
  });
  const issue = known?.read?.issue;
  const drift = issue && driftOf(incident, issue, ports.settings.fixedResolutions);
  if (!known?.read || !issue || !drift) return null;
  const weight = WEIGHTS[drift];
  const mayPost = broadcaster && !broadcaster.refusal && !incident.recordTrouble && !incident.isClosed;
  const isOver = drift === 'reopened' || drift === 'running';
  return (
    <Note weight={weight}>
      <strong data-test-id={`drift-${drift}`}>{driftWords(drift, issue, now, words)}</strong>
      <Quiet $weight={weight}>
        {[
          customersWords(drift, incident, words),
          known.error && t('gate.asOf', { ago: ago(now.getTime() - known.read.asOf.getTime()) }),
        ]
          .filter(Boolean)
          .join(' ')}
      </Quiet>
      {mayPost && (
        <div>
          <Button
            size="small"
            disabled={open.task.state === 'running'}
            onClick={() => void open.run(isOver ? 'investigating' : 'resolved')}
            data-test-id="drift-act"
          >
            {t(isOver ? 'lead.reopen' : 'gate.resolve')}
          </Button>
        </div>
      )}
      {open.task.state === 'failed' && <span>{explainDone(open.task.error, words)}</span>}
    </Note>
  );
}

/** What Engineering did, and how long ago as far as Jira says so. */
export function driftWords(drift: Drift, issue: Issue, now: Date, { t, ago }: Words): string {
  const { key, stateSince, status, resolution } = issue;
  const when = stateSince ? ago(now.getTime() - Date.parse(stateSince)) : t('gate.sometime');
  if (drift === 'ended' && !resolution) return t('gate.drift.endedOpen', { key, when });
  return t(`gate.drift.${drift}`, { key, when, how: resolution ?? status, status });
}

export function customersWords(drift: Drift, incident: Incident, { t }: Words): string {
  if (drift === 'reopened' || drift === 'running') return t('gate.customers.resolved');
  if (newestUpdate(incident) === 0)
    return t(drift === 'closed' ? 'gate.customers.nothing' : 'gate.customers.ask');
  if (drift === 'ended') return t('gate.customers.ask');
  return t('gate.customers.still', { stage: t(`stage.${incident.stage}`) });
}
