import { readJson } from './readJson.ts';
import type { Package } from './readPackage.ts';

// The names that Zendesk's validator lets pass; zh-Hant and de_DE are among those it refuses.
const LOCALE = /^[a-z]{2,3}(-([A-Z]{2}|\d{3}))?$/;

interface AppTexts {
  name?: unknown;
  parameters?: Record<string, { label?: unknown; helpText?: unknown }>;
}

/** https://github.com/zendesk/zendesk_apps_support, lib/zendesk_apps_support/validations/translations.rb */
export function translationFaults(pack: Package): string[] {
  const files = [...pack.keys()].filter((path) => path.startsWith('translations/'));
  const parameters = readJson(pack, 'manifest.json')?.parameters;
  const names = Array.isArray(parameters) ? parameters.map(({ name }) => String(name)) : [];
  return [
    ...(files.includes('translations/en.json') ? [] : ['translations/en.json is missing']),
    ...files.flatMap((path) => faultsOfOne(pack, path, names)),
  ];
}

function faultsOfOne(pack: Package, path: string, parameters: string[]): string[] {
  const locale = path.slice('translations/'.length).replace(/\.json$/, '');
  if (!path.endsWith('.json') || !LOCALE.test(locale)) return [`${path} is not named for a locale`];
  const app = readJson(pack, path)?.app as AppTexts | undefined;
  if (!app) return [`${path} has no texts about the app`];
  const faults = typeof app.name === 'string' && app.name ? [] : [`${path} does not name the app`];
  if ('package' in app) faults.push(`${path}: below app.package, Zendesk wants another form`);
  for (const name of parameters) {
    const texts = app.parameters?.[name];
    if (typeof texts?.label !== 'string' || !texts.label) faults.push(`${path}: ${name} has no label`);
    if (typeof texts?.helpText !== 'string' || !texts.helpText)
      faults.push(`${path}: ${name} has no help text`);
  }
  for (const name of Object.keys(app.parameters ?? {})) {
    if (!parameters.includes(name)) faults.push(`${path}: ${name} is not a parameter`);
  }
  return faults;
}
