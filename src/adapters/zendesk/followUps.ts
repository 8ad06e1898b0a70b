import * as v from 'valibot';
import type { FieldIds, FieldKey } from '../../domain/fields.ts';
import type { FollowUp } from '../../domain/followUpTicket.ts';
import type { BatchDesk } from '../../ports/batches.ts';
import type { Ask } from './pages.ts';

const Made = v.object({ ticket: v.object({ id: v.number() }) });

/** Tickets that go on from closed ones. */
export function createFollowUps(ask: Ask, fieldIds: () => Promise<FieldIds>): Pick<BatchDesk, 'followUp'> {
  return {
    // https://developer.zendesk.com/documentation/ticketing/managing-tickets/creating-and-updating-tickets/#creating-a-follow-up-ticket
    // https://developer.zendesk.com/api-reference/introduction/requests/#idempotency
    async followUp(followUp, key) {
      const ticket = toWire(followUp, await fieldIds());
      const made = await ask(Made, {
        url: '/api/v2/tickets.json',
        type: 'POST',
        contentType: 'application/json',
        headers: { 'Idempotency-Key': key },
        data: JSON.stringify({ ticket }),
      });
      return made.ticket.id;
    },
  };
}

// Solved, and by somebody: it asks nothing of anybody until its customer answers, which opens it. It is no report of the
// incident: its source is.
function toWire(followUp: FollowUp, ids: FieldIds) {
  const { source, subject, requesterId, assigneeId, brandId, html, tags, fields, note } = followUp;
  return {
    via_followup_source_id: source,
    subject,
    requester_id: requesterId,
    assignee_id: assigneeId,
    ...(brandId !== undefined && { brand_id: brandId }),
    type: 'question',
    status: 'solved',
    comment: { html_body: html, public: true },
    tags,
    custom_fields: Object.entries(fields).map(([key, value]) => ({ id: ids[key as FieldKey], value })),
    metadata: { allclear: note },
  };
}
