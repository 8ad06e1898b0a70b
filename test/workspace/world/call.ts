export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';

/** One HTTP request, as it reaches a vendor. */
export interface Call {
  method: Method;
  /** Absolute, or a path on the Zendesk account. */
  url: string;
  headers: Record<string, string>;
  /** Parsed JSON, or text. */
  body?: unknown;
  /** The Zendesk user whose session carries the call. */
  agent?: number;
  /** Made by Zendesk's own interface: the limits of apps don't apply, and it is not recorded. */
  byHost?: true;
  /** What the app wrote, before the proxy filled in secure settings. It is what gets recorded. */
  asMade?: { url: string; headers: Record<string, string>; body?: unknown };
}

export interface Answer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Parsed JSON, text, or undefined. */
  body: unknown;
}

/** No answer reached the caller. Whether the call was applied is for the caller to find out. */
export class LostResponse extends Error {
  override readonly name = 'LostResponse';
}

/** The workspace has no such route: it says so by name, so that a new call cannot pass unnoticed. */
export class UnknownCall extends Error {
  override readonly name = 'UnknownCall';
}
