import * as v from 'valibot';
import type { FieldIds } from '../../domain/fields.ts';
import type { AnswerDesk, WrittenPage } from '../../ports/answers.ts';
import { type Ask, Meta, PAGE } from './pages.ts';
import { toPerson, WireUser } from './people.ts';
import { toTicket, WireTicket } from './wire.ts';

// A ticket's metrics come with it where they are asked for; `requester_updated_at` is when its requester last wrote.
// https://developer.zendesk.com/documentation/ticketing/using-the-zendesk-api/side_loading/ and …/ticket_metrics/
const Measured = v.object({
  ...WireTicket.entries,
  metric_set: v.optional(v.nullable(v.object({ requester_updated_at: v.optional(v.nullable(v.string())) }))),
});
const Reports = v.object({
  tickets: v.array(Measured),
  users: v.optional(v.array(WireUser), []),
  meta: v.optional(Meta()),
});

// https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#json-format
const Comment = v.object({
  plain_body: v.optional(v.nullable(v.string())),
  body: v.optional(v.nullable(v.string())),
  public: v.boolean(),
  created_at: v.string(),
  author_id: v.number(),
});
const Comments = v.object({
  comments: v.array(Comment),
  users: v.optional(v.array(v.object({ id: v.number(), role: v.optional(v.nullable(v.string())) })), []),
});
const NEWEST = 30;

/** What customers have written, in the agent's own Zendesk session. */
export function createAnswers(ask: Ask, fieldIds: () => Promise<FieldIds>): AnswerDesk {
  const list = async (url: string): Promise<WrittenPage> => {
    const { tickets: wires, users, meta } = await ask(Reports, { url });
    const ids = await fieldIds();
    const wroteAt = wires.flatMap(({ id, metric_set }) => {
      const at = metric_set?.requester_updated_at;
      return at ? [[id, at] as const] : [];
    });
    return {
      tickets: wires.map((wire) => toTicket(wire, ids)),
      people: new Map(users.map((user) => [user.id, toPerson(user)])),
      wroteAt: new Map(wroteAt),
      next: (meta?.has_more && meta.after_cursor) || undefined,
    };
  };
  return {
    written(incident, cursor) {
      const after = cursor ? `&page[after]=${encodeURIComponent(cursor)}` : '';
      const include = 'include=users,metric_sets';
      return list(`/api/v2/tickets/${incident}/incidents.json?${include}&page[size]=${PAGE}${after}`);
    },
    lookWritten: (ids) =>
      list(`/api/v2/tickets/show_many.json?ids=${ids.join(',')}&include=users,metric_sets`),
    async said(id, requesterId) {
      const url = `/api/v2/tickets/${id}/comments.json?include=users&sort_order=desc&per_page=${NEWEST}`;
      const { comments, users } = await ask(Comments, { url });
      const customers = new Set(users.flatMap((user) => (user.role === 'end-user' ? user.id : [])));
      return comments
        .filter((comment) => comment.public)
        .map(({ plain_body, body, created_at: at, author_id: authorId }) => ({
          at,
          authorId,
          isCustomer: authorId === requesterId || customers.has(authorId),
          text: plain_body ?? body ?? '',
        }));
    },
  };
}
