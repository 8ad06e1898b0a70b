import type { Ticket, TicketValues } from '../world/ticket.ts';
import type { World } from '../world/world.ts';

/** A ticket as the API writes it. `values` differ from the ticket's own where the search index lags. */
export function wireTicket(world: World, ticket: Ticket, values: TicketValues = ticket.values) {
  return {
    url: `https://${world.settings.subdomain}.zendesk.com/api/v2/tickets/${ticket.id}.json`,
    id: ticket.id,
    external_id: values.externalId,
    via: { channel: ticket.channel, source: { from: {}, to: {}, rel: null } },
    created_at: iso(ticket.createdAt),
    updated_at: iso(ticket.updatedAt),
    generated_timestamp: ticket.updatedAt / 1000,
    type: values.type,
    subject: values.subject,
    raw_subject: values.subject,
    description: ticket.description,
    priority: values.priority,
    status: values.status,
    recipient: ticket.recipient,
    requester_id: values.requesterId,
    submitter_id: ticket.submitterId,
    assignee_id: values.assigneeId,
    organization_id: values.organizationId,
    group_id: values.groupId,
    collaborator_ids: [],
    follower_ids: [],
    email_cc_ids: [],
    forum_topic_id: null,
    problem_id: values.problemId,
    has_incidents: (world.incidents.get(ticket.id)?.length ?? 0) > 0,
    is_public: ticket.comments.some((comment) => comment.public),
    due_at: values.dueAt,
    tags: [...values.tags],
    custom_fields: customFields(world, values),
    satisfaction_rating: null,
    sharing_agreement_ids: [],
    custom_status_id: values.customStatusId,
    followup_ids: [...ticket.followupIds],
    ...(ticket.followupSourceId === null ? {} : { via_followup_source_id: ticket.followupSourceId }),
    ticket_form_id: ticket.formId,
    brand_id: ticket.brandId,
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: ticket.fromMessagingChannel,
  };
}

function customFields(world: World, values: TicketValues) {
  const fields: { id: number; value: unknown }[] = [];
  for (const field of world.ticketFields.values())
    if (CUSTOM.has(field.type)) fields.push({ id: field.id, value: values.fields.get(field.id) ?? null });
  return fields;
}

const CUSTOM = new Set(['text', 'textarea', 'tagger', 'checkbox', 'date', 'integer']);

/** Zendesk's times have whole seconds. */
export const iso = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
