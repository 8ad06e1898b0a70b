import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

export function respond(
  response: ServerResponse,
  content: string | Buffer,
  kind: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(200, {
    'content-type': TYPES[kind] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(content);
}

export function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(reason);
}

type Answer = (url: URL, request: IncomingMessage, response: ServerResponse) => unknown;

/** Answers whoever asks from this machine: whatever they ask and whatever goes wrong, they hear of it. */
export function listenFor(answer: Answer, { otherSites = false } = {}): RequestListener {
  return async (request, response) => {
    try {
      const url = addressOf(request);
      if (!isFromHere(request, otherSites)) refuse(response, 403, 'Not from this machine.');
      else if (!url) refuse(response, 404, 'The workspace can’t read this address.');
      else await answer(url, request, response);
    } catch (cause) {
      console.error(cause);
      if (!response.headersSent) refuse(response, 500, String(cause));
    }
  };
}

// Joined to an address that ends with a slash, a path begins with two.
function addressOf({ url = '' }: IncomingMessage): URL | undefined {
  try {
    const address = new URL(url.replace(/^\/+/, '/'), 'http://workspace');
    decodeURIComponent(address.pathname);
    return address;
  } catch {
    return undefined;
  }
}

/** Other sites may not reach the workspace by a name of their own that points at this machine. */
function isFromHere(request: IncomingMessage, otherSites: boolean): boolean {
  const host = request.headers.host ?? '';
  const origin = request.headers.origin;
  return (
    /^(localhost|127\.0\.0\.1):\d+$/.test(host) &&
    (otherSites || origin === undefined || origin === `http://${host}`)
  );
}

export async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
