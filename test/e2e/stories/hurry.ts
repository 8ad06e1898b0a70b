import type { BrowserContext } from '@playwright/test';
import type { Pace } from '../../workspace/world/clock.ts';

/**
 * Hurries the app's pages, and no other: most of a long story is the app that waits for a job of Zendesk's, for a stamp to
 * grow old, or for its share of a minute. The world hurries beside it, by `realClock`.
 */
export async function hurryApp(context: BrowserContext, pace: Pace): Promise<void> {
  await context.addInitScript(({ since, times }) => {
    if (window === window.top) return;
    const { Date: RealDate, setTimeout: wait, setInterval: repeat } = window;
    const now = () => since + (RealDate.now() - since) * times;
    window.Date = class extends RealDate {
      constructor(...parts: []) {
        super(...(parts.length ? parts : ([now()] as unknown as [])));
      }
      static override now = now;
    } as DateConstructor;
    type Timer = [act: () => void, ms?: number];
    Object.assign(window, {
      setTimeout: (...[act, ms = 0]: Timer) => wait(act, ms / times),
      setInterval: (...[act, ms = 0]: Timer) => repeat(act, ms / times),
    });
  }, pace);
}
