import type { FieldIds, FieldKey } from '../../domain/fields.ts';
import { visibleLines } from '../../domain/markup.ts';
import type { TicketStatus } from '../../domain/ticket.ts';
import type { TicketForm } from '../../ports/form.ts';
import { ServiceError } from '../../ports.ts';
import type { ZafAnswer, ZafClient } from './client.ts';

/** The open ticket's form and composer, through Zendesk's Apps framework. */
export function createForm(client: ZafClient, fieldIds: () => Promise<FieldIds>): TicketForm {
  const get = async (...paths: string[]) => (await inTime(client.get(paths))) as ZafAnswer;
  const set = async (values: Record<string, unknown>) =>
    refuse(await inTime(client.set(values)), Object.keys(values));
  const pathOf = async (key: FieldKey) => `ticket.customField:custom_field_${(await fieldIds())[key]}`;

  return {
    async look() {
      const seen = await get('ticket.id', 'ticket.status', 'ticket.editor.targetChannel');
      const channel = seen['ticket.editor.targetChannel'] as { name?: unknown } | string | undefined;
      return {
        ticket: Number(seen['ticket.id']),
        status: String(seen['ticket.status']) as TicketStatus,
        channel: String((typeof channel === 'object' ? channel?.name : channel) ?? ''),
      };
    },
    async customer() {
      const seen = await get('ticket.requester');
      const user = (seen['ticket.requester'] ?? {}) as Record<string, unknown>;
      const zone = user.timeZone as { ianaName?: unknown } | undefined;
      return {
        id: Number(user.id) || undefined,
        name: String(user.name ?? ''),
        locale: text(user.locale),
        timeZone: text(zone?.ianaName),
      };
    },
    async brand() {
      const brand = (await get('ticket.brand'))['ticket.brand'] as
        | { id?: unknown; name?: unknown }
        | undefined;
      return { id: Number(brand?.id) || undefined, name: text(brand?.name) };
    },
    async composer() {
      const seen = await get('ticket.comment');
      const comment = (seen['ticket.comment'] ?? {}) as { text?: unknown; type?: unknown };
      return { html: String(comment.text ?? ''), isPublic: comment.type === 'publicReply' };
    },
    // The only formatting action that chat and messaging composers obey.
    async insert(html) {
      refuse(await inTime(client.invoke('ticket.editor.insert', html)), ['ticket.editor.insert']);
    },
    // Unlike `insert`, this puts a text in as it is: a composer without rich text would show customers the tags.
    async replaceComposer(html) {
      const comment = (await get('ticket.comment'))['ticket.comment'] as
        | { useRichText?: unknown }
        | undefined;
      const isRich = comment?.useRichText !== false;
      await set({ 'comment.text': isRich ? html : visibleLines(html).join('\n') });
    },
    async makePublic() {
      await set({ 'comment.type': 'publicReply' });
    },
    async fields(keys) {
      const paths = await Promise.all(keys.map(pathOf));
      const seen = await get(ALWAYS_THERE, ...paths);
      return Object.fromEntries(keys.map((key, index) => [key, String(seen[paths[index] ?? ''] ?? '')]));
    },
    async setFields(values) {
      const entries = await Promise.all(
        Object.entries(values).map(async ([key, value]) => [await pathOf(key as FieldKey), value] as const),
      );
      const paths = entries.map(([path]) => path);
      const seen = await get(ALWAYS_THERE, ...paths);
      if (paths.some((path) => seen.errors?.[path] || !(path in seen))) return false;
      // Whatever it says to this, the form itself is what counts.
      await client.set(Object.fromEntries(entries)).catch(() => {});
      const now = await get(ALWAYS_THERE, ...paths);
      return entries.every(([path, value]) => String(now[path] ?? '') === value);
    },
    hide(keys) {
      for (const key of keys) {
        fieldIds()
          .then((ids) => client.invoke(`ticketFields:custom_field_${ids[key]}.hide`))
          .catch(() => {});
      }
    },
    notify(message, kind) {
      // Zendesk shows the text as HTML.
      void client.invoke('notify', message.replace(/[<>&]/g, ' '), kind).catch(() => {});
    },
    openTicket(id) {
      void client.invoke('routeTo', 'ticket', id).catch(() => {});
    },
    // A handler's promise that rejects stops the save with its text; one that resolves lets it through.
    // https://developer.zendesk.com/api-reference/apps/apps-support-api/all_locations/#ticketsave
    beforeSave(check) {
      const handler = async () => {
        const reason = await check();
        if (reason) throw reason;
      };
      client.on('ticket.save', handler);
      return () => client.off('ticket.save', handler);
    },
    afterSave(act) {
      const saved = () => act('saved');
      const failed = () => act('failed');
      client.on('ticket.submit.done', saved);
      client.on('ticket.submit.fail', failed);
      return () => {
        client.off('ticket.submit.done', saved);
        client.off('ticket.submit.fail', failed);
      };
    },
    // A ticket behind another one keeps its iframe, and its page does not count as hidden.
    onTurn(act) {
      const toFront = () => act(true);
      const toBack = () => act(false);
      client.on('app.activated', toFront);
      client.on('app.deactivated', toBack);
      return () => {
        client.off('app.activated', toFront);
        client.off('app.deactivated', toBack);
      };
    },
    onChange(act) {
      const handler = () => act();
      for (const event of CHANGES) client.on(event, handler);
      return () => {
        for (const event of CHANGES) client.off(event, handler);
      };
    },
  };
}

// A `get` of several paths rejects when all of them fail; with this one among them it says which did.
const ALWAYS_THERE = 'ticket.id';

const CHANGES = [
  'ticket.updated',
  'ticket.status.changed',
  'ticket.problem_id.changed',
  'ticket.requester.id.changed',
];

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

// The SDK rejects with an Error of its own, or with nothing at all.
async function inTime(answer: Promise<ZafAnswer>): Promise<ZafAnswer | undefined> {
  try {
    return await answer;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : undefined;
    throw new ServiceError('Zendesk', 'refused', { detail, cause });
  }
}

function refuse(answer: ZafAnswer | undefined, paths: readonly string[]): void {
  const error = paths.map((path) => answer?.errors?.[path]).find(Boolean) as
    | { message?: unknown }
    | undefined;
  if (error) throw new ServiceError('Zendesk', 'refused', { detail: text(error.message) });
}
