import { mkdirSync } from 'node:fs';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { STATES } from './stories/states.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

const NARROWEST = 320;
const WIDE = 520;

for (const [state, show] of Object.entries(STATES)) {
  test(`${state}: nothing for axe to find, nothing wider than the sidebar, light and dark, narrow and wide`, async ({
    story,
  }) => {
    const desk = await show(story, { scheme: 'light', width: NARROWEST });
    const frame = await desk.frame();
    const tray = desk.page.locator('aside.tray:visible');
    const judge = async (scheme: string, width: number) => {
      // Colours fade over; what is read half-way is nobody's.
      await expect.poll(() => frame.evaluate(() => document.getAnimations().length)).toBe(0);
      expect.soft(await fitsItsFrame(frame)).toEqual([]);
      expect.soft(await faultsOfPage(frame)).toEqual([]);
      await tray.screenshot({ path: `${SCREENS}${state}-${scheme}-${width}.png` });
    };
    await judge('light', NARROWEST);
    await desk.resizeSidebar(WIDE);
    await judge('light', WIDE);
    await desk.page.locator('[data-test-id="scheme-switch"]:visible').click();
    await expect(frame.locator('html')).toHaveCSS('color-scheme', 'dark');
    await judge('dark', WIDE);
    await desk.resizeSidebar(NARROWEST);
    await judge('dark', NARROWEST);
  });
}
