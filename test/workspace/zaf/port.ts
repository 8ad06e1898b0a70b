import { HostError } from './announce.ts';
import type { AppInstance, HookReply } from './instances.ts';
import { noAnswer, type RequestOptions, type RequestOutcome } from './request.ts';
import type { Session } from './session.ts';

/** What an app's SDK sends. Shapes: the SDK's source, github.com/zendesk/zendesk_app_framework_sdk, lib/client.js. */
export interface AppMessage {
  key?: string;
  message?: unknown;
  id?: number;
  request?: string;
  params?: unknown;
  appGuid?: string;
  instanceGuid?: string;
  error?: { msg?: string | false };
}

/** The host's end of one iframe: answers its messages, and tells it what happens. */
export interface Port {
  /** An object, or the JSON of one, as it came from the iframe. */
  receive(raw: unknown): void;
  /** An event for whoever listens to it in this iframe. */
  announce(event: string, value: unknown): void;
  /** An event of another instance, if this iframe listens to it there. */
  deliver(event: string, guid: string, value: unknown): void;
  ask(hook: string): Promise<HookReply>;
  close(): void;
}

export function createPort(session: Session, instance: AppInstance, post: (message: unknown) => void): Port {
  /** How many handlers the app has, by event and by the instance it listens to. */
  const listeners = new Map<string, Map<string, number>>();
  const asked = new Map<string, (reply: HookReply) => void>();
  const pending = new Map<string, Promise<HookReply>>();
  let isRegistered = false;
  let isClosed = false;

  const send = (message: Record<string, unknown>) => {
    if (!isClosed) post(JSON.stringify(message));
  };
  const listens = (event: string, guid: string) => (listeners.get(event)?.get(guid) ?? 0) > 0;

  function register() {
    // Only ever once: a second registration makes the SDK replay its whole queue, invokes included. A reloaded iframe
    // is a new port.
    if (isRegistered) return;
    isRegistered = true;
    const { settings, ...installed } = session.surroundings.installation;
    const { appId, installationId, name, version } = installed;
    const metadata = { appId, installationId, name, version, settings };
    send({
      key: 'zaf.app.registered',
      message: { context: session.instances.context(instance.guid), metadata },
    });
    send({ key: 'zaf.app.activated', message: { firstLoad: true } });
  }

  function receiveKey(key: string, { message, instanceGuid, error }: AppMessage) {
    const guid = instanceGuid ?? instance.guid;
    const [verb, event] = split(key);
    if (key === 'iframe.handshake') register();
    else if (verb === 'iframe.on' || verb === 'iframe.off') {
      const count = (message as { subscriberCount?: number } | undefined)?.subscriberCount ?? 0;
      const ofEvent = listeners.get(event) ?? new Map<string, number>();
      listeners.set(event, ofEvent.set(guid, count));
    } else if (verb === 'iframe.trigger') session.instances.route(event, guid, message);
    else if (verb === 'iframe.reply')
      asked.get(event)?.(error ? { ok: false, reason: error.msg } : { ok: true });
    else if (verb === 'request') void request(key, message as RequestOptions);
    // The rest is chatter: session.live, session.idle, __track__ and what an app posts on its own.
  }

  async function request(key: string, options: RequestOptions) {
    const answered = ({ done, responseArgs }: RequestOutcome) =>
      send({ key: `zaf.${key}.${done ? 'done' : 'fail'}`, message: { responseArgs } });
    try {
      answered(await session.request(options));
    } catch (cause) {
      // Not a failure of the vendor's but a mistake in the call: the app hears of it, and so does whoever looks at errors.
      answered({ done: false, responseArgs: [noAnswer(String(cause))] });
      throw cause;
    }
  }

  async function answer({ id, request: verb, params, instanceGuid }: AppMessage) {
    const target = session.instances.open.get(instanceGuid ?? instance.guid);
    const tasks = Object.entries(tasksOf(verb, params)).map(async ([path, value]) => {
      try {
        if (!target) throw new HostError(`No instance ${instanceGuid} is open`);
        if (verb === 'get') return [path, session.get(path)] as const;
        if (verb === 'set') return [path, session.set(path, value)] as const;
        return [path, await session.invoke(path, value as unknown[], target)] as const;
      } catch (cause) {
        return [path, undefined, toWireError(path, cause)] as const;
      }
    });
    const settled = await Promise.all(tasks);
    const failed = settled.filter(([, , error]) => error);
    if (failed.length > 0 && failed.length === settled.length) send({ id, error: failed[0]?.[2] });
    else {
      const values = settled.filter(([, , error]) => !error).map(([path, value]) => [path, value]);
      const errors = Object.fromEntries(failed.map(([path, , error]) => [path, error]));
      send({ id, result: { ...Object.fromEntries(values), errors } });
    }
  }

  return {
    receive(raw) {
      const message = parse(raw);
      if (!message || isClosed) return;
      if (typeof message.key === 'string') receiveKey(message.key, message);
      else if (message.id && message.request) void answer(message);
    },
    announce(event, value) {
      if (isRegistered && listens(event, instance.guid)) send({ key: `zaf.${event}`, message: value });
    },
    deliver(event, guid, value) {
      // The SDK throws on the guid of an instance it has not made; only those it listens to are sent.
      if (isRegistered && listens(event, guid))
        send({ key: `zaf.${event}`, instanceGuid: guid, message: value });
    },
    ask(hook) {
      if (!isRegistered || !listens(hook, instance.guid)) return Promise.resolve({ ok: true });
      // While a reply is pending the SDK ignores further messages of that hook: they share its reply.
      const running = pending.get(hook);
      if (running) return running;
      const reply = new Promise<HookReply>((resolve) => {
        asked.set(hook, resolve);
        send({ key: `zaf.${hook}`, needsReply: true });
      }).finally(() => {
        asked.delete(hook);
        pending.delete(hook);
      });
      pending.set(hook, reply);
      return reply;
    },
    close() {
      if (isRegistered) send({ key: 'zaf.app.willDestroy' });
      isClosed = true;
      // An app that is gone refuses nothing.
      for (const reply of asked.values()) reply({ ok: true });
    },
  };
}

function parse(raw: unknown): AppMessage | undefined {
  try {
    const message: unknown = typeof raw === 'string' ? JSON.parse(raw) : raw;
    return typeof message === 'object' && message !== null ? message : undefined;
  } catch {
    return undefined;
  }
}

function split(key: string): [verb: string, event: string] {
  const at = key.indexOf(':');
  return at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
}

/** What is asked for, by path: a get has no values, a set has new ones, an invoke has arguments. */
function tasksOf(verb: string | undefined, params: unknown): Record<string, unknown> {
  if (verb === 'get') return Object.fromEntries((params as string[]).map((path) => [path, undefined]));
  if (verb === 'set' || verb === 'invoke') return params as Record<string, unknown>;
  return {};
}

function toWireError(path: string, cause: unknown) {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  return { name: error.name, message: error.message, path };
}
