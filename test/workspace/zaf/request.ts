import type { Answer, Call, Method } from '../world/call.ts';

/** What an app may hand to `client.request`. https://developer.zendesk.com/api-reference/apps/apps-core-api/client_api/ */
export interface RequestOptions {
  url: string;
  type?: string;
  data?: unknown;
  contentType?: string | false;
  dataType?: string;
  headers?: Record<string, string>;
  cors?: boolean;
  secure?: boolean;
  jwt?: unknown;
  basic_auth?: { username: string; password: string };
  autoRetry?: boolean;
  timeout?: number;
  httpCompleteResponse?: boolean;
  cache?: boolean;
}

/** The arguments of jQuery's callbacks; the app sees the first one only. */
export interface RequestOutcome {
  done: boolean;
  responseArgs: readonly unknown[];
}

const OPTIONS = new Set(
  'url type data contentType dataType headers cors secure jwt basic_auth autoRetry timeout httpCompleteResponse cache'.split(
    ' ',
  ),
);
const METHODS: readonly string[] = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];

/** The HTTP call behind a `client.request`. jQuery's rules: objects become queries or forms, text goes as it is. */
export function toCall(options: RequestOptions): Call {
  for (const name of Object.keys(options))
    if (!OPTIONS.has(name)) throw new Error(`client.request: no option is known by the name ${name}`);
  const method = (options.type ?? 'GET').toUpperCase();
  if (!METHODS.includes(method)) throw new Error(`client.request: no such type: ${options.type}`);
  const headers = lowerCased(options.headers ?? {});
  const { data, url } = options;
  if (data === undefined || data === null) return { method: method as Method, url, headers };
  const text = typeof data === 'string' ? data : toForm(data as Record<string, unknown>);
  if (method === 'GET')
    return { method, url: text ? `${url}${url.includes('?') ? '&' : '?'}${text}` : url, headers };
  const type = options.contentType ?? 'application/x-www-form-urlencoded; charset=UTF-8';
  if (type && !headers['content-type']) headers['content-type'] = type;
  const isJson = headers['content-type']?.includes('json') === true;
  return { method: method as Method, url, headers, body: isJson ? (parsed(text) ?? text) : text };
}

/** What the SDK hands on of an answer. Headers are seen only by those who asked for the complete response. */
export function toOutcome(answer: Answer, options: RequestOptions): RequestOutcome {
  const { status, body, headers } = answer;
  const isJson = body !== undefined && (typeof body !== 'string' || isJsonType(headers['content-type']));
  const responseText =
    body === undefined ? '' : typeof body === 'string' && !isJson ? body : JSON.stringify(body);
  const complete = options.httpCompleteResponse ? { headers } : {};
  const response = {
    readyState: 4,
    status,
    statusText: STATUS_TEXTS[status] ?? (status < 400 ? 'OK' : 'error'),
    responseText,
    ...(isJson ? { responseJSON: body } : {}),
    ...complete,
  };
  if (status >= 400) return { done: false, responseArgs: [response, 'error', response.statusText] };
  if (options.dataType === 'json' && responseText && !isJson)
    return { done: false, responseArgs: [response, 'parsererror', 'SyntaxError'] };
  return { done: true, responseArgs: [options.httpCompleteResponse ? response : body, 'success', response] };
}

/** Nothing came back: the network, or the patience of the app, has ended. */
export const noAnswer = (statusText: string) => ({ readyState: 0, status: 0, statusText, responseText: '' });

const STATUS_TEXTS: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  413: 'Payload Too Large',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

const isJsonType = (type: string | undefined) => type?.includes('json') === true;

function lowerCased(headers: Record<string, string>) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toForm(fields: Record<string, unknown>, within = ''): string {
  return Object.entries(fields)
    .map(([key, value]) => {
      const name = within
        ? `${within}[${Array.isArray(fields) && typeof value !== 'object' ? '' : key}]`
        : key;
      if (typeof value === 'object' && value !== null) return toForm(value as Record<string, unknown>, name);
      return `${encodeURIComponent(name)}=${encodeURIComponent(String(value ?? ''))}`;
    })
    .filter(Boolean)
    .join('&');
}
