import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { Incident } from '../../domain/incident.ts';
import { later } from '../later.tsx';
import { useWords } from '../phrases.tsx';
import { Row, Section } from '../pieces.tsx';
import { Detach } from './Detach.tsx';
import type { Involved } from './IncidentStatus.tsx';
import { OpenModal } from './OpenModal.tsx';
import { PostButton } from './PostButton.tsx';
import { SettingsLink } from './SettingsLink.tsx';
import type { KnownProps } from './Sidebar.tsx';

const MoveReport = later(() => import('./MoveReport.tsx').then((file) => file.MoveReport));

/** What there is to do beyond this customer: the next update, the way out, and where to read more. */
export function FootSection(props: KnownProps & { standing: Involved }) {
  const { standing, seen, ports } = props;
  const { incident } = standing;
  const { t } = useWords();
  const isOwn = standing.kind === 'incident';
  const [isMoving, setMoving] = useState(false);
  const post = <PostButton {...props} incident={incident} isOwn={isOwn} place="usual" />;
  return (
    <Section>
      {!isOwn && (seen.ticket.status === 'closed' ? post : <Detach {...props} beside={post} />)}
      {isOwn && <SeveralLinks {...props} incident={incident} />}
      {isMoving && <MoveReport {...props} incident={incident} onOver={() => setMoving(false)} />}
      <Row>
        {!isOwn && !isMoving && seen.ticket.status !== 'closed' && !incident.mergedInto && (
          <Button size="small" isLink onClick={() => setMoving(true)} data-test-id="move">
            {t('several.belongs')}
          </Button>
        )}
      </Row>
      <Row>
        {!isOwn && (
          <Button size="small" isLink onClick={() => ports.form.openTicket(incident.id)}>
            {t('status.openIncident')}
          </Button>
        )}
        <OpenModal {...props} task={{ show: 'timeline', incident: incident.id }} testId="timeline">
          {t('lead.timeline')}
        </OpenModal>
        {isOwn && <SettingsLink {...props} />}
      </Row>
    </Section>
  );
}

/** On the incident's own ticket: taking it apart, or making one of two. */
function SeveralLinks(props: KnownProps & { incident: Incident }) {
  const { incident } = props;
  const { t } = useWords();
  if (incident.isOver || incident.mergedInto || incident.recordTrouble) return null;
  return (
    <Row>
      <OpenModal {...props} task={{ show: 'move', incident: incident.id }} testId="move-many">
        {t('several.moveMany')}
      </OpenModal>
      <OpenModal {...props} task={{ show: 'merge', incident: incident.id }} testId="merge">
        {t('several.merge')}
      </OpenModal>
    </Row>
  );
}
