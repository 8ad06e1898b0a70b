import { type Clock, ServiceError, type Trouble } from '../../ports.ts';
import type { ZafClient, ZafRequest } from './client.ts';

export interface Sent {
  readonly status: number;
  /** Parsed JSON, else text, else `undefined`. */
  readonly body: unknown;
  readonly retryAfter: number | undefined;
}

// Neither the framework nor its proxy promises an end to a request, so the app brings its own.
const PATIENCE_MS = 30_000;

/** The one door to the world: sends a request through Zendesk, and gives every failure its name. */
export async function send(
  client: ZafClient,
  clock: Clock,
  service: string,
  request: ZafRequest,
): Promise<Sent> {
  const answer = client
    .request({ autoRetry: false, httpCompleteResponse: true, ...request })
    .then(toSent, toSent);
  const sent = await sooner(answer, clock.pause(PATIENCE_MS));
  const isRead = (request.type ?? 'GET') === 'GET';
  if (!sent) throw new ServiceError(service, 'timed out', { isRead });
  if (sent.status >= 200 && sent.status < 300) return sent;
  throw new ServiceError(service, troubleOf(sent), {
    detail: detailOf(sent.body),
    retryAfter: sent.retryAfter,
    isRead,
  });
}

// `Promise.race` would do, but the pause would hold on to the answer: a page of a hundred tickets, for half a minute.
function sooner<T>(answer: Promise<T>, pause: Promise<void>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const settle = once(resolve);
    answer.then(settle);
    pause.then(settle as () => void);
  });
}

function once<T>(act: (value: T) => void): (value: T) => void {
  let left: typeof act | undefined = act;
  return (value) => {
    left?.(value);
    left = undefined;
  };
}

// Both the complete response and a rejection are shaped after jQuery's XHR; a dead network has status 0.
// https://developer.zendesk.com/api-reference/apps/apps-core-api/client_api/#clientrequestoptions
function toSent(response: unknown): Sent {
  const { status, responseJSON, responseText, headers, responseHeaders } = (response ?? {}) as Record<
    string,
    unknown
  >;
  return {
    status: typeof status === 'number' ? status : 0,
    body: responseJSON ?? parsed(responseText),
    retryAfter: secondsOf(headerOf(headers ?? responseHeaders, 'retry-after')),
  };
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

// Headers come as an object or as the text of an HTTP head; which is not documented.
function headerOf(headers: unknown, name: string): string | undefined {
  const lines: [string, unknown][] =
    typeof headers === 'string'
      ? headers.split(/\r?\n/).map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1)])
      : Object.entries(headers ?? {});
  const value = lines.find(([key]) => key.trim().toLowerCase() === name)?.[1];
  return value === undefined ? undefined : String(value).trim();
}

// Zendesk, Jira and Slack say seconds; anything else counts as nothing said.
function secondsOf(text: string | undefined): number | undefined {
  const seconds = text ? Number(text) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function troubleOf({ status, body }: Sent): Trouble {
  if (status === 0) return 'unreachable';
  // With which status Zendesk refuses one job more than it runs at once is on no page; this word is.
  if (errorOf(body) === 'TooManyJobs') return 'too many';
  if (status === 401) return 'signed out';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'missing';
  // With any other word it is a collision in Zendesk's database, which nobody caused.
  if (status === 409) return errorOf(body) === 'UpdateConflict' ? 'outdated' : 'collision';
  // Statuspage's reference has 420: https://developer.statuspage.io/#section/Rate-Limiting
  if (status === 429 || status === 420) return 'too many';
  return status >= 500 ? 'down' : 'refused';
}

function errorOf(body: unknown): unknown {
  return (body as { error?: unknown } | null | undefined)?.error;
}

const LONGEST_DETAIL = 300;

/** The service's own words on a failure, as one line of plain text. */
function detailOf(body: unknown): string | undefined {
  const answer: Record<string, unknown> = typeof body === 'object' && body ? { ...body } : {};
  const { description, error, details } = answer;
  const inner = Object.values(details ?? {}).flatMap((each) => (Array.isArray(each) ? each : [each]));
  const sentences = inner.map((each) => (each as { description?: unknown } | null)?.description ?? each);
  const title = Array.isArray(error)
    ? error.join('. ')
    : ((error as { title?: unknown } | undefined)?.title ?? error);
  const text =
    typeof body === 'string'
      ? body
      : [...sentences, description, title].find((each) => typeof each === 'string');
  const line =
    typeof text === 'string'
      ? text
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim()
      : '';
  return line ? line.slice(0, LONGEST_DETAIL) : undefined;
}
