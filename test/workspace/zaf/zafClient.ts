import type { RequestOptions } from './request.ts';

/** The surface of Zendesk's SDK. https://developer.zendesk.com/api-reference/apps/apps-core-api/client_api/ */
export interface ZafClient {
  get(path: string | readonly string[]): Promise<Record<string, unknown>>;
  set(path: string, value: unknown): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<Record<string, unknown>>;
  invoke(action: string, ...args: unknown[]): Promise<Record<string, unknown>>;
  invoke(actions: Record<string, readonly string[]>): Promise<Record<string, unknown>>;
  request(options: RequestOptions | string): Promise<unknown>;
  on(event: string, handler: Handler): void;
  off(event: string, handler: Handler): void;
  has(event: string, handler: Handler): boolean;
  trigger(event: string, value?: unknown): void;
  context(): Promise<Record<string, unknown>>;
  metadata(): Promise<Record<string, unknown>>;
  instance(guid: string): ZafClient;
}

/** A handler states itself what it expects of an event. */
export type Handler = (value: never) => unknown;
