import * as v from 'valibot';
import type { FieldIds, FieldKey } from '../../domain/fields.ts';
import type { Ticket, TicketId } from '../../domain/ticket.ts';
import type { Clock, TicketChange, TicketDesk } from '../../ports.ts';
import type { ZafClient, ZafRequest } from '../zaf/client.ts';
import { send } from '../zaf/send.ts';
import { Meta, PAGE, pages } from './pages.ts';
import {
  read,
  toLedgerChange,
  toMacro,
  toNote,
  toPublicComments,
  toTicket,
  WireAudit,
  WireComment,
  WireMacro,
  WireMe,
  WireTicket,
} from './wire.ts';

const SERVICE = 'Zendesk';

const Tickets = v.object({ tickets: v.array(WireTicket), meta: v.optional(Meta()) });
const OneTicket = v.object({ ticket: WireTicket });

/**
 * Tickets, in the agent's own Zendesk session. The ids of our fields may still be on their way when the first request
 * leaves: they are needed to read the answer, not to ask.
 */
export function createZendesk(
  client: ZafClient,
  clock: Clock,
  fieldIds: () => Promise<FieldIds>,
): TicketDesk {
  const ask = async <Schema extends v.GenericSchema>(schema: Schema, request: ZafRequest) => {
    const { body } = await send(client, clock, SERVICE, request);
    return read(schema, body, request.url.split('?')[0] ?? '');
  };
  const asTickets = async (wires: readonly v.InferOutput<typeof WireTicket>[]) => {
    const ids = await fieldIds();
    return wires.map((wire) => toTicket(wire, ids));
  };
  const asTicket = async (wire: v.InferOutput<typeof WireTicket>) => toTicket(wire, await fieldIds());

  return {
    async read(ids) {
      if (ids.length === 0) return [];
      const { tickets } = await ask(Tickets, {
        url: `/api/v2/tickets/show_many.json?ids=${ids.join(',')}&include=incident_counts`,
      });
      return asTickets(tickets);
    },
    async readOne(id) {
      return asTicket((await ask(OneTicket, { url: `/api/v2/tickets/${id}.json` })).ticket);
    },
    // Never search: its index lags by minutes. https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#list-ticket-problems
    async openProblems() {
      const url = `/api/v2/problems.json?include=incident_counts&page[size]=${PAGE}`;
      const { tickets, meta } = await ask(Tickets, { url });
      const open = tickets.filter(({ status }) => status !== 'solved' && status !== 'closed');
      return { tickets: await asTickets(open), more: meta?.has_more ?? false };
    },
    async reports(incident, { cursor, size = PAGE } = {}) {
      const after = cursor ? `&page[after]=${encodeURIComponent(cursor)}` : '';
      const url = `/api/v2/tickets/${incident}/incidents.json?page[size]=${size}${after}`;
      const { tickets, meta } = await ask(Tickets, { url });
      return { tickets: await asTickets(tickets), next: (meta?.has_more && meta.after_cursor) || undefined };
    },
    async countReports(incident) {
      const Related = v.object({ incidents: v.number() });
      return (await ask(Related, { url: `/api/v2/tickets/${incident}/related.json` })).incidents;
    },
    async change(ticket, change) {
      const ids = await fieldIds();
      const data = JSON.stringify({ ticket: toUpdate(ticket, change, ids) });
      const url = `/api/v2/tickets/${ticket.id}.json`;
      const request: ZafRequest = { url, type: 'PUT', contentType: 'application/json', data };
      return asTicket((await ask(OneTicket, request)).ticket);
    },
    async history(id) {
      const Audits = v.object({ audits: v.array(WireAudit), meta: v.optional(Meta()) });
      const ids = await fieldIds();
      const audits: v.InferOutput<typeof WireAudit>[] = [];
      for await (const page of pages(ask, Audits, `/api/v2/tickets/${id}/audits.json?page[size]=${PAGE}`)) {
        audits.push(...page.audits);
      }
      return {
        notes: audits.flatMap((audit) => toNote(audit) ?? []),
        ledger: audits.flatMap((audit) => toLedgerChange(audit, ids) ?? []),
      };
    },
    async lastPublicComments(id) {
      const Comments = v.object({ comments: v.array(WireComment) });
      const url = `/api/v2/tickets/${id}/comments.json?sort_order=desc&per_page=10`;
      return toPublicComments((await ask(Comments, { url })).comments);
    },
    async me() {
      const { user } = await ask(v.object({ user: WireMe }), { url: '/api/v2/users/me.json' });
      return {
        id: user.id,
        name: user.name,
        locale: user.locale,
        isLight: user.only_private_comments === true,
        isRestricted: Boolean(user.ticket_restriction),
        roleId: user.custom_role_id ?? undefined,
      };
    },
    async macros(titlePrefix) {
      const url = `/api/v2/macros.json?active=true&only_viewable=true&sort_by=alphabetical&page[size]=${PAGE}`;
      const Macros = v.object({ macros: v.array(WireMacro), meta: v.optional(Meta()) });
      const found: v.InferOutput<typeof WireMacro>[] = [];
      for await (const page of pages(ask, Macros, url)) {
        found.push(...page.macros.filter(({ title }) => title.startsWith(titlePrefix)));
        if (isPast(page.macros, titlePrefix)) break;
      }
      return found.filter(({ active }) => active).flatMap((macro) => toMacro(macro) ?? []);
    },
  };
}

// Once a title sorts behind ours, none of ours can follow; but only where the list is in order, which Zendesk promises
// for paging by offset alone.
function isPast(macros: readonly { title: string }[], titlePrefix: string): boolean {
  const titles = macros.map(({ title }) => title);
  const isInOrder = titles.every((title, index) => (titles[index - 1] ?? title).localeCompare(title) <= 0);
  const last = titles.at(-1) ?? '';
  return isInOrder && last.localeCompare(titlePrefix) > 0 && !last.startsWith(titlePrefix);
}

// https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#update-ticket
export function toUpdate(ticket: Ticket, change: TicketChange, ids: FieldIds) {
  const { type, priority, problemId, tags, fields, note } = change;
  const values = Object.entries(fields ?? {}) as [FieldKey, string][];
  return {
    ...(type !== undefined && { type }),
    ...(priority !== undefined && { priority }),
    ...(tags !== undefined && { tags }),
    ...(problemId !== undefined && { problem_id: problemId satisfies TicketId | null }),
    ...(tags && { tags }),
    ...(values.length > 0 && {
      custom_fields: values.map(([key, value]) => ({ id: ids[key], value: value || null })),
    }),
    metadata: { allclear: note },
    safe_update: true,
    updated_stamp: ticket.updatedAt,
  };
}
