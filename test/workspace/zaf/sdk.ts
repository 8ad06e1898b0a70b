import { answerHook } from './answerHook.ts';
import type { RequestOptions } from './request.ts';
import type { Handler, ZafAnswer, ZafClient, ZafContext, ZafMetadata } from './zafClient.ts';

interface WireError {
  name?: string;
  message?: string;
  path?: string;
}

interface HostMessage {
  id?: number;
  key?: string;
  message?: unknown;
  needsReply?: boolean;
  instanceGuid?: string;
  result?: Record<string, unknown> & { errors?: Record<string, WireError> };
  error?: WireError;
}

/**
 * The app's end of the protocol, behaving as Zendesk's SDK does, without a browser. It has no time-outs: in virtual
 * time, an answer that never comes is reported by the clock.
 */
export function createSdk(guid: string, post: (message: unknown) => void) {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (reason: unknown) => void }>();
  const queue: unknown[] = [];
  const repliesPending = new Set<string>();
  const handlers = new Map<string, Map<string, Handler[]>>();
  let ready = false;
  let calls = 0;
  let requests = 0;

  const send = (message: Record<string, unknown>, from: string) => {
    const json = JSON.stringify({ ...message, appGuid: guid, instanceGuid: from });
    if (ready) post(json);
    else queue.push(json);
  };
  const handlersOf = (of: string, event: string) => handlers.get(of)?.get(event) ?? [];

  function on(of: string, event: string, handler: Handler) {
    const known = handlers.get(of) ?? new Map<string, Handler[]>();
    const count = known.set(event, [...(known.get(event) ?? []), handler]).get(event)?.length;
    handlers.set(of, known);
    if (event !== 'app.registered')
      send({ key: `iframe.on:${event}`, message: { subscriberCount: count } }, of);
  }

  function off(of: string, event: string, handler: Handler) {
    const left = handlersOf(of, event).filter((known) => known !== handler);
    if (!handlers.get(of)?.has(event)) return;
    handlers.get(of)?.set(event, left);
    send({ key: `iframe.off:${event}`, message: { subscriberCount: left.length } }, of);
  }

  function call(of: string, request: string, params: unknown): Promise<ZafAnswer> {
    calls += 1;
    const id = calls;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      send({ id, request, params }, of);
    });
  }

  function request(wanted: RequestOptions | string): Promise<unknown> {
    requests += 1;
    const key = `request:${requests}`;
    return new Promise((resolve, reject) => {
      const settle = (outcome: (value: unknown) => void) => (message: { responseArgs: unknown[] }) => {
        off(guid, `${key}.fail`, fail);
        off(guid, `${key}.done`, done);
        outcome(message.responseArgs[0]);
      };
      const done = settle(resolve);
      const fail = settle(reject);
      on(guid, `${key}.done`, done);
      on(guid, `${key}.fail`, fail);
      send({ key, message: typeof wanted === 'string' ? { url: wanted } : wanted }, guid);
    });
  }

  async function reply(of: string, event: string) {
    if (repliesPending.has(event)) return;
    repliesPending.add(event);
    const refusal = await answerHook(handlersOf(of, event));
    post({ appGuid: guid, key: `iframe.reply:${event}`, ...refusal });
    repliesPending.delete(event);
  }

  function receive(raw: unknown) {
    const { id, key, message, needsReply, instanceGuid, result, error } = JSON.parse(
      String(raw),
    ) as HostMessage;
    const of = instanceGuid ?? guid;
    if (!handlers.has(of)) throw new Error(`The host named an instance that this page does not know: ${of}`);
    const pending = id === undefined ? undefined : waiting.get(id);
    if (pending && id !== undefined) {
      waiting.delete(id);
      // An error without a name does not reject: that is the SDK's way.
      if (error?.name) pending.reject(toError(error));
      else pending.resolve((error ?? result) as never);
    } else if (key?.startsWith('zaf.')) {
      const event = key.slice('zaf.'.length);
      if (needsReply) void reply(of, event);
      else for (const handler of handlersOf(of, event)) handler(message as never);
    }
  }

  const registered = new Promise<Registered>((resolve) => {
    const known = new Map<string, Handler[]>([['context.updated', [() => undefined]]]);
    handlers.set(guid, known);
    on(guid, 'app.registered', (message: Registered) => {
      ready = true;
      for (const queued of queue.splice(0)) post(queued);
      resolve(message);
    });
  });
  queue.push(
    JSON.stringify({
      key: 'iframe.on:context.updated',
      message: { subscriberCount: 1 },
      appGuid: guid,
      instanceGuid: guid,
    }),
  );
  post(
    JSON.stringify({
      key: 'iframe.handshake',
      message: { version: '2.0' },
      appGuid: guid,
      instanceGuid: guid,
    }),
  );

  function clientOf(of: string): ZafClient {
    if (!handlers.has(of)) handlers.set(of, new Map());
    return {
      get: (path) => call(of, 'get', [path].flat()).then((result) => checked(path, result)),
      set: (path: string | Record<string, unknown>, value?: unknown) =>
        call(of, 'set', typeof path === 'string' ? { [path]: value } : path).then((result) =>
          checked(path, result),
        ),
      invoke: (action: string | Record<string, readonly string[]>, ...args: unknown[]) =>
        call(of, 'invoke', typeof action === 'string' ? { [action]: args } : action).then((result) =>
          checked(action, result),
        ),
      request,
      on: (event, handler) => on(of, event, handler),
      off: (event, handler) => off(of, event, handler),
      has: (event, handler) => handlersOf(of, event).includes(handler),
      trigger: (event, value) => send({ key: `iframe.trigger:${event}`, message: value }, of),
      context: () =>
        of === guid
          ? registered.then(({ context }) => context)
          : call(of, 'get', [`instances.${of}`]).then(
              (result) => checked(`instances.${of}`, result)[`instances.${of}`] as ZafContext,
            ),
      metadata: () => registered.then(({ metadata }) => metadata),
      instance: (other) => clientOf(other),
    };
  }

  return { client: clientOf(guid), receive };
}

interface Registered {
  context: ZafContext;
  metadata: ZafMetadata;
}

/** Asked with a text, a path that failed rejects; asked with a list or an object, its error is among the results. */
function checked(asked: unknown, result: ZafAnswer): ZafAnswer {
  const errors = result.errors as Record<string, WireError> | undefined;
  const failed = typeof asked === 'string' ? errors?.[asked] : undefined;
  if (failed) throw toError(failed);
  return result;
}

function toError({ name = 'Error', message = '', path }: WireError): Error {
  return Object.assign(new Error(path ? `"${path}" ${message}` : message), { name });
}
