import styled from 'styled-components';
import { reaches } from '../../domain/drillReach.ts';
import { isLate, newestUpdate } from '../../domain/incident.ts';
import { later } from '../later.tsx';
import { Section } from '../pieces.tsx';
import { CoverageSection } from './CoverageSection.tsx';
import { DeclareSection } from './DeclareSection.tsx';
import { FootSection } from './FootSection.tsx';
import type { Involved } from './IncidentStatus.tsx';
import { JiraSection } from './JiraSection.tsx';
import { PostButton } from './PostButton.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { useBroadcaster } from './useBroadcaster.ts';

const AnswersSection = later(() => import('./AnswersSection.tsx').then((file) => file.AnswersSection));
const ChannelsSection = later(() => import('./ChannelsSection.tsx').then((file) => file.ChannelsSection));
const NoticeSection = later(() => import('./NoticeSection.tsx').then((file) => file.NoticeSection));
const ApprovalSection = later(() => import('./ApprovalSection.tsx').then((file) => file.ApprovalSection));
const LeadSection = later(() => import('./LeadSection.tsx').then((file) => file.LeadSection));
const DriftSection = later(() => import('./DriftSection.tsx').then((file) => file.DriftSection));
const ReviewSection = later(() => import('./ReviewSection.tsx').then((file) => file.ReviewSection));
const AskedSection = later(() => import('./AskedSection.tsx').then((file) => file.AskedSection));
const LinksLine = later(() => import('./LinksLine.tsx').then((file) => file.LinksLine));

// As tall as the button will be, once it is known whether this agent may press it.
const Lead = styled(Section)`
  min-height: ${({ theme }) => `${theme.space.base * 10}px`};
`;

/** The sections under the customer's, or under the promise on the incident's own ticket. */
export function Rest(props: KnownProps & { standing: Involved; onRelapse: (broken: number) => void }) {
  const { standing, seen, ports, now } = props;
  const { incident } = standing;
  const broadcaster = useBroadcaster(ports);
  // A broken promise has the button beside it.
  const isLead = standing.kind === 'incident' && (!isLate(incident, now) || broadcaster?.refusal);
  return (
    <>
      {incident.proposal !== undefined && <ApprovalSection {...props} />}
      {isLead && !incident.recordTrouble && !incident.mergedInto && (
        <Lead>
          <PostButton {...props} incident={incident} isOwn place="usual" />
        </Lead>
      )}
      {standing.kind === 'incident' && <DeclareSection {...props} />}
      {standing.kind === 'incident' && (incident.review || incident.isOver) && !incident.mergedInto && (
        <ReviewSection {...props} broadcaster={broadcaster} />
      )}
      {standing.kind === 'report' && <AskedSection {...props} />}
      {!incident.isMergedWhole && <CoverageSection key={newestUpdate(incident)} {...props} />}
      {newestUpdate(incident) > 0 && !incident.recordTrouble && !incident.mergedInto && (
        <AnswersSection {...props} />
      )}
      <JiraSection {...{ incident, ports, now }} seenAt={seen.asOf} />
      {ports.issues && incident.jiraKey && !incident.recordTrouble && (
        <LinksLine key={incident.jiraId ?? incident.jiraKey} {...props} broadcaster={broadcaster} />
      )}
      {(ports.settings.chat ||
        ports.settings.guide ||
        ports.settings.statusPage ||
        (incident.isOver && newestUpdate(incident) > 0)) &&
        !incident.recordTrouble &&
        !incident.update?.rca && <ChannelsSection {...props} broadcaster={broadcaster} />}
      {ports.settings.guide && reaches(incident, 'pendo') && newestUpdate(incident) > 0 && (
        <NoticeSection {...props} />
      )}
      {newestUpdate(incident) > 0 && hasChannels(ports) && !incident.mergedInto && (
        <DriftSection key={incident.id} {...props} broadcaster={broadcaster} />
      )}
      {standing.kind === 'incident' && <LeadSection {...props} />}
      <FootSection {...props} />
    </>
  );
}

// One that is published by hand can't be asked.
function hasChannels({ issues, settings }: KnownProps['ports']): boolean {
  const { chat, guide, statusPage } = settings;
  return [issues, chat, statusPage].some((each) => each !== undefined) || guide?.by === 'guide';
}
