import type { CommentInput, TicketChange } from './change.ts';
import { keptBody, keptHtml, textOfHtml } from './commentText.ts';
import { differences, keepUpdate, type Written } from './keepUpdate.ts';
import type { User } from './person.ts';
import { placeholderValue } from './placeholders.ts';
import { defaultCustomStatus, planValues } from './planValues.ts';
import { forbidden, invalid, updateConflict } from './refusal.ts';
import { solveIncidents } from './solveIncidents.ts';
import type { Audit, Ticket, TicketValues } from './ticket.ts';
import type { World } from './world.ts';

// https://support.zendesk.com/hc/en-us/articles/4408894213018 and the ticket comments reference
const MOST_COMMENTS = 5000;

export interface UpdateOptions {
  /** Refused when the ticket has changed since; milliseconds. */
  stamp?: number;
  channel?: string;
  /** When it happened; now unless said. */
  at?: number;
}

/**
 * Applies one update as a whole: comment and fields together, with one audit, or nothing at all and a Refusal.
 * Answers the audit, or undefined when there was nothing to do.
 */
export function updateTicket(
  world: World,
  ticket: Ticket,
  change: TicketChange,
  actor: User,
  { stamp, channel = 'api', at = world.clock.now() }: UpdateOptions = {},
): Audit | undefined {
  if (stamp !== undefined && ticket.updatedAt > stamp) throw updateConflict();
  refuseByRights(world, change, actor);
  refuseClosed(world, ticket, change);
  const written = change.comment && planComment(world, ticket, change.comment, actor);
  const values = planValues(world, ticket, change, actor.id);
  if (written) reopenFor(world, ticket, values, actor);
  const changes = differences(ticket.values, values);
  if (!written && changes.length === 0) return undefined;

  const audit = keepUpdate(world, ticket, values, {
    actor,
    at,
    channel,
    changes,
    custom: change.custom,
    written,
  });
  const isSolvedNow = changes.some(({ field, after }) => field === 'status' && after === 'solved');
  if (isSolvedNow && ticket.type === 'problem') solveIncidents(world, ticket, actor, audit.comment);
  return audit;
}

function refuseByRights(world: World, change: TicketChange, actor: User) {
  const { comment, custom: _, ...edits } = change;
  const isEdited = Object.keys(edits).length > 0;
  if (actor.onlyPrivateComments && (comment?.public !== false || isEdited))
    throw forbidden('A light agent can add internal notes and nothing else.');
  const rights = world.customRoles.get(actor.customRoleId ?? 0)?.configuration;
  if (rights?.ticket_editing === false && isEdited) throw forbidden();
  if (rights?.ticket_comment_access === 'none' && comment && comment.public !== false) throw forbidden();
}

function refuseClosed(world: World, ticket: Ticket, change: TicketChange) {
  if (ticket.status !== 'closed') return;
  const editable = ['tags', 'addTags', 'removeTags', 'subject', 'priority', 'custom'];
  const isAllowed =
    world.settings.closedEditable && Object.keys(change).every((name) => editable.includes(name));
  if (!isAllowed) throw invalid('status', 'Status: closed prevents ticket update');
}

function planComment(world: World, ticket: Ticket, input: CommentInput, actor: User): Written | undefined {
  const isAgent = actor.role !== 'end-user';
  const fill = (name: string) => (isAgent ? placeholderValue(world, ticket, actor, name) : `{{${name}}}`);
  const html = input.html === undefined ? undefined : keptHtml(input.html, fill);
  const body = html === undefined ? keptBody(input.body ?? '', fill) : textOfHtml(html);
  if (body.trim() === '') return undefined; // Zendesk makes no comment of nothing.
  if (ticket.comments.length >= MOST_COMMENTS)
    throw invalid('comment', `Comment: a ticket can have at most ${MOST_COMMENTS} comments`);
  const isPublic = input.public ?? ticket.isPublic;
  const requester = world.users.get(ticket.requesterId);
  if (isPublic && isAgent && requester?.suspended && world.settings.suspendedRefused)
    throw invalid('requester', `Requester: ${requester.name} is suspended.`);
  return {
    body,
    public: isPublic,
    authorId: input.authorId ?? actor.id,
    ...(html === undefined ? {} : { html }),
  };
}

// Any comment by an end user on a pending, on-hold or solved ticket reopens it.
function reopenFor(world: World, ticket: Ticket, values: TicketValues, actor: User) {
  if (actor.role !== 'end-user' || !['pending', 'hold', 'solved'].includes(ticket.status)) return;
  values.status = 'open';
  values.customStatusId = defaultCustomStatus(world, 'open');
}
