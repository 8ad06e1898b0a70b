import { cleanText } from '../domain/markup.ts';
import { approvalOf, type Proposal, proposalOf } from '../domain/proposal.ts';
import type { TicketId } from '../domain/ticket.ts';
import { toNote } from '../domain/update.ts';
import { withProposal } from '../domain/writeRecord.ts';
import type { BroadcastPorts, ProblemChange } from '../ports/batches.ts';
import { changeProblem, type Decided } from './changeProblem.ts';
import { identifyBroadcaster } from './checkBroadcaster.ts';
import type { ClaimRefusal } from './claimUpdate.ts';
import { createPaced } from './paced.ts';

export type Answered =
  | { readonly do: 'answered' }
  | { readonly do: 'correct'; readonly because: 'reason missing' }
  | ({ readonly do: 'refuse' } & ClaimRefusal);

/** A colleague's no, with what would have to be different. Its author takes a proposal back without one. */
export type Answer = { readonly how: 'refused'; readonly reason: string } | { readonly how: 'withdrawn' };

const LONGEST_REASON = 1_000;

/**
 * Keeps a proposal from going out, in one safe write: of a yes and a no at the same moment one is written, and the other hears
 * what became of it.
 */
export async function answerProposal(
  ports: BroadcastPorts,
  incidentId: TicketId,
  key: string,
  answer: Answer,
): Promise<Answered> {
  const reason = answer.how === 'refused' ? cleanText(answer.reason).slice(0, LONGEST_REASON) : '';
  if (answer.how === 'refused' && !reason) return { do: 'correct', because: 'reason missing' };
  const { me, refusal } = await identifyBroadcaster(ports, createPaced(ports).once);
  // Whoever may not post any more may still take back what they have proposed.
  if (refusal && answer.how === 'refused') return { do: 'refuse', ...refusal };
  const at = ports.clock.now().toISOString();
  const by = { id: me.id, name: me.name };
  let isTried = false;
  return changeProblem(ports, incidentId, (incident, problem): Decided<Answered> => {
    const { update, recordTrouble } = incident;
    const proposal = proposalOf(incident);
    if (recordTrouble) return { done: { do: 'refuse', because: 'record' } };
    const { refused } = proposal ?? {};
    if (refused?.at === at && refused.by.id === me.id) return { done: { do: 'answered' } }; // an answer was lost
    if (isTried && answer.how === 'withdrawn' && !proposal && approvalOf(update)?.key !== key)
      return { done: { do: 'answered' } };
    if (proposal?.key !== key || refused) return { done: { do: 'refuse', because: 'proposal gone' } };
    if ((proposal.by.id === me.id) !== (answer.how === 'withdrawn'))
      return { done: { do: 'refuse', because: 'own proposal' } };
    const kept = answer.how === 'refused' ? { ...proposal, refused: { by, at, reason } } : undefined;
    const record = withProposal(problem.fields.allclear_record, kept, problem.createdAt);
    if (record.state === 'unreadable') return { done: { do: 'refuse', because: 'record' } };
    isTried = true;
    return {
      write: { fields: { allclear_record: record.text }, ...saying(answer.how, proposal, me.name, reason) },
      answer: { do: 'answered' },
    };
  });
}

function saying(
  how: Answer['how'],
  { key, seen }: Proposal,
  name: string,
  reason: string,
): Pick<ProblemChange, 'note' | 'internalNote'> {
  const n = seen + 1;
  return how === 'refused'
    ? {
        internalNote: toNote(`Update ${n} refused by ${name}`, [reason, 'Nobody was told it.']),
        note: { did: 'refuse', key, n, reason },
      }
    : { note: { did: 'withdraw', key, n } };
}
