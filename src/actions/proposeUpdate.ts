import { openProposal } from '../domain/approval.ts';
import { type Incident, newestUpdate, toIncident } from '../domain/incident.ts';
import { type Proposing, planProposal, proposalNote, toProposal } from '../domain/planProposal.ts';
import { type Proposal, proposalOf } from '../domain/proposal.ts';
import { takesBack } from '../domain/reopen.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import { withProposal } from '../domain/writeRecord.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { changeProblem, type Decided } from './changeProblem.ts';
import { identifyBroadcaster } from './checkBroadcaster.ts';
import { checkGate } from './checkGate.ts';
import type { Claimed } from './claimUpdate.ts';
import { createPaced } from './paced.ts';

export type Proposed =
  | { readonly do: 'proposed'; readonly proposal: Proposal }
  /** Another one waits already: nothing was written. */
  | { readonly do: 'waiting'; readonly proposal: Proposal }
  | Exclude<Claimed, { do: 'claimed' }>;

/**
 * Writes an update into the incident's record for somebody else to approve. Nobody is told anything by it. `seen` is the number
 * of the newest update that its author knew of. The same key proposes once.
 */
export async function proposeUpdate(
  ports: BroadcastPorts,
  incidentId: TicketId,
  seen: number,
  proposing: Proposing,
): Promise<Proposed> {
  const { clock, settings, tickets } = ports;
  const { draft, key } = proposing;
  const { stage, gate, reopens = false } = draft;
  const paced = createPaced(ports);
  const { me, refusal } = await identifyBroadcaster(
    ports,
    paced.once,
    stage === 'resolved' ? 'resolve' : 'post',
  );
  if (refusal) return { do: 'refuse', ...refusal };
  // Nobody is to approve what could not be said: it is asked once more when it goes out.
  if (stage === 'resolved' && gate) {
    const incident = toIncident(await paced.answer(() => tickets.readOne(incidentId)));
    const checked = await checkGate(ports, incident, { ...gate, at: clock.now().toISOString() });
    if (checked.do === 'shut') return checked;
  }
  const minutes = settings.approval?.minutes ?? 0;
  return changeProblem(ports, incidentId, (incident, problem): Decided<Proposed> => {
    const done = (outcome: Proposed) => ({ done: outcome });
    if (incident.recordTrouble) return done({ do: 'refuse', because: 'record' });
    const now = latest(clock.now(), problem);
    const open = openProposal(incident, now);
    if (open?.key === key) return done({ do: 'proposed', proposal: open });
    if (newestUpdate(incident) !== seen) return done({ do: 'overtaken', by: incident.update });
    if (problem.status === 'closed') return done({ do: 'refuse', because: 'incident closed' });
    if (incident.isOver && !(reopens && takesBack(incident, stage)))
      return done({ do: 'refuse', because: 'incident over' });
    if (open) return done({ do: 'waiting', proposal: open });
    // What a newer version has proposed is nobody's to write over.
    if (incident.proposal !== undefined && !proposalOf(incident))
      return done({ do: 'refuse', because: 'record' });
    return write(incident, problem, now);
  });

  function write(incident: Incident, problem: Ticket, now: Date): Decided<Proposed> {
    const plan = planProposal(incident, draft, me, now, minutes);
    if (plan.do === 'refuse') return { done: { do: 'correct', troubles: plan.because } };
    const proposal = toProposal(incident, proposing, me, now, minutes);
    const record = withProposal(problem.fields.allclear_record, proposal, problem.createdAt);
    if (record.state === 'unreadable') return { done: { do: 'refuse', because: 'record' } };
    const { n, symptoms, extra } = plan.update;
    return {
      write: {
        fields: { allclear_record: record.text },
        internalNote: proposalNote(plan.update, proposal),
        note: { did: 'propose', key, n, stage, symptoms, ...(extra && { extra }), until: proposal.until },
      },
      answer: { do: 'proposed', proposal },
    };
  }
}

// A computer whose clock is behind would give others no time to answer.
function latest(now: Date, { updatedAt }: Ticket): Date {
  return new Date(Math.max(now.getTime(), Date.parse(updatedAt)));
}
