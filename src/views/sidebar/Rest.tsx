import { CoverageSection } from './CoverageSection.tsx';
import { DetachSection } from './DetachSection.tsx';
import type { Involved } from './IncidentStatus.tsx';
import { JiraSection } from './JiraSection.tsx';
import type { KnownProps } from './Sidebar.tsx';

/** The sections under the customer's: who was told, Engineering's issue, and the way out. */
export function Rest(props: KnownProps & { standing: Involved }) {
  const { standing, seen, ports, now } = props;
  const { incident } = standing;
  return (
    <>
      <CoverageSection
        incident={incident}
        ports={ports}
        now={now}
        stamp={seen.ticket.updatedAt}
        isOwn={standing.kind === 'incident'}
      />
      <JiraSection incident={incident} site={ports.settings.jiraSite} />
      {standing.kind === 'report' && seen.ticket.status !== 'closed' && <DetachSection {...props} />}
    </>
  );
}
