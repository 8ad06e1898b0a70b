import { mkdirSync } from 'node:fs';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { STATES } from './stories/states.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

for (const [state, show] of Object.entries(STATES)) {
  test(`${state}: nothing for axe to find, nothing wider than the sidebar, light and dark`, async ({
    story,
  }) => {
    const desk = await show(story, { scheme: 'light', width: 320 });
    const frame = await desk.frame();
    const tray = desk.page.locator('aside.tray:visible');
    const picture = (name: string) => tray.screenshot({ path: `${SCREENS}${state}-${name}.png` });
    expect.soft(await fitsItsFrame(frame)).toEqual([]);
    expect.soft(await faultsOfPage(frame)).toEqual([]);
    await picture('light-320');
    await desk.page.locator('[data-test-id="scheme-switch"]:visible').click();
    await expect(frame.locator('html')).toHaveCSS('color-scheme', 'dark');
    // Colours fade over; what is read half-way is nobody's.
    await expect.poll(() => frame.evaluate(() => document.getAnimations().length)).toBe(0);
    expect.soft(await faultsOfPage(frame)).toEqual([]);
    await picture('dark-320');
  });
}
