import type { Answer } from '../world/call.ts';
import type { TicketChange } from '../world/change.ts';
import { keptBody, keptHtml, textOfHtml } from '../world/commentText.ts';
import { inheritedFields } from '../world/happenings.ts';
import { differences } from '../world/keepUpdate.ts';
import type { User } from '../world/person.ts';
import { placeholderValue } from '../world/placeholders.ts';
import { badRequest, invalid, notFound, Refusal } from '../world/refusal.ts';
import { startJob } from '../world/runJob.ts';
import type { Ticket } from '../world/ticket.ts';
import { updateTicket } from '../world/updateTicket.ts';
import type { World } from '../world/world.ts';
import { isObject, readChange } from './readChange.ts';
import type { Request, Route } from './route.ts';
import { wireAudit } from './wireAudit.ts';
import { wireJob } from './wireJob.ts';
import { wireTicket } from './wireTicket.ts';

export const createRoutes: Route[] = [{ method: 'POST', path: '/api/v2/tickets', answer: once }];

// "Idempotency": https://developer.zendesk.com/api-reference/introduction/requests/#idempotency
const KEY_LIVES = 2 * 60 * 60 * 1000;

function once(request: Request): Answer {
  const { world, call } = request;
  const key = Object.entries(call.headers).find(([name]) => name.toLowerCase() === 'idempotency-key')?.[1];
  if (!key) return create(request);
  const written = JSON.stringify(request.body);
  const known = world.idempotent.get(key);
  if (known && world.clock.now() - known.at < KEY_LIVES) {
    if (known.request !== written)
      throw new Refusal(
        400,
        'IdempotentRequestError',
        'Request parameters do not match the given idempotency key.',
      );
    const first = known.answer as Answer;
    return { ...first, headers: { ...first.headers, 'x-idempotency-lookup': 'hit' } };
  }
  const answer = create(request);
  world.idempotent.set(key, { at: world.clock.now(), request: written, answer });
  return { ...answer, headers: { ...answer.headers, 'x-idempotency-lookup': 'miss' } };
}

function create(request: Request): Answer {
  const { world, agent, query } = request;
  if (agent.onlyPrivateComments)
    throw new Refusal(403, 'Forbidden', 'A light agent cannot create this ticket.');
  const wire = isObject(request.body) ? request.body.ticket : undefined;
  if (!isObject(wire)) throw badRequest('Required parameter missing: ticket');
  const ticket = newTicket(request, wire, readChange(wire));
  world.changes.emit({ kind: 'created', ticketId: ticket.id, agentId: agent.id });
  if (query.get('async') === 'true') {
    const job = startJob(world, agent, [], 'Create Ticket');
    return { status: 202, headers: {}, body: { ticket: { id: ticket.id }, job_status: wireJob(world, job) } };
  }
  const [audit] = ticket.audits;
  const body = { ticket: wireTicket(world, ticket), ...(audit ? { audit: wireAudit(audit) } : {}) };
  return { status: 201, headers: { location: body.ticket.url }, body };
}

function newTicket(request: Request, wire: Record<string, unknown>, change: TicketChange): Ticket {
  const { world, agent } = request;
  const { comment, custom, tags, ...rest } = change;
  const said = comment?.html ?? comment?.body ?? '';
  if (said.replace(/<[^>]*>/g, '').trim() === '') throw invalid('base', 'Description: cannot be blank');
  const requesterId = change.requesterId ?? agent.id;
  const requester = world.users.get(requesterId);
  if (!requester) throw invalid('requester', `Requester: ${requesterId} is invalid`);
  if (requester.suspended) throw invalid('requester', `Requester: ${requester.name} is suspended.`);
  const source = followupSource(world, wire.via_followup_source_id);
  const ticket = world.addTicket({
    subject: change.subject ?? '',
    requesterId,
    channel: 'api',
    public: comment?.public ?? true,
    tags: tags ?? source?.tags ?? [],
    ...(source && { fields: inheritedFields(world, source) }),
    ...(comment?.html === undefined ? { text: said } : { html: said }),
    ...(custom ? { custom } : {}),
  });
  complete(world, ticket, rest, request);
  keepText(world, ticket, agent);
  if (source) {
    ticket.followupSourceId = source.id;
    source.followupIds.push(ticket.id);
  }
  return ticket;
}

// The rest of what the request asks for obeys the rules of an update, but is told as one creation.
function complete(world: World, ticket: Ticket, change: TicketChange, { agent }: Request) {
  const before = ticket.values;
  try {
    updateTicket(world, ticket, change, agent);
  } catch (refusal) {
    world.tickets.delete(ticket.id);
    throw refusal;
  }
  const [first] = ticket.audits;
  if (!first) return;
  const blank = { ...before, subject: '', status: 'new', requesterId: 0 } as const;
  first.changes = differences(blank, ticket.values);
  first.created = true;
  first.authorId = agent.id;
  if (first.comment) first.comment.authorId = agent.id;
  ticket.submitterId = agent.id;
  ticket.audits = [first];
  ticket.indexed = [{ until: world.clock.now() + world.settings.searchLag, values: null }];
}

// Placeholders speak of the ticket, so they are filled in once it is there.
function keepText(world: World, ticket: Ticket, agent: User) {
  const [first] = ticket.comments;
  if (!first) return;
  const fill = (name: string) => placeholderValue(world, ticket, agent, name);
  if (first.html !== undefined) first.html = keptHtml(first.html, fill);
  first.body = first.html === undefined ? keptBody(first.body, fill) : textOfHtml(first.html);
  ticket.description = first.body;
}

function followupSource(world: World, id: unknown): Ticket | undefined {
  if (id === undefined || id === null) return undefined;
  const source = world.tickets.get(Number(id));
  if (!source) throw notFound();
  if (source.status !== 'closed')
    throw invalid('via_followup_source_id', `Ticket ${source.id} is not closed`);
  return source;
}
