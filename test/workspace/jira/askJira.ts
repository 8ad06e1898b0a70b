import { answer } from '../answer.ts';
import type { Method } from '../world/call.ts';
import type { VirtualClock } from '../world/clock.ts';
import { seedCompany } from '../world/seed/company.ts';
import { createWorld, type World, type WorldOptions } from '../world/world.ts';
import type { Heard } from '../zendesk/ask.ts';

export interface AskOptions {
  /** Where the API is; Atlassian's gateway unless said. */
  base?: string;
  /** What the proxy has filled in; the account of the world's settings unless said. */
  authorization?: string;
  version?: 2 | 3;
}

export const basic = (email: string, token: string) => `Basic ${btoa(`${email}:${token}`)}`;

/** Asks Jira as the app's account does, through the gateway, and drives virtual time: for the workspace's own tests. */
export function askJira(world: World, { version = 3, base, authorization }: AskOptions = {}) {
  const clock = world.clock as VirtualClock;
  const gateway = `https://api.atlassian.com/ex/jira/${world.settings.jira.cloudId}`;
  function ask(method: Method) {
    return async <T = Record<string, unknown>>(path: string, body?: unknown): Promise<Heard<T>> => {
      const { user, token } = world.jira.account;
      const headers = { authorization: authorization ?? basic(user.email, token) };
      const url = `${base ?? gateway}/rest/api/${version}${path}`;
      // As the app writes it, before the proxy fills in the secure settings: that is what is recorded.
      const made = {
        url,
        headers: { authorization: 'Basic {{basic_auth.token}}' },
        ...(body === undefined ? {} : { body }),
      };
      const call = { ...made, method, headers, asMade: made };
      return (await clock.run(answer(world, call))) as Heard<T>;
    };
  }
  return { get: ask('GET'), put: ask('PUT'), post: ask('POST'), del: ask('DELETE'), clock };
}

/** A Jira with nothing but an issue in it, In Progress, and the app's account asking. */
export function openJira(settings: WorldOptions['settings'] = {}, options: AskOptions = {}) {
  const world = createWorld({ settings });
  seedCompany(world);
  const issue = world.jira.addIssue({
    summary: 'Donation form returns error 502',
    status: 'In Progress',
    at: world.clock.now(),
  });
  return { world, jira: world.jira, issue, key: issue.values.key, ...askJira(world, options) };
}
