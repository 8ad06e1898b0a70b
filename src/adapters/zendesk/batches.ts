import * as v from 'valibot';
import type { BatchItem } from '../../domain/batch.ts';
import type { FieldIds } from '../../domain/fields.ts';
import type { BatchDesk, ReportPage } from '../../ports/batches.ts';
import type { Clock } from '../../ports.ts';
import type { ZafClient, ZafRequest } from '../zaf/client.ts';
import { send } from '../zaf/send.ts';
import { createAnswers } from './answers.ts';
import { Audits, toAudit } from './audits.ts';
import { createFollowUps } from './followUps.ts';
import { Meta } from './pages.ts';
import { toPerson, WireUser } from './people.ts';
import { createTeam } from './team.ts';
import { read, toTicket, WireTicket } from './wire.ts';
import { StartedJob, toJob, WireJobs } from './wireJob.ts';
import { toUpdate } from './zendesk.ts';

const SERVICE = 'Zendesk';
const PAGE = 100;

/** Many tickets at once, in the agent's own Zendesk session: lists with their people, and Zendesk's job queue. */
export function createBatches(client: ZafClient, clock: Clock, fieldIds: () => Promise<FieldIds>): BatchDesk {
  const ask = async <Schema extends v.GenericSchema>(schema: Schema, request: ZafRequest) => {
    const { body } = await send(client, clock, SERVICE, request);
    return read(schema, body, request.url.split('?')[0] ?? '');
  };
  const put = (url: string, body: unknown): ZafRequest => ({
    url,
    type: 'PUT',
    contentType: 'application/json',
    data: JSON.stringify(body),
  });

  const list = async (url: string): Promise<ReportPage> => {
    const { tickets: wires, users, meta } = await ask(Reports, { url });
    const ids = await fieldIds();
    const tickets = wires.map((wire) => toTicket(wire, ids));
    const people = new Map(users.map((user) => [user.id, toPerson(user)]));
    return { tickets, people, next: (meta?.has_more && meta.after_cursor) || undefined };
  };

  return {
    reports(incident, cursor) {
      const after = cursor ? `&page[after]=${encodeURIComponent(cursor)}` : '';
      return list(`/api/v2/tickets/${incident}/incidents.json?include=users&page[size]=${PAGE}${after}`);
    },
    look: (ids) => list(`/api/v2/tickets/show_many.json?ids=${ids.join(',')}&include=users`),
    async people(ids) {
      const { users } = await ask(Users, { url: `/api/v2/users/show_many.json?ids=${ids.join(',')}` });
      return new Map(users.map((user) => [user.id, toPerson(user)]));
    },
    async organizations(ids) {
      const url = `/api/v2/organizations/show_many.json?ids=${ids.join(',')}`;
      const { organizations } = await ask(Organizations, { url });
      return new Map(organizations.map(({ id, name }) => [id, name]));
    },
    async send(items) {
      const ids = await fieldIds();
      const tickets = items.map((item) => toRow(item, ids));
      const { job_status } = await ask(StartedJob, put('/api/v2/tickets/update_many.json', { tickets }));
      return job_status.id;
    },
    async sendOne(item) {
      const ids = await fieldIds();
      const { id, ...ticket } = toRow(item, ids);
      return toTicket((await ask(OneTicket, put(`/api/v2/tickets/${id}.json`, { ticket }))).ticket, ids);
    },
    async jobs(ids) {
      const url = `/api/v2/job_statuses/show_many.json?ids=${ids.join(',')}`;
      return (await ask(WireJobs, { url })).job_statuses.flatMap((wire) => toJob(wire) ?? []);
    },
    async audits(id, cursor) {
      const after = cursor ? `&page[after]=${encodeURIComponent(cursor)}` : '';
      const url = `/api/v2/tickets/${id}/audits.json?page[size]=${PAGE}${after}`;
      const { audits, meta } = await ask(Audits, { url });
      const ids = await fieldIds();
      return {
        audits: audits.map((wire, index) => toAudit(wire, ids, !cursor && index === 0)),
        next: (meta?.has_more && meta.after_cursor) || undefined,
      };
    },
    async write(problem, { status, assigneeId, internalNote, ...change }) {
      const ids = await fieldIds();
      const ticket = {
        ...toUpdate(problem, change, ids),
        ...(status && { status }),
        ...(assigneeId && { assignee_id: assigneeId }),
        ...(internalNote && { comment: { html_body: internalNote, public: false } }),
      };
      const answer = await ask(OneTicket, put(`/api/v2/tickets/${problem.id}.json`, { ticket }));
      return toTicket(answer.ticket, ids);
    },
    ...createFollowUps(ask, fieldIds),
    ...createTeam(client, ask),
    ...createAnswers(ask, fieldIds),
  };
}

const OneTicket = v.object({ ticket: WireTicket });

const Users = v.object({ users: v.array(WireUser) });
// https://developer.zendesk.com/api-reference/ticketing/organizations/organizations/#show-many-organizations
const Organizations = v.object({ organizations: v.array(v.object({ id: v.number(), name: v.string() })) });
const Reports = v.object({
  tickets: v.array(WireTicket),
  users: v.optional(v.array(WireUser), []),
  meta: v.optional(Meta()),
});

// With a stamp of its own a row needs both properties.
// https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#protect-against-ticket-update-collisions
function toRow({ ticket, html, status, ...change }: BatchItem, ids: FieldIds) {
  return {
    id: ticket.id,
    ...toUpdate(ticket, change, ids),
    ...(status && { status }),
    ...(html && { comment: { html_body: html, public: true } }),
  };
}
