import type { Package } from './readPackage.ts';

/** A file of the package as a JSON object; `undefined` where it is something else, or names a key twice. */
export function readJson(pack: Package, path: string): Record<string, unknown> | undefined {
  const bytes = pack.get(path);
  if (!bytes) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    // JSON.parse keeps the last of two equal keys; counting them needs the text.
    return keysIn(text) === keysOf(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function keysIn(text: string): number {
  return text.match(/"(?:[^"\\]|\\.)*"(?=\s*:)/g)?.length ?? 0;
}

function keysOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce<number>((sum, part) => sum + keysOf(part), 0);
  return inside + (Array.isArray(value) ? 0 : Object.keys(value).length);
}
