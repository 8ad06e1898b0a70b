import { useEffect, useRef } from 'react';
import type { Answer } from '../../actions/answerProposal.ts';
import type { Claimed } from '../../actions/claimUpdate.ts';
import type { ProposalState } from '../../domain/approval.ts';
import type { Approval, Proposal } from '../../domain/proposal.ts';
import type { TicketId } from '../../domain/ticket.ts';
import type { Ports } from '../../ports.ts';
import { useTask } from '../useTask.ts';
import { wishToTell } from './tellWish.ts';

/**
 * A yes or a no to a proposal; and once its limit has come, `mayTell` lets this tab send it, once and one tab of a browser at a
 * time. Whatever other browsers do at that moment, it becomes one update.
 */
export function useProposal(
  { broadcasting, browser }: Ports,
  incident: TicketId,
  { key }: Proposal,
  state: ProposalState,
  mayTell: boolean,
  refresh: () => Promise<void>,
) {
  const sending = useTask(async (how: Approval['how']): Promise<Claimed> => {
    const [services, { sendProposal }] = await Promise.all([
      broadcasting(),
      import('../../actions/sendProposal.ts'),
    ]);
    const sent = await sendProposal(services, incident, { key, how });
    if (sent.do === 'claimed') wishToTell(incident, sent.update.n);
    await refresh();
    return sent;
  });
  const answering = useTask(async (answer: Answer) => {
    const [services, { answerProposal }] = await Promise.all([
      broadcasting(),
      import('../../actions/answerProposal.ts'),
    ]);
    const answered = await answerProposal(services, incident, key, answer);
    await refresh();
    return answered;
  });

  const tried = useRef('');
  const isWanted = state === 'due' && mayTell && tried.current !== key;
  const { run } = sending;
  useEffect(() => {
    if (!isWanted) return;
    tried.current = key; // what did not work is for a person to try again
    void browser.take(`proposal.${incident}`).then(async (giveBack) => {
      if (!giveBack) return; // another tab is at it
      await run('timed out');
      giveBack();
    });
  }, [isWanted, key, browser, incident, run]);

  return { sending, answering };
}
