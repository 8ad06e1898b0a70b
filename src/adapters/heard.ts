import * as v from 'valibot';
import type { HeardShelf } from '../ports/reminders.ts';

const Keys = v.array(v.string());
// Of some weeks' worth; older ones are about promises that nobody waits for any more.
const MOST_KEPT = 200;

/** What an agent was reminded of, for all windows of a browser; where storing is forbidden, for this window. */
export function createHeard(storage: () => Storage): HeardShelf {
  const kept = new Map<string, readonly string[]>();

  function keysOf(name: string): readonly string[] {
    let stored: unknown;
    try {
      stored = JSON.parse(storage().getItem(name) ?? '[]');
    } catch {} // forbidden, or somebody else's
    const read = v.safeParse(Keys, stored);
    return [...(read.success ? read.output : []), ...(kept.get(name) ?? [])];
  }

  return {
    has: (agent, incident, key) => keysOf(nameOf(agent)).includes(`${incident} ${key}`),
    keep(agent, incident, key) {
      const name = nameOf(agent);
      const keys = [...new Set([...keysOf(name), `${incident} ${key}`])].slice(-MOST_KEPT);
      kept.set(name, keys);
      try {
        storage().setItem(name, JSON.stringify(keys));
      } catch {} // remembered until this window is closed, then
    },
  };
}

const nameOf = (agent: number) => `allclear.reminded.${agent}`;
