import type JiraApi from 'jira-client';
import type { JiraRequest } from 'jira-client';
import * as library from 'jira-client';
import * as v from 'valibot';
import type { JiraSettings } from '../../domain/jiraSettings.ts';
import { type Clock, ServiceError } from '../../ports.ts';
import { readFrom } from '../read.ts';
import type { ZafClient } from '../zaf/client.ts';
import { createTransport, failureOf, SERVICE } from './transport.ts';

/** jira-client with its failures named and its answers checked; `call` reaches what it has no method for. */
export interface Jira {
  readonly ask: <Schema extends v.GenericSchema>(
    schema: Schema,
    what: string,
    act: (api: JiraApi) => Promise<unknown>,
  ) => Promise<v.InferOutput<Schema>>;
  readonly tell: (act: (api: JiraApi) => Promise<unknown>) => Promise<void>;
  readonly call: (api: JiraApi, pathname: string, options?: Partial<JiraRequest>) => Promise<unknown>;
}

export function createApi(client: ZafClient, clock: Clock, settings: JiraSettings): Jira {
  const api = new (constructorIn(library))({
    ...addressOf(settings),
    protocol: 'https',
    request: createTransport(client, clock, settings),
  });
  // To some sites a bad token is a stranger, who sees nothing; who one is they tell nobody but those they know.
  const moreExactly = (failure: ServiceError) =>
    api.getCurrentUser().then(
      () => failure,
      (thrown: unknown) => {
        const other = failureOf(thrown);
        return other instanceof ServiceError && other.trouble === 'signed out' ? other : failure;
      },
    );
  const ask: Jira['ask'] = async (schema, what, act) => {
    const body = await act(api).catch(async (thrown: unknown) => {
      const failure = failureOf(thrown);
      throw mayBeStranger(failure) ? await moreExactly(failure) : failure;
    });
    return readFrom(SERVICE, schema, body, what);
  };
  return {
    ask,
    tell: async (act) => void (await ask(v.unknown(), '', act)),
    call: (jira, pathname, options) =>
      jira.doRequest(jira.makeRequestHeader(jira.makeUri({ pathname }), options)),
  };
}

// What a stranger hears: there is no such issue, the value 'PAY' does not exist for the field 'project'.
const mayBeStranger = (error: unknown): error is ServiceError =>
  error instanceof ServiceError && (error.trouble === 'missing' || error.trouble === 'refused');

export const isMissing = (error: unknown): error is ServiceError =>
  error instanceof ServiceError && error.trouble === 'missing';

/** An issue's id or key as it goes into an address; one that can be no issue's is not asked for. */
export const named = (idOrKey: string) => checked(idOrKey.trim(), isIssueName);
/** The same for a comment's id. */
export const numbered = (id: string) => checked(id, (text) => /^\d{1,18}$/.test(text));

export const isIssueName = (text: string) => /^(\d{1,18}|[a-z][a-z0-9_]*-\d{1,18})$/i.test(text);

function checked(name: string, isGood: (text: string) => boolean): string {
  if (isGood(name)) return name;
  throw new ServiceError(SERVICE, 'missing', { isRead: true });
}

// Scoped tokens are taken by Atlassian's gateway alone, which knows a site by its id; it is in the package's whitelist.
// https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/
function addressOf({ kind, site, cloudId }: JiraSettings) {
  if (kind === 'cloud' && cloudId)
    return { host: 'api.atlassian.com', base: `/ex/jira/${cloudId}`, apiVersion: '3' as const };
  const [, host = '', port, base = ''] = /^([^:/]*)(?::(\d+))?(.*)$/.exec(site) ?? [];
  return {
    host,
    base,
    ...(port && { port }),
    apiVersion: kind === 'cloud' ? ('3' as const) : ('2' as const),
  };
}

// How deep a default export of such an old module lies differs between bundlers and Node.
function constructorIn(module: unknown): typeof JiraApi {
  if (typeof module === 'function') return module as typeof JiraApi;
  return constructorIn((module as { default: unknown }).default);
}
