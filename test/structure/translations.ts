import { readdirSync, readFileSync } from 'node:fs';

/** One language's file in `translations/`. */
export interface Translation {
  language: string;
  texts: Texts;
}
export interface Texts {
  [key: string]: string | Texts;
}

export function readTranslations(): Translation[] {
  return readdirSync('translations')
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      language: file.replace(/\.json$/, ''),
      texts: JSON.parse(readFileSync(`translations/${file}`, 'utf8')),
    }));
}

/** Every text by its path; a phrase's plural forms are one text, because languages differ in which they have. */
export function leavesOf(texts: Texts, inside = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]): [string, string][] => {
      const path = inside ? `${inside}.${key}` : key;
      if (typeof value === 'string') return [[path, value]];
      return isPlural(value) ? [[path, Object.values(value).join('\n')]] : [...leavesOf(value, path)];
    }),
  );
}

/** What differs between a language and the one it is translated from. */
export function differences(from: Translation, to: Translation): string[] {
  const [theirs, ours] = [leavesOf(from.texts), leavesOf(to.texts)];
  const missing = [...theirs.keys()]
    .filter((path) => !ours.has(path))
    .map((path) => `${to.language} lacks ${path}`);
  const extra = [...ours.keys()]
    .filter((path) => !theirs.has(path))
    .map((path) => `${to.language} alone has ${path}`);
  const changed = [...ours].flatMap(([path, text]) => {
    const original = theirs.get(path);
    if (original === undefined || placesIn(original) === placesIn(text)) return [];
    return [
      `${to.language}: ${path} has ${placesIn(text) || 'no places'}, not ${placesIn(original) || 'none'}`,
    ];
  });
  const empty = [...ours]
    .filter(([, text]) => !text.trim())
    .map(([path]) => `${to.language}: ${path} is empty`);
  return [...missing, ...extra, ...changed, ...empty, ...pluralFaults(to)];
}

/** A language must have the plural forms that its own grammar asks for, and always `other`. */
function pluralFaults({ language, texts }: Translation, inside = ''): string[] {
  const rules = new Intl.PluralRules(language);
  // The forms that real counts reach: Spanish has one for whole millions too, which no list of tickets needs.
  const wanted = new Set(Array.from({ length: 200 }, (_, count) => rules.select(count + 1)));
  return Object.entries(texts).flatMap(([key, value]) => {
    const path = inside ? `${inside}.${key}` : key;
    if (typeof value === 'string') return [];
    if (!isPlural(value)) return pluralFaults({ language, texts: value }, path);
    return [...wanted]
      .filter((form) => !(form in value))
      .map((form) => `${language}: ${path} lacks the plural "${form}"`);
  });
}

function isPlural(value: Texts): boolean {
  const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];
  return 'other' in value && Object.keys(value).every((key) => forms.includes(key));
}

/** `{name}` in phrases, `{{ incident.eta }}` and the conditions in replies; each once, sorted. */
function placesIn(text: string): string {
  const liquid = [...text.matchAll(/\{\{-?\s*([\w.]+)|\{%-?\s*(?:els)?if\s+([\w.]+)/g)].map(
    ([, a, b]) => `{{${a ?? b}}}`,
  );
  const simple = [...text.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, '').matchAll(/\{(\w+)\}/g)].map(
    ([place]) => place,
  );
  return [...new Set([...liquid, ...simple])].sort().join(' ');
}
