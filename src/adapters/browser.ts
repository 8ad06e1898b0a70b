import type { Browser } from '../ports.ts';

const GOES_ON = 'allclear.goesOn';

/** What the agent's browser keeps for all its tabs. Where storing or locking is forbidden, one tab goes without. */
export function createBrowser(
  storage: () => Storage = () => localStorage,
  locks: LockManager | undefined = globalThis.navigator?.locks,
): Browser {
  let goesOn = false;
  return {
    goesOnAlone() {
      try {
        return storage().getItem(GOES_ON) === 'yes';
      } catch {
        return goesOn;
      }
    },
    setGoesOnAlone(wanted) {
      goesOn = wanted;
      try {
        if (wanted) storage().setItem(GOES_ON, 'yes');
        else storage().removeItem(GOES_ON);
      } catch {} // remembered until this tab is closed, then
    },
    take(part) {
      if (!locks) return Promise.resolve(() => {});
      return new Promise((resolve) => {
        locks
          .request(`allclear.${part}`, { ifAvailable: true }, (lock) => {
            if (!lock) return resolve(undefined);
            return new Promise<void>((giveBack) => resolve(giveBack));
          })
          .catch(() => resolve(() => {}));
      });
    },
  };
}

/** A name that nobody else gives to anything. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
