import { Button } from '@zendeskgarden/react-buttons';
import { leadIn } from '../../domain/lead.ts';
import { DoneFailed } from '../DoneFailed.tsx';
import { explainHandover } from '../modal/handover/explainHandover.ts';
import { useWords } from '../phrases.tsx';
import { Buttons, Label, Row, Section, Small } from '../pieces.tsx';
import { useTask } from '../useTask.ts';
import type { Involved } from './IncidentStatus.tsx';
import { OpenModal } from './OpenModal.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { useBroadcaster } from './useBroadcaster.ts';
import { useMe } from './useMe.ts';

/** On the incident's own ticket: who has it, since when, and giving it to somebody else or taking it. */
export function LeadSection(props: KnownProps & { standing: Involved }) {
  const { standing, seen, ports, now, refresh } = props;
  const { incident } = standing;
  const words = useWords();
  const { t, clockTime } = words;
  const me = useMe(ports);
  const broadcaster = useBroadcaster(ports);
  const lead = leadIn(seen.ticket);
  const { task, run } = useTask(async () => {
    const [services, { handOver }] = await Promise.all([
      ports.broadcasting(),
      import('../../actions/handOver.ts'),
    ]);
    const taken = await handOver(services, incident.id, { from: lead?.id, note: '' });
    await refresh();
    return taken;
  });
  if (incident.recordTrouble || !me) return null;
  const isMine = lead?.id === me.id;
  const mayChange = broadcaster !== undefined && !broadcaster.refusal && !incident.isClosed;
  const { assigneeId } = seen.ticket;
  const isElsewhere = lead !== undefined && assigneeId !== undefined && assigneeId !== lead.id;
  const trouble = task.state === 'done' ? explainHandover(task.value, words) : undefined;
  return (
    <Section aria-labelledby="lead" data-test-id="lead">
      <Label id="lead">{t('people.heading')}</Label>
      <Row>
        <span data-test-id="lead-name" dir="auto">
          {lead
            ? t(isMine ? 'people.youHave' : 'people.has', {
                name: lead.name,
                time: clockTime(lead.since, now),
              })
            : t('people.nobody')}
        </span>
      </Row>
      {isElsewhere && <Small>{t('people.otherAssignee')}</Small>}
      {mayChange && (
        <Buttons>
          {!isMine && (
            <Button
              isLink
              size="small"
              disabled={task.state === 'running'}
              onClick={() => void run()}
              data-test-id="take-over"
            >
              {task.state === 'running' ? t('people.taking') : t('people.take')}
            </Button>
          )}
          <OpenModal {...props} task={{ show: 'handover', incident: incident.id }} testId="hand-over">
            {t('people.handOver')}
          </OpenModal>
        </Buttons>
      )}
      {trouble && <Small role="alert">{trouble}</Small>}
      {task.state === 'failed' && <DoneFailed error={task.error} isSmall />}
    </Section>
  );
}
