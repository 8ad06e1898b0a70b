const known = new Map<string, string>(); // a list of thousands speaks a dozen languages, and each name is slow to make

/** What a language is called by its speakers ("español" for `es-419`); the code itself when it is none. */
export function languageName(code: string): string {
  const name = known.get(code) ?? nameOf(code);
  known.set(code, name);
  return name;
}

function nameOf(code: string): string {
  try {
    return new Intl.DisplayNames(code, { type: 'language' }).of(code.split('-')[0] ?? code) ?? code;
  } catch {
    return code;
  }
}
