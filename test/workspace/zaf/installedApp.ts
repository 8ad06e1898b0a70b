import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { World } from '../world/world.ts';
import type { Installation } from './session.ts';

/** The app as an admin has installed it: what the manifest asks for, and the values that were given. */
export interface InstalledApp {
  name: string;
  version: string;
  /** The sidebar's page in the package. */
  sidebar: string;
  /** Its page behind its icon in the nav bar. */
  navBar?: { location: string; icon: string };
  /** Its page in the background. */
  background?: string;
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
  const sidebar = urlOf(manifest.location?.support?.ticket_sidebar) ?? '';
  const navBar = urlOf(manifest.location?.support?.nav_bar);
  const background = urlOf(manifest.location?.support?.background);
  const defaults = parameters
    .filter((one) => one.default !== undefined)
    .map((one) => [one.name, one.default]);
  return {
    name,
    version,
    sidebar,
    ...(navBar ? { navBar: { location: navBar, icon: readIcon(manifestPath) } } : {}),
    ...(background ? { background } : {}),
    domainWhitelist,
    parameters,
    settings: { ...Object.fromEntries(defaults), ...given },
  };
}

type Place = string | { url: string } | undefined;

function urlOf(place: Place): string | undefined {
  return typeof place === 'object' ? place.url : place;
}

function readIcon(manifestPath: string | URL): string {
  const base = manifestPath instanceof URL ? manifestPath : pathToFileURL(manifestPath);
  const file = new URL('assets/icon_nav_bar.svg', base);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

interface Manifest
  extends Partial<Pick<InstalledApp, 'name' | 'version' | 'domainWhitelist' | 'parameters'>> {
  location?: { support?: Partial<Record<'ticket_sidebar' | 'nav_bar' | 'background', Place>> };
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
