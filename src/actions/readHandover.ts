import type { BroadcastRefusal, Colleague } from '../domain/broadcaster.ts';
import { findGroup } from '../domain/broadcaster.ts';
import { type HandoverFact, handoverFacts } from '../domain/handover.ts';
import { type Incident, toIncident } from '../domain/incident.ts';
import { type Lead, leadIn } from '../domain/lead.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { identifyBroadcaster } from './checkBroadcaster.ts';

export interface HandoverRead {
  readonly incident: Incident;
  readonly lead?: Lead | undefined;
  readonly facts: readonly HandoverFact[];
  readonly me: Colleague;
  readonly refusal?: BroadcastRefusal | undefined;
  /** To whom it can be given; `isAll` is false where somebody may be missing. */
  readonly colleagues: readonly Colleague[];
  readonly isAll: boolean;
  /** Why nobody could be listed. */
  readonly error?: ServiceError | undefined;
}

/** What handing an incident over begins with. Colleagues are the members of the group that may post, else of one's own groups. */
export async function readHandover(ports: BroadcastPorts, incidentId: TicketId): Promise<HandoverRead> {
  const { tickets, batches, settings, clock } = ports;
  const [problem, { me, refusal }] = await Promise.all([
    tickets.readOne(incidentId),
    identifyBroadcaster(ports),
  ]);
  const incident = toIncident(problem);
  const wanted = settings.broadcastGroup;
  const known = {
    incident,
    lead: leadIn(problem),
    facts: handoverFacts(problem, incident, clock.now()),
    me: { id: me.id, name: me.name },
    refusal,
  };
  try {
    const mine = await batches.myGroups();
    const groups = wanted ? [findGroup(wanted, mine)].flatMap((group) => group ?? []) : mine;
    const { people, isAll } = await batches.colleagues(groups.map(({ id }) => id));
    return { ...known, colleagues: people.filter(({ id }) => id !== me.id), isAll };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { ...known, colleagues: [], isAll: false, error };
  }
}
