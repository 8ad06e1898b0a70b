import { readFileSync } from 'node:fs';
import type { World } from '../world/world.ts';
import type { Installation } from './session.ts';

/** The app as an admin has installed it: what the manifest asks for, and the values that were given. */
export interface InstalledApp {
  name: string;
  version: string;
  /** The sidebar's page in the package. */
  sidebar: string;
  domainWhitelist: string[];
  parameters: { name: string; secure?: boolean; scopes?: string[]; default?: unknown }[];
  /** With the secure ones: nothing of this may reach an iframe. */
  settings: Record<string, unknown>;
}

export function readInstalledApp(
  manifestPath: string | URL,
  given: Record<string, unknown> = {},
): InstalledApp {
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest;
  const { name = '', version = '', domainWhitelist = [], parameters = [] } = manifest;
  const place = manifest.location?.support?.ticket_sidebar ?? '';
  const sidebar = typeof place === 'string' ? place : place.url;
  const defaults = parameters
    .filter((one) => one.default !== undefined)
    .map((one) => [one.name, one.default]);
  return {
    name,
    version,
    sidebar,
    domainWhitelist,
    parameters,
    settings: { ...Object.fromEntries(defaults), ...given },
  };
}

interface Manifest
  extends Partial<Pick<InstalledApp, 'name' | 'version' | 'domainWhitelist' | 'parameters'>> {
  location?: { support?: { ticket_sidebar?: string | { url: string } } };
}

/** What an iframe may know of it. Without `requirements` it is served by zcli, which creates none. */
export function toInstallation(world: World, app: InstalledApp, requirements: boolean): Installation {
  const secure = new Set(app.parameters.filter((one) => one.secure).map((one) => one.name));
  const visible = Object.entries(app.settings).filter(([name]) => !secure.has(name));
  const made = [...world.ticketFields.values()].flatMap(({ identifier, id }) =>
    identifier ? [[identifier, id] as const] : [],
  );
  return {
    appId: world.settings.appId,
    installationId: world.settings.installationId,
    name: app.name,
    version: app.version,
    settings: Object.fromEntries(visible),
    requirements: requirements ? Object.fromEntries(made) : {},
  };
}
