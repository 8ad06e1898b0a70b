import { htmlOf } from '../world/commentText.ts';
import type { Audit, Comment } from '../world/ticket.ts';
import { iso } from './wireTicket.ts';

export function wireAudit(audit: Audit) {
  return {
    id: audit.id,
    ticket_id: audit.ticketId,
    created_at: iso(audit.at),
    author_id: audit.authorId,
    via: via(audit.channel),
    metadata: { system: {}, custom: audit.custom ?? {} },
    events: [...(audit.comment ? [commentEvent(audit.comment)] : []), ...changeEvents(audit)],
  };
}

export function wireComment(comment: Comment) {
  return {
    ...commentEvent(comment),
    plain_body: comment.body,
    via: via(comment.channel),
    created_at: iso(comment.at),
    metadata: { system: {}, custom: {} },
  };
}

function commentEvent(comment: Comment) {
  return {
    id: comment.id,
    type: 'Comment',
    author_id: comment.authorId,
    body: comment.body,
    html_body: htmlOf(comment),
    public: comment.public,
    attachments: [],
    audit_id: comment.auditId,
  };
}

// Ids of events are made from the audit's: the world keeps one number for an update, however many fields it changed.
function changeEvents(audit: Audit) {
  return audit.changes.map(({ field, before, after }, index) => ({
    id: audit.id * 100 + index,
    type: audit.created ? 'Create' : 'Change',
    field_name: field,
    value: told(after),
    ...(audit.created ? {} : { previous_value: told(before) }),
  }));
}

// Audits write ids as text and keep lists as they are.
const told = (value: unknown) => (typeof value === 'number' ? String(value) : (value ?? null));

const via = (channel: string) => ({ channel, source: { from: {}, to: {}, rel: null } });
