import { readJson } from './readJson.ts';
import type { Package } from './readPackage.ts';

// What Zendesk's own validator refuses in a manifest:
// https://github.com/zendesk/zendesk_apps_support, lib/zendesk_apps_support/validations/manifest.rb and parameters.
const LOCATIONS = [
  ...['top_bar', 'nav_bar', 'ticket_sidebar', 'new_ticket_sidebar', 'user_sidebar', 'organization_sidebar'],
  ...['background', 'modal', 'ticket_editor', 'system_top_bar'],
];
const TYPES = ['text', 'checkbox', 'url', 'number', 'multiline', 'hidden', 'oauth'];
const SCOPES = [
  ...['header', 'body', 'url', 'jwt_secret_key', 'jwt_claim', 'basic_auth_username', 'basic_auth_password'],
];
const BOOLEANS = ['requirementsOnly', 'marketingOnly', 'singleInstall', 'signedUrls', 'private'];
const SECRET_NAME = /(token|key|pwd|password)$/i;

export function manifestFaults(pack: Package): string[] {
  const manifest = readJson(pack, 'manifest.json');
  if (!manifest) return ['manifest.json is not a JSON object'];
  const faults: string[] = [];
  for (const name of ['author', 'defaultLocale', 'location', 'frameworkVersion', 'name', 'version']) {
    if (manifest[name] === undefined) faults.push(`manifest.json lacks ${name}`);
  }
  for (const name of BOOLEANS) {
    if (manifest[name] !== undefined && typeof manifest[name] !== 'boolean')
      faults.push(`${name} is not true or false`);
  }
  if (manifest.frameworkVersion !== '2.0') faults.push('frameworkVersion is not "2.0"');
  if (!/^\d+\.\d+\.\d+$/.test(String(manifest.version))) faults.push('version is not three numbers');
  if (!pack.has(`translations/${manifest.defaultLocale}.json`))
    faults.push('defaultLocale has no translations');
  return [
    ...faults,
    ...hostFaults(manifest.domainWhitelist),
    ...locationFaults(manifest.location, pack),
    ...parameterFaults(manifest.parameters),
  ];
}

/** The validator takes any text, but with a scheme, a path or a setting the proxy fails at run time. */
function hostFaults(hosts: unknown): string[] {
  if (!Array.isArray(hosts)) return ['domainWhitelist is not a list'];
  return hosts
    .filter((host) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(String(host)))
    .map((host) => `domainWhitelist: ${host} is not a plain host`);
}

function locationFaults(location: unknown, pack: Package): string[] {
  return Object.entries(location ?? {}).flatMap(([product, places]) => {
    if (product !== 'support') return [`location: ${product} is no place for this app`];
    return Object.entries<unknown>(places).flatMap(([place, options]) => {
      const url = typeof options === 'string' ? options : (options as { url?: unknown } | null)?.url;
      const path = String(url).split(/[?#]/)[0] ?? '';
      if (!LOCATIONS.includes(place)) return [`location: there is no ${place}`];
      return path.startsWith('assets/') && pack.has(path)
        ? []
        : [`location: ${place} does not lead into assets/`];
    });
  });
}

interface Parameter {
  name?: unknown;
  type?: unknown;
  secure?: unknown;
  required?: unknown;
  default?: unknown;
  scopes?: unknown;
}

function parameterFaults(parameters: unknown): string[] {
  if (!Array.isArray(parameters)) return ['parameters is not a list'];
  const names = parameters.map(({ name }) => String(name));
  return [
    ...names.filter((name, i) => names.indexOf(name) < i).map((name) => `parameter ${name} is there twice`),
    ...parameters.flatMap((parameter: Parameter) =>
      [...faultsOfOne(parameter)].map((it) => `${parameter.name}: ${it}`),
    ),
  ];
}

function* faultsOfOne({ name, type = 'text', secure, required, default: preset, scopes }: Parameter) {
  if (typeof name !== 'string' || !/^[a-z][a-z0-9_]*$/.test(name) || name === 'name') yield 'not a name';
  if (!TYPES.includes(String(type))) yield `there is no type ${type}`;
  if (![undefined, true, false].includes(secure as boolean)) yield 'secure is not true or false';
  if (![undefined, true, false].includes(required as boolean)) yield 'required is not true or false';
  if (type === 'hidden' && required) yield 'hidden and required';
  if (secure && preset !== undefined) yield 'a secret with a default';
  if (!secure && scopes !== undefined) yield 'scopes, but not secure';
  if (!secure && SECRET_NAME.test(String(name))) yield 'named like a secret, but not secure';
  if (
    secure &&
    !(Array.isArray(scopes) && scopes.length > 0 && scopes.every((scope) => SCOPES.includes(scope)))
  ) {
    yield 'secure without known scopes';
  }
}
