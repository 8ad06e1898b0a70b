import { findGroup, type Group } from './broadcaster.ts';
import { declarationIn } from './declaration.ts';
import { toIncident } from './incident.ts';
import { namedLead } from './lead.ts';
import type { Ticket } from './ticket.ts';

/**
 * Who leads the response as far as the ticket says: who took it or was handed it, else who posted last, else who declared it, else
 * its assignee.
 */
export function leadOf(problem: Ticket): number | undefined {
  return (
    namedLead(problem)?.id ??
    toIncident(problem).update?.by.id ??
    declarationIn(problem.fields.allclear_record)?.by.id ??
    problem.assigneeId
  );
}

/** Whether this agent is to be reminded: as the lead, or in the admin's group. Without a group it is the lead alone. */
export function isInCharge(
  problem: Ticket,
  agent: { readonly id: number; readonly groups: readonly Group[] },
  broadcastGroup: string,
): boolean {
  const isMember = broadcastGroup !== '' && findGroup(broadcastGroup, agent.groups) !== undefined;
  return isMember || leadOf(problem) === agent.id;
}
