import { type AppMessage, createPort, type Port } from './port.ts';
import type { Session } from './session.ts';

/** One iframe of the app: the sidebar, a modal, the nav bar … */
export interface AppInstance {
  guid: string;
  location: string;
  /** Relative to the app's package; the location's own page unless said. */
  url?: string;
  size?: { width?: string | number; height?: string | number };
  /** Who asked for it, for a modal. */
  parent?: string;
}

export interface Instances {
  readonly open: ReadonlyMap<string, AppInstance>;
  add(instance: Omit<AppInstance, 'guid'> & { guid?: string }): AppInstance;
  /** Connects the page that has loaded in an instance. `post` carries messages to it. */
  connect(guid: string, post: (message: unknown) => void): Port;
  close(guid: string): void;
  closeAll(): void;
  /** An event for every instance that listens. */
  announce(event: string, value: unknown): void;
  /** `client.trigger`: to every iframe that listens to this event of this instance. */
  route(event: string, guid: string, value: unknown): void;
  /** Asks every instance that listens; the first refusal counts. */
  ask(hook: string): Promise<HookReply>;
  context(guid: string): Record<string, unknown> | undefined;
}

export type HookReply = { ok: true } | { ok: false; reason: string | false | undefined };
export type { AppMessage };

export function createInstances(
  session: () => Session,
  tell: (event: string, value: unknown) => void,
): Instances {
  const open = new Map<string, AppInstance>();
  const ports = new Map<string, Port>();
  let made = 0;

  const instances: Instances = {
    open,
    add(wanted) {
      made += 1;
      const ticket = session().snapshot.ticket.id;
      const instance = { ...wanted, guid: wanted.guid ?? `${wanted.location}-${ticket}-${made}` };
      open.set(instance.guid, instance);
      tell('instance.created', instance);
      return instance;
    },
    connect(guid, post) {
      const instance = open.get(guid);
      if (!instance) throw new Error(`No instance ${guid} is open`);
      const port = createPort(session(), instance, post);
      ports.set(guid, port);
      return port;
    },
    close(guid) {
      const instance = open.get(guid);
      if (!instance) return;
      ports.get(guid)?.close();
      ports.delete(guid);
      open.delete(guid);
      if (instance.location === 'modal') instances.route('modal.close', guid, undefined);
      tell('instance.closed', instance);
    },
    closeAll() {
      for (const guid of [...open.keys()]) instances.close(guid);
    },
    announce(event, value) {
      for (const port of ports.values()) port.announce(event, value);
    },
    route(event, guid, value) {
      for (const port of ports.values()) port.deliver(event, guid, value);
    },
    async ask(hook) {
      const replies = await Promise.all([...ports.values()].map((port) => port.ask(hook)));
      return replies.find((reply) => !reply.ok) ?? { ok: true };
    },
    context(guid) {
      const instance = open.get(guid);
      if (!instance) return undefined;
      const { account, ticket } = session().snapshot;
      return {
        instanceGuid: guid,
        product: 'support',
        location: instance.location,
        account: { subdomain: account.subdomain },
        ...(session().surroundings.hasNoTicket ? {} : { ticketId: ticket.id }),
      };
    },
  };
  return instances;
}
