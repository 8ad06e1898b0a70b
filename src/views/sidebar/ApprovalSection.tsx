import { type ProposalState, proposalState } from '../../domain/approval.ts';
import { newestUpdate } from '../../domain/incident.ts';
import { type Proposal, proposalOf } from '../../domain/proposal.ts';
import { StageBadge } from '../Badge.tsx';
import { factsOf } from '../modal/timeline/wordsOfEntry.ts';
import { useWords } from '../phrases.tsx';
import { Label, Quote, Row, Section, Small } from '../pieces.tsx';
import { AnswerProposal } from './AnswerProposal.tsx';
import type { Involved } from './IncidentStatus.tsx';
import { OpenModal } from './OpenModal.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { useBroadcaster } from './useBroadcaster.ts';
import { useMe } from './useMe.ts';
import { useProposal } from './useProposal.ts';

type Props = KnownProps & { standing: Involved };

/** An update that waits for a second person: what it says, until when, and a colleague's yes or no. */
export function ApprovalSection(props: Props) {
  const { standing, now } = props;
  const { incident } = standing;
  const proposal = proposalOf(incident);
  if (!proposal || incident.recordTrouble || incident.isClosed) return null;
  const state = proposalState(proposal, incident, now);
  // What became of it matters until there is newer news.
  const isOld = newestUpdate(incident) > proposal.seen + (state === 'overtaken' ? 1 : 0);
  return isOld ? null : <Shown key={proposal.key} {...props} proposal={proposal} state={state} />;
}

function Shown(props: Props & { proposal: Proposal; state: ProposalState }) {
  const { standing, ports, now, refresh, proposal, state } = props;
  const { incident } = standing;
  const words = useWords();
  const { t, ago, clockTime } = words;
  const { draft, seen, by, at, until } = proposal;
  const { stage, symptoms, extra, next } = draft;
  const n = seen + 1;
  const broadcaster = useBroadcaster(ports, stage === 'resolved' ? 'resolve' : 'post');
  const mayTell = broadcaster !== undefined && !broadcaster.refusal;
  const me = useMe(ports);
  const deeds = useProposal(ports, incident.id, proposal, state, mayTell, refresh);
  const isOpen = state === 'waiting' || state === 'due' || state === 'late';
  if (standing.kind === 'report')
    return isOpen ? (
      <Section data-test-id="approval">
        <Small role="status">
          {t('approval.onReport', { n, time: clockTime(until, now) })}{' '}
          {state === 'due' && t(mayTell ? 'approval.going' : 'approval.goesElsewhere')}
        </Small>
      </Section>
    ) : null;
  const texts = [...new Set([stage === 'resolved' ? '' : symptoms, extra ?? ''])].filter(Boolean);
  const facts = factsOf(draft, words, (iso) => clockTime(iso, now));
  return (
    <Section aria-labelledby="approval" data-test-id="approval">
      <Row>
        <Label id="approval">{t(isOpen ? 'approval.waits' : 'timeline.update', { n })}</Label>
        <StageBadge stage={stage} />
      </Row>
      {texts.length > 0 && <Quote dir="auto">{texts.join('\n')}</Quote>}
      {facts.map(({ text }) => (
        <Small key={text}>{text}</Small>
      ))}
      {next && (
        <Small>
          {t('promise.heading')}: {clockTime(next, now)}
        </Small>
      )}
      <Small>{t('approval.byWhom', { name: by.name, ago: ago(now.getTime() - Date.parse(at)) })}</Small>
      <Outcome proposal={proposal} state={state} now={now} isGoing={mayTell} />
      {isOpen && (
        <div>
          <OpenModal {...props} task={{ show: 'proposal', incident: incident.id }} testId="approval-see">
            {t('approval.see')}
          </OpenModal>
        </div>
      )}
      {me && broadcaster && (
        <AnswerProposal {...props} {...deeds} isOwn={me.id === by.id} refusal={broadcaster.refusal} />
      )}
    </Section>
  );
}

/** How it stands, and what that means for customers. */
function Outcome(props: { proposal: Proposal; state: ProposalState; now: Date; isGoing: boolean }) {
  const { proposal, state, now, isGoing } = props;
  const { seen, by, until, refused } = proposal;
  const { t, span, ago, clockTime } = useWords();
  const n = seen + 1;
  switch (state) {
    case 'waiting':
      return <Small>{t('approval.goesOut', { age: span(Date.parse(until) - now.getTime()) })}</Small>;
    case 'due':
      return <Small role="status">{t(isGoing ? 'approval.going' : 'approval.goesElsewhere')}</Small>;
    case 'late':
      return <Small role="status">{t('approval.late', { time: clockTime(until, now) })}</Small>;
    case 'past':
      return <Small role="status">{t('approval.past')}</Small>;
    case 'overtaken':
      return <Small role="status">{t('approval.overtaken', { n, name: by.name })}</Small>;
    case 'refused': {
      if (!refused) return null;
      const since = ago(now.getTime() - Date.parse(refused.at));
      return (
        <>
          <Small role="status">{t('approval.refused', { n, name: refused.by.name, ago: since })}</Small>
          <Quote dir="auto">{refused.reason}</Quote>
        </>
      );
    }
  }
}
