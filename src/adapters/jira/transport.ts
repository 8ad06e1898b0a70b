import type { JiraRequest } from 'jira-client';
import type { JiraSettings } from '../../domain/jiraSettings.ts';
import { type Clock, ServiceError } from '../../ports.ts';
import type { ZafClient, ZafRequest } from '../zaf/client.ts';
import { detailOf, send } from '../zaf/send.ts';

export const SERVICE = 'Jira';

/**
 * How jira-client's requests travel: through Zendesk's proxy, which alone knows the token. Resolves to the answer's body.
 * jira-client makes text of whatever is thrown, and an Error loses its message on the way: failures leave here as plain
 * objects, and `failureOf` reads them on the other side.
 */
export function createTransport(client: ZafClient, clock: Clock, settings: JiraSettings) {
  const access = accessTo(settings);
  return async ({
    uri,
    method = 'GET',
    body,
    qs,
    isRead = method === 'GET',
  }: JiraRequest): Promise<unknown> => {
    const request: ZafRequest = {
      url: withQuery(uri, qs),
      type: method,
      ...access,
      ...(body !== undefined && { contentType: 'application/json', data: toJson(body) }),
    };
    const sent = await send(client, clock, SERVICE, request).catch((error: unknown) => {
      throw error instanceof ServiceError ? plain(error, isRead) : error;
    });
    if (!isRefusal(sent.body)) return sent.body;
    throw plain(new ServiceError(SERVICE, 'refused', { detail: detailOf(sent.body) }), isRead);
  };
}

/** What jira-client threw, as the error of all roles; a bug stays what it is. */
export function failureOf(thrown: unknown): unknown {
  const said = thrown instanceof Error ? parsed(thrown.message) : undefined;
  return isPlain(said) ? new ServiceError(SERVICE, said.trouble, said) : thrown;
}

// The proxy puts the account's secrets in; `secure` makes it do so.
// https://developer.zendesk.com/documentation/apps/app-developer-guide/making-api-requests-from-a-zendesk-app/
function accessTo({ kind, email }: JiraSettings): Partial<ZafRequest> {
  // Without it Jira may take a browser's request for one that another site has tricked it into.
  // https://confluence.atlassian.com/jirakb/rest-api-calls-with-a-browser-user-agent-header-may-fail-csrf-checks-802591455.html
  const common = { Accept: 'application/json', 'X-Atlassian-Token': 'no-check' };
  const way = { secure: true, cors: false };
  if (kind === 'data center')
    return { ...way, headers: { ...common, Authorization: 'Bearer {{setting.jira_token}}' } };
  return {
    ...way,
    headers: { ...common, Authorization: 'Basic {{basic_auth.token}}' },
    basic_auth: { username: email, password: '{{setting.jira_token}}' },
  };
}

// jira-client's addresses are decoded, so what may hold an `&` travels beside them.
function withQuery(uri: string, qs: JiraRequest['qs'] = {}): string {
  const pairs = Object.entries(qs).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length > 0 ? `${uri}${uri.includes('?') ? '&' : '?'}${pairs.join('&')}` : uri;
}

// The proxy fills in secrets wherever it finds their names. What a person wrote must not read like one, so its braces are
// spelled in JSON's other way, which means the same.
const toJson = (body: unknown) => JSON.stringify(body).replaceAll('{{', '{\\u007b');

// Some refusals come with a status of success.
function isRefusal(body: unknown): boolean {
  const { errorMessages, errors } = (typeof body === 'object' && body ? body : {}) as Record<string, unknown>;
  return [errorMessages, errors].some(
    (each) => typeof each === 'object' && each !== null && Object.keys(each).length > 0,
  );
}

type Plain = Pick<ServiceError, 'trouble' | 'detail' | 'retryAfter' | 'isRead'>;

const plain = ({ trouble, detail, retryAfter }: ServiceError, isRead: boolean): Plain => ({
  trouble,
  detail,
  retryAfter,
  isRead,
});

const isPlain = (said: unknown): said is Plain =>
  typeof said === 'object' && said !== null && 'trouble' in said;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
