import { zipSync } from 'fflate';
import type { Package } from './readPackage.ts';

// The format keeps local times without a zone and begins in 1980; a fixed one makes the same files the same bytes.
const ALWAYS = '1980-01-01T00:00:00';
const PLAIN_FILE = 0o100644 * 2 ** 16;

/** The package as one zip: the same bytes for the same files, wherever and whenever it is made. */
export function zipPackage(pack: Package): Uint8Array {
  return zipSync(Object.fromEntries(pack), { level: 9, mtime: ALWAYS, os: 3, attrs: PLAIN_FILE });
}
