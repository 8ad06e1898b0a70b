import type { Answer, Call } from '../world/call.ts';
import type { Change } from '../world/changes.ts';
import { createActions } from './actions.ts';
import type { Announce } from './announce.ts';
import { type Composer, createComposer } from './composer.ts';
import { createForm, type Form } from './form.ts';
import { type AppInstance, createInstances, type Instances } from './instances.ts';
import { readPath } from './readPath.ts';
import type { RequestOptions, RequestOutcome } from './request.ts';
import { setPath } from './setPath.ts';
import type { Snapshot } from './snapshot.ts';
import { createSubmit, type SubmitOutcome } from './submit.ts';

/** What a session needs from where it runs: a browser page, or a test in one process. */
export interface Surroundings {
  snapshot: Snapshot;
  /** In the nav bar: what the snapshot has for a ticket is blank, and nobody may ask for it. */
  hasNoTicket?: boolean;
  /** The open ticket as the account has it now. */
  reload(): Promise<Snapshot> | Snapshot;
  /** A call of Zendesk's own interface, in the agent's session. */
  send(call: Call): Promise<Answer>;
  /** An app's `client.request`. */
  request(options: RequestOptions): Promise<RequestOutcome>;
  now(): number;
  installation: Installation;
  colorScheme?: 'light' | 'dark';
  /** Ids of the custom fields on the ticket's form; all of them unless said. */
  fieldsOnForm?: readonly number[];
}

/** What the account knows about the installed app. */
export interface Installation {
  appId: number;
  installationId: number;
  name: string;
  version: string;
  /** Without the secure ones. */
  settings: Record<string, unknown>;
  /** Field ids by their key in requirements.json; empty for an app served by zcli. */
  requirements: Readonly<Record<string, number>>;
}

export interface Toast {
  text: string;
  kind: 'notice' | 'alert' | 'error';
  /** Milliseconds until it goes away by itself; undefined: it stays. */
  life: number | undefined;
}

/** Zendesk's interface with one ticket open, and the app's instances in it. Knows nothing of browsers. */
export interface Session {
  readonly surroundings: Surroundings;
  readonly snapshot: Snapshot;
  readonly form: Form;
  readonly composer: Composer;
  readonly instances: Instances;
  readonly colorScheme: 'light' | 'dark';
  readonly toasts: readonly Toast[];
  /** Where the app sent the agent: `routeTo`. */
  readonly routes: readonly { type: string; id: unknown }[];
  /** Custom fields on the form that apps have hidden or disabled, by id. */
  readonly fieldStates: Map<number, { hidden: boolean; disabled: boolean }>;
  isOnForm(fieldId: number): boolean;
  isSaveDisabled: boolean;
  setColorScheme(scheme: 'light' | 'dark'): void;
  get(path: string): unknown;
  set(path: string, value: unknown): void;
  invoke(name: string, args: readonly unknown[], target: AppInstance): Promise<unknown> | unknown;
  request(options: RequestOptions): Promise<RequestOutcome>;
  /** The agent presses "Submit as …". */
  submit(status?: string): Promise<SubmitOutcome>;
  /** Something changed in the account. */
  follow(change: Change): Promise<void> | void;
  /** Draws nothing itself: whoever draws is told that something changed. */
  watch(watcher: (event: string, value: unknown) => void): () => void;
  announce: Announce;
  toast(toast: Toast): void;
  routeTo(type: string, id: unknown): void;
  /** Takes over the ticket as it is now. */
  take(snapshot: Snapshot): void;
  close(): void;
}

export function openSession(surroundings: Surroundings): Session {
  let snapshot = surroundings.snapshot;
  let colorScheme = surroundings.colorScheme ?? 'light';
  const watchers = new Set<(event: string, value: unknown) => void>();
  const toasts: Toast[] = [];
  const routes: { type: string; id: unknown }[] = [];
  const onForm = surroundings.fieldsOnForm && new Set(surroundings.fieldsOnForm);

  const tell = (event: string, value?: unknown) => {
    for (const watcher of watchers) watcher(event, value);
  };
  const announce: Announce = (event, value) => {
    session.instances.announce(event, value);
    tell(event, value);
  };

  const session: Session = {
    surroundings,
    get snapshot() {
      return snapshot;
    },
    form: createForm(snapshot.ticket, (event, value) => announce(event, value)),
    composer: createComposer(replyChannel(snapshot), snapshot.agent.onlyPrivateComments, (event, value) =>
      announce(event, value),
    ),
    instances: createInstances(() => session, tell),
    get colorScheme() {
      return colorScheme;
    },
    toasts,
    routes,
    fieldStates: new Map(),
    isOnForm: (id) => snapshot.fields.some((field) => field.id === id) && (!onForm || onForm.has(id)),
    isSaveDisabled: false,
    setColorScheme(scheme) {
      if (scheme === colorScheme) return;
      colorScheme = scheme;
      announce('colorScheme.changed', scheme);
    },
    get: (path) => readPath(session, path),
    set: (path, value) => setPath(session, path, value),
    invoke: (name, args, target) => actions(name, args, target),
    request: (options) => surroundings.request(options),
    submit: (status) => submit(status),
    follow(change) {
      if (change.kind === 'slack' || change.kind === 'statuspage') return;
      if (change.kind === 'article' || change.kind === 'pendo') return;
      if (change.kind === 'jira') return;
      if (change.kind === 'notified') {
        const isForUs = change.appId === surroundings.installation.appId;
        if (isForUs && (change.agentId ?? snapshot.agent.id) === snapshot.agent.id)
          announce(`api_notification.${change.event}`, change.body);
        return;
      }
      if (change.ticketId !== snapshot.ticket.id) return;
      const somebodyElse = change.agentId !== snapshot.agent.id;
      const taken = (fresh: Snapshot) => {
        session.take(fresh);
        if (somebodyElse) announce('ticket.updated', undefined);
      };
      const fresh = surroundings.reload();
      return fresh instanceof Promise ? fresh.then(taken) : taken(fresh);
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    announce,
    toast(toast) {
      toasts.push(toast);
      tell('toast', toast);
    },
    routeTo(type, id) {
      routes.push({ type, id });
      tell('route', { type, id });
    },
    take(fresh) {
      const hadComments = snapshot.comments.length;
      snapshot = fresh;
      session.form.follow(fresh.ticket);
      if (fresh.comments.length !== hadComments) {
        announce('ticket.comments.changed', undefined);
        announce('ticket.conversation.changed', undefined);
      }
      tell('snapshot');
    },
    close() {
      session.instances.closeAll();
      watchers.clear();
    },
  };
  const actions = createActions(session);
  const submit = createSubmit(session);
  return session;
}

function replyChannel({ ticket }: Snapshot): string {
  return ticket.fromMessagingChannel || ticket.channel === 'chat' ? ticket.channel : 'email';
}
