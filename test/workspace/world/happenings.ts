import { differences, keepUpdate } from './keepUpdate.ts';
import type { User } from './person.ts';
import { defaultCustomStatus } from './planValues.ts';
import type { FieldValue, Ticket, TicketValues } from './ticket.ts';
import { updateTicket } from './updateTicket.ts';
import type { World } from './world.ts';

// What happens in an account without anybody asking its API.

export function customerWrites(world: World, ticketId: number, text: string): Ticket {
  const ticket = world.ticket(ticketId);
  const requester = world.user(ticket.requesterId);
  if (ticket.status === 'closed') return followUp(world, ticket, text);
  const comment = { body: text, public: true };
  updateTicket(world, ticket, { comment }, requester, { channel: ticket.channel });
  return ticket;
}

export function agentWrites(
  world: World,
  ticketId: number,
  agentId: number,
  text: string,
  options: { public?: boolean } = {},
) {
  const comment = { body: text, public: options.public ?? true };
  updateTicket(world, world.ticket(ticketId), { comment }, world.user(agentId), { channel: 'web' });
}

export function closeTicket(world: World, ticketId: number) {
  const ticket = world.ticket(ticketId);
  const closed = {
    ...ticket.values,
    status: 'closed',
    customStatusId: defaultCustomStatus(world, 'closed'),
  } as const;
  happen(world, ticket, closed, world.user(ticket.assigneeId ?? ticket.requesterId), undefined);
}

// Zendesk closes the ticket that was merged, tags it, and says in both where the other is.
// https://support.zendesk.com/hc/en-us/articles/4408886890906
export function mergeTicket(world: World, from: number, into: number, agentId?: number) {
  const lost = world.ticket(from);
  const kept = world.ticket(into);
  const agent = world.user(agentId ?? firstAgent(world));
  const note = (text: string) => ({ body: text, public: false, authorId: agent.id });
  const closed: TicketValues = {
    ...lost.values,
    status: 'closed',
    customStatusId: defaultCustomStatus(world, 'closed'),
    assigneeId: lost.assigneeId ?? agent.id,
    tags: [...lost.tags, 'closed_by_merge'],
  };
  const text = `This request was closed and merged into request #${into} "${kept.subject}".`;
  happen(world, lost, closed, agent, note(text));
  const last = lost.publicComments.at(-1)?.body ?? lost.description;
  const told = note(
    `Request #${from} "${lost.subject}" was closed and merged into this request. Last comment in request #${from}: ${last}`,
  );
  happen(world, kept, kept.values, agent, told);
}

function happen(
  world: World,
  ticket: Ticket,
  values: TicketValues,
  actor: User,
  written: { body: string; public: boolean; authorId: number } | undefined,
) {
  const changes = differences(ticket.values, values);
  const at = world.clock.now();
  keepUpdate(world, ticket, values, { actor, at, channel: 'web', changes, custom: undefined, written });
}

function followUp(world: World, closed: Ticket, text: string): Ticket {
  const followup = world.addTicket({
    subject: `Re: ${closed.subject}`,
    text,
    requesterId: closed.requesterId,
    channel: closed.channel,
    tags: closed.tags,
    fields: inheritedFields(world, closed),
  });
  followup.followupSourceId = closed.id;
  closed.followupIds.push(followup.id);
  world.changes.emit({ kind: 'created', ticketId: followup.id, agentId: closed.requesterId });
  return followup;
}

/** What a follow-up takes over of its source's fields, by their ids. */
export function inheritedFields(world: World, source: Ticket): Record<string, FieldValue> {
  if (!world.settings.followUpInherits) return {};
  return Object.fromEntries([...source.values.fields].map(([id, value]) => [String(id), value]));
}

function firstAgent(world: World): number {
  for (const user of world.users.values())
    if (user.role !== 'end-user' && !user.onlyPrivateComments) return user.id;
  throw new Error('The world has no agent.');
}
