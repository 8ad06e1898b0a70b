import * as v from 'valibot';
import type { FieldIds, FieldKey } from '../../domain/fields.ts';
import { INCIDENT_TAG } from '../../domain/incident.ts';
import type { NewProblem } from '../../domain/newProblem.ts';
import type { ProblemDesk } from '../../ports/problems.ts';
import type { Clock } from '../../ports.ts';
import type { ZafClient, ZafRequest } from '../zaf/client.ts';
import { send } from '../zaf/send.ts';
import { read, toTicket, WireTicket } from './wire.ts';
import { toUpdate } from './zendesk.ts';

const SERVICE = 'Zendesk';
const OneTicket = v.object({ ticket: WireTicket });

/** Makes incidents' own tickets, and finds the tickets they may be about. */
export function createProblems(
  client: ZafClient,
  clock: Clock,
  fieldIds: () => Promise<FieldIds>,
): ProblemDesk {
  const ask = async <Schema extends v.GenericSchema>(schema: Schema, request: ZafRequest) => {
    const { body } = await send(client, clock, SERVICE, request);
    return read(schema, body, request.url.split('?')[0] ?? '');
  };

  // https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/
  async function search(query: string, page = 1) {
    const place = page > 1 ? `&page=${page}` : '';
    const url = `/api/v2/search.json?query=${encodeURIComponent(query)}&sort_by=created_at&sort_order=desc&per_page=${PAGE}${place}`;
    const { results, count } = await ask(Found, { url });
    const ids = await fieldIds();
    const before = (page - 1) * PAGE;
    return {
      tickets: results.map((wire) => toTicket(wire, ids)),
      more: (count ?? 0) > before + results.length,
    };
  }

  return {
    // https://developer.zendesk.com/api-reference/introduction/requests/#idempotency
    async create(problem, key) {
      const ids = await fieldIds();
      const { ticket } = await ask(OneTicket, {
        url: '/api/v2/tickets.json',
        type: 'POST',
        contentType: 'application/json',
        headers: { 'Idempotency-Key': key },
        data: JSON.stringify({ ticket: toNewTicket(problem, ids) }),
      });
      return toTicket(ticket, ids);
    },
    async makeIncident(ticket, { tags, internalNote, fields, note }) {
      const ids = await fieldIds();
      const change = {
        ...toUpdate(ticket, { type: 'problem', fields, note }, ids),
        tags: [...new Set([...ticket.tags, ...tags])],
        comment: { html_body: internalNote, public: false },
      };
      const answer = await ask(OneTicket, {
        url: `/api/v2/tickets/${ticket.id}.json`,
        type: 'PUT',
        contentType: 'application/json',
        data: JSON.stringify({ ticket: change }),
      });
      return toTicket(answer.ticket, ids);
    },
    recent: (since, page) => search(`type:ticket created>${toSeconds(since)}`, page),
    incidentsSince: (since) =>
      search(`type:ticket ticket_type:problem tags:${INCIDENT_TAG} created>${toSeconds(since)}`),
    tagged: async (tag) => (await search(`type:ticket tags:${tag}`)).tickets,
  };
}

const PAGE = 100;
const toSeconds = (time: Date) => `${time.toISOString().slice(0, 19)}Z`;
const Found = v.object({ results: v.array(WireTicket), count: v.optional(v.nullable(v.number())) });

function toNewTicket(problem: NewProblem, ids: FieldIds) {
  const { subject, internalNote, priority, assigneeId, tags, fields, note } = problem;
  const values = Object.entries(fields) as [FieldKey, string][];
  return {
    type: 'problem',
    subject,
    comment: { html_body: internalNote, public: false },
    priority,
    assignee_id: assigneeId,
    tags,
    custom_fields: values.map(([key, value]) => ({ id: ids[key], value: value || null })),
    metadata: { allclear: note },
  };
}
