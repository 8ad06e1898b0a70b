import type { RequestOptions } from './request.ts';

/** The surface of Zendesk's SDK. https://developer.zendesk.com/api-reference/apps/apps-core-api/client_api/ */
export interface ZafClient {
  get(path: string | readonly string[]): Promise<ZafAnswer>;
  set(path: string, value: unknown): Promise<ZafAnswer>;
  set(values: Record<string, unknown>): Promise<ZafAnswer>;
  invoke(action: string, ...args: unknown[]): Promise<ZafAnswer>;
  invoke(actions: Record<string, readonly string[]>): Promise<ZafAnswer>;
  request(options: RequestOptions | string): Promise<unknown>;
  on(event: string, handler: Handler): void;
  off(event: string, handler: Handler): void;
  has(event: string, handler: Handler): boolean;
  trigger(event: string, value?: unknown): void;
  context(): Promise<ZafContext>;
  metadata(): Promise<ZafMetadata>;
  instance(guid: string): ZafClient;
}

/** What was asked for, by path; asked for several paths, failures are under `errors`. */
export type ZafAnswer = Record<string, unknown> & { errors?: Record<string, unknown> };

export interface ZafContext {
  instanceGuid: string;
  product: string;
  location: string;
  account: { subdomain: string };
  ticketId?: number;
}

export interface ZafMetadata {
  appId: number;
  installationId: number;
  name: string;
  version: string;
  settings: Record<string, unknown>;
}

/** A handler states itself what it expects of an event. */
export type Handler = (value: never) => unknown;
