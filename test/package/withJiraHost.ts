import type { Package } from './readPackage.ts';

// As Zendesk's proxy wants a host: no scheme, port, path or placeholder. A name of one word is on nobody's internet.
const HOST =
  /^(?=.{4,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\.[a-z]{2,63}$/;

/** The package for an account whose Jira is asked at its own host: the manifest names it, and nothing else differs. */
export function withJiraHost(pack: Package, given: string): Package {
  const host = given.toLowerCase();
  if (!HOST.test(host))
    throw new Error(`--jira-host wants a plain host such as acme.atlassian.net, not “${given}”.`);
  const manifest = JSON.parse(new TextDecoder().decode(pack.get('manifest.json')));
  const domainWhitelist = [...new Set([...manifest.domainWhitelist, host])];
  const text = `${JSON.stringify({ ...manifest, domainWhitelist }, null, 2)}\n`;
  return new Map([...pack, ['manifest.json', new TextEncoder().encode(text)]]);
}

/** The host that was asked for on the command line; `undefined` when none was. */
export function jiraHostIn(args: readonly string[]): string | undefined {
  const [name, value = ''] = args.join('=').split('=');
  if (name === '') return undefined;
  if (name !== '--jira-host' || args.length > 2) throw new Error(`There is no option ${args.join(' ')}.`);
  return value;
}
