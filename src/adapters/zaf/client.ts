/**
 * The part of Zendesk's SDK that the app uses.
 * https://developer.zendesk.com/api-reference/apps/apps-core-api/client_api/
 */
export interface ZafClient {
  get(paths: string[]): Promise<ZafAnswer>;
  set(values: Record<string, unknown>): Promise<ZafAnswer>;
  invoke(action: string, ...args: unknown[]): Promise<ZafAnswer>;
  request(options: ZafRequest): Promise<unknown>;
  /** A hook's handler may answer with a promise; every other handler's result is ignored. */
  on(event: string, handler: (payload: unknown) => unknown): void;
  off(event: string, handler: (payload: unknown) => unknown): unknown;
  metadata(): Promise<ZafMetadata>;
  context(): Promise<ZafContext>;
  /** Another iframe of the app. */
  instance(guid: string): Pick<ZafClient, 'on' | 'trigger'>;
  /** Tells every frame that listens to this event of this instance. */
  trigger(event: string, value?: unknown): void;
}

/** Asked for several paths, the SDK resolves with what it got and puts failures under `errors`, by path. */
export type ZafAnswer = Record<string, unknown> & { errors?: Record<string, unknown> };

export interface ZafRequest {
  url: string;
  type?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  data?: string;
  contentType?: string;
  headers?: Record<string, string>;
  cors?: boolean;
  secure?: boolean;
  /** The proxy joins and encodes the two, and puts them where a header says `{{basic_auth.token}}`. */
  basic_auth?: { username: string; password: string };
  autoRetry?: boolean;
  httpCompleteResponse?: boolean;
}

export interface ZafMetadata {
  settings?: Record<string, unknown>;
  installationId?: number;
  appId?: number;
}

export interface ZafContext {
  location: string;
  ticketId?: number;
  account?: { subdomain?: string };
}
