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
  // Atlassian's gateway refuses with 401 what a token's scopes do not cover; signing in again would not help.
  if (status === 401) return /\bscopes?\b/i.test(detailOf(body) ?? '') ? 'forbidden' : 'signed out';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'missing';
  // With any other word it is a collision in Zendesk's database, which nobody caused.
  if (status === 409) return errorOf(body) === 'UpdateConflict' ? 'outdated' : 'collision';
  if (status === 413) return 'full';
  // Statuspage's reference has 420: https://developer.statuspage.io/#section/Rate-Limiting
  if (status === 429 || status === 420) return 'too many';
  return status >= 500 ? 'down' : 'refused';
}

function errorOf(body: unknown): unknown {
  return (body as { error?: unknown } | null | undefined)?.error;
}

const LONGEST_DETAIL = 300;

/** The service's own words on a failure, as one line of plain text. */
export function detailOf(body: unknown): string | undefined {
  const text = typeof body === 'string' ? body : (jiraWords(body) ?? zendeskWords(body));
  const line = text
    ?.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line ? line.slice(0, LONGEST_DETAIL) : undefined;
}

function zendeskWords(body: unknown): string | undefined {
  const { description, error, details } = membersOf(body);
  const inner = Object.values(details ?? {}).flatMap((each) => (Array.isArray(each) ? each : [each]));
  const sentences = inner.map((each) => (each as { description?: unknown } | null)?.description ?? each);
  const title = Array.isArray(error)
    ? error.join('. ')
    : ((error as { title?: unknown } | undefined)?.title ?? error);
  return [...sentences, description, title].find((each) => typeof each === 'string');
}

// Everything that is wrong at once: general sentences, then one for each field. Its gateway has a `message` alone.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/#status-codes
function jiraWords(body: unknown): string | undefined {
  const { errorMessages, errors, message } = membersOf(body);
  const general = Array.isArray(errorMessages) ? errorMessages : [];
  const words = [...general, ...Object.values(membersOf(errors)), message].filter(
    (each) => typeof each === 'string' && each.trim(),
  );
  return words.length > 0 ? words.map((each) => sentence(String(each).trim())).join(' ') : undefined;
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value ? { ...value } : {};
}
