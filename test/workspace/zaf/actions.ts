import { HostError } from './announce.ts';
import type { AppInstance } from './instances.ts';
import type { Session } from './session.ts';

type Action = (args: readonly unknown[], target: AppInstance) => unknown;

/** `client.invoke`. https://developer.zendesk.com/api-reference/apps/apps-support-api/ticket_sidebar/ */
export function createActions(session: Session) {
  const { composer } = session;
  const text = (args: readonly unknown[]) => String(args[0] ?? '');
  const append = (format: 'text' | 'html' | 'markdown'): Action => {
    return (args) => composer.append(text(args), format);
  };

  const table: Record<string, Action> = {
    'ticket.editor.insert': (args) => composer.insert(text(args)),
    'ticket.tags.add': (args) =>
      session.form.edit('tags', [...new Set([...tagsOf(session), ...toTags(args)])]),
    'ticket.tags.remove': (args) => {
      const gone = toTags(args);
      session.form.edit(
        'tags',
        tagsOf(session).filter((tag) => !gone.includes(tag)),
      );
    },
    notify: (args) => notify(session, args),
    routeTo: ([type, id]) => session.routeTo(String(type), id),
    resize: ([size], target) => resize(session, size, target),
    'instances.create': ([wanted], target) => createInstance(session, wanted, target),
    destroy: (_args, target) => session.instances.close(target.guid),
    'app.close': (_args, target) => session.instances.close(target.guid),
    enableSave: () => setSaving(session, true),
    disableSave: () => setSaving(session, false),
    // Nothing to see here: they belong to other locations, or to the SDK's own statistics.
    popover: () => undefined,
    show: () => undefined,
    hide: () => undefined,
    preloadPane: () => undefined,
    track: () => undefined,
  };
  for (const place of ['comment', 'ticket.comment']) {
    table[`${place}.appendText`] = append('text');
    table[`${place}.appendHtml`] = append('html');
    table[`${place}.appendMarkdown`] = append('markdown');
  }

  return (name: string, args: readonly unknown[], target: AppInstance): unknown => {
    if (session.surroundings.hasNoTicket && /^(ticket|comment|ticketFields|(en|dis)ableSave$)/.test(name))
      throw new HostError('No such Api');
    const field = /^ticketFields:(?:custom_field_)?(\w+)\.(show|hide|enable|disable)$/.exec(name);
    if (field) return setFieldState(session, field[1] ?? '', field[2] ?? '');
    const action = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!action) throw new HostError('No such Api');
    return action(args, target);
  };
}

const tagsOf = (session: Session) => (session.form.value('tags') ?? []) as readonly string[];
const toTags = (args: readonly unknown[]) =>
  args.flatMap((arg) => (Array.isArray(arg) ? arg : [arg])).map(String);

const NOTICE_LIFE = 5000;

function notify(session: Session, [text, kind, options]: readonly unknown[]) {
  const { sticky, life } = (options ?? {}) as { sticky?: boolean; life?: number };
  const known = kind === 'alert' || kind === 'error' ? kind : 'notice';
  session.toast({ text: String(text ?? ''), kind: known, life: sticky ? undefined : (life ?? NOTICE_LIFE) });
}

function resize(session: Session, size: unknown, target: AppInstance) {
  target.size = { ...target.size, ...(size as AppInstance['size']) };
  session.announce('app.resized', { guid: target.guid, size: target.size });
}

function createInstance(session: Session, wanted: unknown, target: AppInstance) {
  const { location, url, size } = wanted as AppInstance;
  if (location !== 'modal')
    throw new HostError(`The workspace opens modals, not ${JSON.stringify(location)}`);
  const made = session.instances.add({
    location,
    parent: target.guid,
    ...(url === undefined ? {} : { url }),
    ...(size === undefined ? {} : { size }),
  });
  session.instances.announce('instance.created', session.instances.context(made.guid));
  return [{ instanceGuid: made.guid }];
}

function setSaving(session: Session, enabled: boolean) {
  session.isSaveDisabled = !enabled;
  session.announce('save.changed', enabled);
}

function setFieldState(session: Session, name: string, verb: string) {
  const id = Number(name);
  if (!session.isOnForm(id)) throw new HostError(`Could not find a ticket field ${name} on this form`);
  const state = session.fieldStates.get(id) ?? { hidden: false, disabled: false };
  if (verb === 'show' || verb === 'hide') state.hidden = verb === 'hide';
  else state.disabled = verb === 'disable';
  session.fieldStates.set(id, state);
  session.announce('ticketFields.changed', undefined);
}
