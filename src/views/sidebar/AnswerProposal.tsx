import { Button } from '@zendeskgarden/react-buttons';
import type { ProposalState } from '../../domain/approval.ts';
import type { BroadcastRefusal } from '../../domain/broadcaster.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { DoneFailed } from '../DoneFailed.tsx';
import { explainRefusal } from '../explainRefusal.ts';
import { Shut } from '../modal/post/Shut.tsx';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { Buttons, Small } from '../pieces.tsx';
import { RefuseProposal } from './RefuseProposal.tsx';
import type { KnownProps } from './Sidebar.tsx';
import type { useProposal } from './useProposal.ts';

/** A colleague's yes or no, or the author's withdrawal; and why neither went through, if so. */
export function AnswerProposal(
  props: Pick<KnownProps, 'now'> &
    ReturnType<typeof useProposal> & {
      proposal: Proposal;
      state: ProposalState;
      isOwn: boolean;
      refusal: BroadcastRefusal | undefined;
    },
) {
  const { proposal, state, isOwn, refusal, sending, answering } = props;
  const { t } = useWords();
  const { customers } = proposal;
  const isOpen = state === 'waiting' || state === 'due' || state === 'late';
  const isBusy = sending.task.state === 'running' || answering.task.state === 'running';
  const isSending = sending.task.state === 'running';
  return (
    <>
      <Failures {...props} />
      {isOpen && isOwn && (
        <>
          <Small>{t('approval.own')}</Small>
          <div>
            <Button
              size="small"
              disabled={isBusy}
              onClick={() => void answering.run({ how: 'withdrawn' })}
              data-test-id="approval-withdraw"
            >
              {isSending ? t('approval.sending') : t('approval.withdraw')}
            </Button>
          </div>
        </>
      )}
      {isOpen && !isOwn && refusal && <ForbiddenHere refusal={refusal} />}
      {isOpen && !isOwn && !refusal && (
        <>
          <Button
            isPrimary
            isStretched
            disabled={isBusy}
            onClick={() => void sending.run('approved')}
            data-test-id="approval-approve"
          >
            {isSending
              ? t('approval.sending')
              : customers
                ? t('approval.approve', { count: customers })
                : t('approval.approveAlone')}
          </Button>
          <RefuseProposal
            isBusy={isBusy}
            refuse={(reason) => void answering.run({ how: 'refused', reason })}
          />
        </>
      )}
    </>
  );
}

function ForbiddenHere({ refusal }: { refusal: BroadcastRefusal }) {
  return <Small>{explainRefusal(refusal, useWords())}</Small>;
}

function Failures({
  sending,
  answering,
  state,
  now,
}: Pick<Parameters<typeof AnswerProposal>[0], 'sending' | 'answering' | 'state' | 'now'>) {
  const words = useWords();
  const sent = sending.task.state === 'done' ? sending.task.value : undefined;
  const answered = answering.task.state === 'done' ? answering.task.value : undefined;
  const failed = [sending.task, answering.task].find((task) => task.state === 'failed');
  const refusal = sent?.do === 'refuse' ? sent : answered?.do === 'refuse' ? answered : undefined;
  return (
    <>
      {sent?.do === 'shut' && <Shut look={sent.look} now={now} />}
      {failed && <DoneFailed error={failed.error} />}
      {refusal && <Note weight="warning">{explainRefusal(refusal, words)}</Note>}
      {state === 'due' && (failed || sent?.do === 'shut') && (
        <Buttons>
          <Button size="small" onClick={() => void sending.run('timed out')} data-test-id="approval-again">
            {words.t('approval.again')}
          </Button>
        </Buttons>
      )}
    </>
  );
}
