import type { Clock } from '../ports.ts';

/** Does something to many, a few at a time, so that the page can answer its reader in between. */
export async function inSlices<Item, Made>(
  clock: Pick<Clock, 'pause'>,
  items: readonly Item[],
  size: number,
  act: (slice: readonly Item[]) => Made,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let at = 0; at < items.length; at += size) {
    if (at > 0) await clock.pause(0);
    made.push(act(items.slice(at, at + size)));
  }
  return made;
}
