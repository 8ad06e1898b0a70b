/** Whether this hash of an iframe's address makes it a modal of ours; `modalTask.ts` reads what it is for. */
export function isModalHash(hash: string): boolean {
  return hash.startsWith('#show=');
}

/** Whether it makes it the page that nobody sees, which reminds people. */
export function isBackgroundHash(hash: string): boolean {
  return hash.startsWith('#background');
}
