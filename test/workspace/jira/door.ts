import type { Call } from '../world/call.ts';
import type { JiraAccount } from '../world/jira/model.ts';
import type { World } from '../world/world.ts';

/** Where a call comes in: Atlassian's gateway, the site's own host, or a Data Center. */
export interface Door {
  kind: 'gateway' | 'site' | 'data center';
  version: 2 | 3;
  /** Below the version. */
  path: string;
}

const GATEWAY = 'api.atlassian.com';

export function hostsOf({ settings: { jira } }: World): string[] {
  return jira.deployment === 'cloud' ? [GATEWAY, jira.site] : [jira.dataCenterHost];
}

/** Undefined where the address leads to no API of this Jira; 'no site' at the gateway for another cloud id. */
export function doorOf(world: World, url: URL): Door | 'no site' | undefined {
  const { jira } = world.settings;
  const [, cloudId, rest = ''] =
    url.host === GATEWAY
      ? (/^\/ex\/jira\/([^/]*)(\/.*)$/.exec(url.pathname) ?? [])
      : ['', undefined, url.pathname];
  if (cloudId !== undefined && cloudId !== jira.cloudId) return 'no site';
  const [, version, path] = /^\/rest\/api\/(2|3|latest)(\/.+?)\/?$/.exec(rest) ?? [];
  if (!path) return undefined;
  const isCloud = jira.deployment === 'cloud';
  if (!isCloud && version === '3') return undefined;
  return {
    kind: isCloud ? (url.host === GATEWAY ? 'gateway' : 'site') : 'data center',
    version: version === '2' || !isCloud ? 2 : 3,
    path,
  };
}

export type Login = { account: JiraAccount } | 'nobody' | 'wrong';

/** Who calls: Basic with e-mail and token in Cloud, a personal access token as Bearer in a Data Center. */
export function loginOf(world: World, call: Call, { kind }: Door): Login {
  const header = Object.entries(call.headers).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  if (!header) return 'nobody';
  const [scheme = '', value = ''] = header.split(' ');
  const account = world.jira.accounts.find(({ user, token }) =>
    scheme.toLowerCase() === 'basic'
      ? kind !== 'data center' && decoded(value) === `${user.email}:${token}`
      : kind === 'data center' && scheme.toLowerCase() === 'bearer' && value === token,
  );
  if (!account || account.expired) return 'wrong';
  // https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/
  if (account.tokenKind === 'scoped' && kind === 'site') return 'wrong';
  return { account };
}

function decoded(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  } catch {
    return '';
  }
}
