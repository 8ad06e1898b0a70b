import { Button } from '@zendeskgarden/react-buttons';
import { useWords } from '../phrases.tsx';
import { Row, Section } from '../pieces.tsx';
import { Detach } from './Detach.tsx';
import type { Involved } from './IncidentStatus.tsx';
import { OpenModal } from './OpenModal.tsx';
import { PostButton } from './PostButton.tsx';
import { SettingsLink } from './SettingsLink.tsx';
import type { KnownProps } from './Sidebar.tsx';

/** What there is to do beyond this customer: the next update, the way out, and where to read more. */
export function FootSection(props: KnownProps & { standing: Involved }) {
  const { standing, seen, ports } = props;
  const { incident } = standing;
  const { t } = useWords();
  const isOwn = standing.kind === 'incident';
  const post = <PostButton {...props} incident={incident} isOwn={isOwn} place="usual" />;
  return (
    <Section>
      {!isOwn && (seen.ticket.status === 'closed' ? post : <Detach {...props} beside={post} />)}
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
