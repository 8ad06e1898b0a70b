import type { Answer, Call } from './world/call.ts';
import type { InstalledApp } from './zaf/installedApp.ts';
import { type RequestOptions, toCall } from './zaf/request.ts';

/** A call on its way out, or what Zendesk's proxy says instead of letting it pass. */
export type Routed = { call: Call } | { refusal: Answer };

/**
 * Where a `client.request` goes. The account's own API is called with the agent's session; a foreign host is reached
 * through Zendesk's proxy, which fills in the secure settings, and only for hosts of the manifest's whitelist.
 * https://developer.zendesk.com/documentation/apps/app-developer-guide/making-api-requests-from-a-zendesk-app/
 */
export function routeRequest(
  app: InstalledApp,
  subdomain: string,
  agent: number,
  options: RequestOptions,
): Routed {
  const call = toCall(options);
  const host = hostOf(call.url);
  if (host === undefined || host === `${subdomain}.zendesk.com`) return { call: { ...call, agent } };
  // A plain fetch by the browser: no proxy, so no settings.
  if (options.cors) return { call };
  if (options.jwt) throw new Error('The workspace has no JWT: nothing in the app asks for one');
  if (!app.domainWhitelist.includes(host)) return { refusal: proxyError(400, 'Invalid request') };
  const proxied = { ...call, headers: withoutUnderscores(call.headers) };
  if (!options.secure) return { call: proxied };
  const asMade = { url: call.url, headers: proxied.headers, ...('body' in call ? { body: call.body } : {}) };
  return { call: { ...fillIn(app, proxied, options), asMade } };
}

function hostOf(url: string): string | undefined {
  return /^https?:/i.test(url) ? new URL(url).host : undefined;
}

function proxyError(status: number, text: string): Answer {
  return { status, headers: { 'content-type': 'text/plain' }, body: `Proxy error: ${text}` };
}

// The proxy drops them, says the same page.
function withoutUnderscores(headers: Record<string, string>) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.includes('_')));
}

type Scope = 'url' | 'header' | 'body' | 'basic_auth_username' | 'basic_auth_password';

function fillIn(app: InstalledApp, call: Call, { basic_auth }: RequestOptions): Call {
  const filled = (text: string, scope: Scope) =>
    text.replace(/\{\{setting\.([\w-]+)\}\}/g, (placeholder, name: string) => {
      const parameter = app.parameters.find((one) => one.name === name);
      const mayBeHere = parameter?.secure && (!parameter.scopes || parameter.scopes.includes(scope));
      return mayBeHere ? String(app.settings[name] ?? '') : placeholder;
    });
  const pair = basic_auth && [
    filled(basic_auth.username, 'basic_auth_username'),
    filled(basic_auth.password, 'basic_auth_password'),
  ];
  const token = pair && btoa(pair.join(':'));
  const headers = Object.entries(call.headers).map(([name, value]) => {
    const text = filled(value, 'header');
    return [name, token === undefined ? text : text.replaceAll('{{basic_auth.token}}', token)];
  });
  return {
    ...call,
    url: filled(call.url, 'url'),
    headers: Object.fromEntries(headers),
    ...('body' in call ? { body: fillBody(call.body, (text) => filled(text, 'body')) } : {}),
  };
}

function fillBody(body: unknown, filled: (text: string) => string): unknown {
  if (typeof body === 'string') return filled(body);
  return JSON.parse(filled(JSON.stringify(body)));
}
