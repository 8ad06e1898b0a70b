import { type ApprovalRefusal, refusalByApproval, type Sending, toApproval } from '../domain/approval.ts';
import type { BroadcastRefusal } from '../domain/broadcaster.ts';
import { createDeskTime, type DeskTime, isSettled, SETTLED_MS } from '../domain/deskTime.ts';
import { type Incident, newestUpdate, toIncident } from '../domain/incident.ts';
import { approvalOf, proposalOf } from '../domain/proposal.ts';
import type { Update } from '../domain/record.ts';
import { takesBack } from '../domain/reopen.ts';
import type { Brand } from '../domain/reply.ts';
import type { ReviewTerms } from '../domain/review.ts';
import { stageTag } from '../domain/stage.ts';
import { isOver, type Ticket, type TicketId } from '../domain/ticket.ts';
import { type DraftTrouble, planUpdate, type UpdateDraft, updateNote } from '../domain/update.ts';
import { withUpdate } from '../domain/writeRecord.ts';
import type { BroadcastPorts, ProblemChange } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { identifyBroadcaster } from './checkBroadcaster.ts';
import { checkGate } from './checkGate.ts';
import { doubtAfter, mayHaveWorked } from './mayHaveWorked.ts';
import { createPaced, type Paced } from './paced.ts';
import type { IssueLook } from './readIssue.ts';
import { reviewTerms } from './reviewTerms.ts';

export type Claimed =
  | { readonly do: 'claimed'; readonly update: Update }
  /** Somebody else has posted meanwhile: nothing was written. */
  | { readonly do: 'overtaken'; readonly by: Update | undefined }
  | ({ readonly do: 'refuse' } & ClaimRefusal)
  /** *Resolved* was to rest on Jira, and Jira did not say so when it was asked once more: nothing was written. */
  | { readonly do: 'shut'; readonly look: IssueLook | undefined }
  | { readonly do: 'correct'; readonly troubles: readonly DraftTrouble[] };

/** Why this agent can't post, or nobody can; nothing was written. */
export type ClaimRefusal =
  | BroadcastRefusal
  | ApprovalRefusal
  | { readonly because: 'incident over' } // and the draft does not mean to reopen it
  | { readonly because: 'incident closed' } // Zendesk lets nobody change a closed ticket: a relapse needs a new incident
  | { readonly because: 'incident merged'; readonly into: TicketId } // it belongs there now
  | { readonly because: 'not over' } // the RCA is for an incident of which everybody knows the end
  | { readonly because: 'record' };

const MOST_TRIES = 6;
const BETWEEN_TRIES_MS = 1_000;

/**
 * Makes an update the incident's newest, in one safe write: from then on everybody's app tells it. `seen` is the number
 * of the newest update that its author knew of. After an answer that was lost it looks before it writes again. What has to
 * be approved goes out as the proposal that `sending` names, and as no other.
 */
export async function claimUpdate(
  ports: BroadcastPorts,
  incidentId: TicketId,
  seen: number,
  draft: UpdateDraft,
  time: DeskTime = createDeskTime(),
  sending?: Sending,
): Promise<Claimed> {
  const { clock, tickets } = ports;
  // The RCA is no news of the incident, and waits for nobody.
  const approval = draft.rca ? undefined : ports.settings.approval;
  const paced = createPaced(ports);
  const deed = draft.rca ? 'review' : draft.stage === 'resolved' ? 'resolve' : 'post';
  const { me, refusal } = await identifyBroadcaster(ports, paced.once, deed);
  if (refusal) return { do: 'refuse', ...refusal };
  const isCounted = Number.isFinite(approval?.reports) && !sending;
  const reports = isCounted ? await paced.once(() => tickets.countReports(incidentId)) : undefined;
  let ours: Update | undefined;
  let doubt: ServiceError | undefined;
  for (let tries = 1; ; tries += 1) {
    try {
      const { problem, incident } = await readSettled(ports, paced, incidentId, time);
      if (incident.recordTrouble) return { do: 'refuse', because: 'record' };
      if (ours && isSame(incident.update, ours)) return { do: 'claimed', update: incident.update ?? ours };
      if (incident.mergedInto) return { do: 'refuse', because: 'incident merged', into: incident.mergedInto };
      if (newestUpdate(incident) !== seen) return { do: 'overtaken', by: incident.update };
      if (problem.status === 'closed') return { do: 'refuse', because: 'incident closed' };
      if (draft.rca && !(incident.isOver && incident.stage === 'resolved'))
        return { do: 'refuse', because: 'not over' };
      if (!draft.rca && incident.isOver && !(draft.reopens && takesBack(incident, draft.stage)))
        return { do: 'refuse', because: 'incident over' };
      const now = clock.now();
      const held = refusalByApproval(approval, { ...incident, reports }, me, now, sending);
      if (held) return { do: 'refuse', ...held };
      if (!ours) {
        const proposal = proposalOf(incident);
        const plan = planUpdate(incident, draft, (sending && proposal?.by) ?? me, now);
        if (plan.do === 'refuse') return { do: 'correct', troubles: plan.because };
        ours = {
          ...plan.update,
          ...(sending && proposal && { approval: toApproval(sending, proposal, me) }),
        };
      }
      const update = ours;
      return await paced.once(() => checkAndWrite(ports, problem, incident, update));
    } catch (error) {
      doubt = doubtAfter(error, doubt);
      const isWorthALook =
        error instanceof ServiceError &&
        (error.trouble === 'outdated' || error.trouble === 'too many' || mayHaveWorked(error));
      if (!isWorthALook || tries === MOST_TRIES) throw doubt ?? error;
      await clock.pause((error.retryAfter ?? 0) * 1_000 || BETWEEN_TRIES_MS);
    }
  }
}

/** The incident, read when its stamp told it from every later state: a safe write on it is safe indeed. */
export async function readSettled(
  { tickets, clock }: Pick<BroadcastPorts, 'tickets' | 'clock'>,
  paced: Paced,
  id: TicketId,
  time: DeskTime,
): Promise<{ readonly problem: Ticket; readonly incident: Incident }> {
  for (;;) {
    const { value: problem, asked } = await paced.read(() => tickets.readOne(id));
    time.observe(problem.updatedAt, clock.now());
    if (isSettled(problem, time.atLeast(asked))) return { problem, incident: toIncident(problem) };
    await clock.pause(SETTLED_MS);
  }
}

// Between Jira's answer and the write there is nothing that waits.
async function checkAndWrite(
  ports: BroadcastPorts,
  problem: Ticket,
  incident: Incident,
  wanted: Update,
): Promise<Claimed> {
  const terms = await reviewTerms(ports, incident.severity);
  const checked = wanted.gate && (await checkGate(ports, incident, wanted.gate));
  if (checked?.do === 'shut') return checked;
  const update = checked ? { ...wanted, gate: checked.gate } : wanted;
  const change = toChange(problem, update, terms, ports.brand);
  if (!change) return { do: 'refuse', because: 'record' };
  await ports.batches.write(problem, change);
  return { do: 'claimed', update };
}

function toChange(
  problem: Ticket,
  update: Update,
  terms: ReviewTerms,
  brand: Brand,
): ProblemChange | undefined {
  const record = withUpdate(problem.fields.allclear_record, update, problem.createdAt, terms, brand);
  if (record.state === 'unreadable') return undefined;
  const { rca, n: number } = update;
  // No note of text: nobody knows for sure what Zendesk copies from a solved problem to its tickets. The record has it.
  if (rca) return { fields: { allclear_record: record.text }, note: { did: 'rca', n: number, to: rca.to } };
  const { opened } = record;
  const { n, stage, symptoms, eta, next, extra, noNews, etaPassed, gate, reopens } = update;
  const approval = approvalOf(update);
  return {
    ...(reopens && isOver(problem) && { status: 'open' }),
    fields: {
      allclear_stage: stageTag(stage),
      allclear_symptoms: symptoms,
      allclear_eta: eta ? `${eta.text}, says ${eta.by}` : '',
      allclear_next_update: next ?? '',
      allclear_record: record.text,
    },
    internalNote: updateNote(update),
    note: {
      did: 'update',
      n,
      stage,
      symptoms,
      ...(eta && { eta }),
      ...(next && { next }),
      ...(extra && { extra }),
      ...(noNews && { noNews }),
      ...(etaPassed && { etaPassed }),
      ...(gate && { gate }),
      ...(reopens && { reopens }),
      ...(approval && { approval }),
      ...(opened && { opened }),
    },
  };
}

// The moment of writing, by one agent's clock, is as good as a signature.
function isSame(a: Update | undefined, b: Update): boolean {
  return a?.n === b.n && a.by.id === b.by.id && a.at === b.at;
}
