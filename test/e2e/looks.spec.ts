import { mkdirSync } from 'node:fs';
import { faultsOfPage, fitsItsFrame, standStill } from './stories/looks.ts';
import { MODAL_STATES } from './stories/modalStates.ts';
import { STATES } from './stories/states.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

const NARROWEST = 320;
const WIDE = 520;

// Dark comes second.
const whatIsNewIn = (scheme: string) => (scheme === 'dark' ? 'colours' : undefined);

for (const [state, show] of Object.entries(STATES)) {
  test(`${state}: nothing for axe to find, nothing wider than the sidebar, light and dark and wide`, async ({
    story,
  }) => {
    const desk = await show(story, { scheme: 'light', width: NARROWEST });
    const frame = await desk.frame();
    const tray = desk.page.locator('aside.tray:visible');
    const judge = async (scheme: string, width: number) => {
      await standStill(frame);
      expect.soft(await fitsItsFrame(frame)).toEqual([]);
      // What axe finds depends on colours and on little room, not on much of it.
      if (width === NARROWEST) expect.soft(await faultsOfPage(frame, whatIsNewIn(scheme))).toEqual([]);
      await tray.screenshot({ path: `${SCREENS}${state}-${scheme}-${width}.png` });
    };
    await judge('light', NARROWEST);
    await desk.page.locator('[data-test-id="scheme-switch"]:visible').click();
    await expect(frame.locator('html')).toHaveCSS('color-scheme', 'dark');
    await judge('dark', NARROWEST);
    await desk.resizeSidebar(WIDE);
    await judge('dark', WIDE);
  });
}

const PHONE = { width: 408, height: 900 };
const DESK = { width: 1440, height: 950 };

test.describe('modals', () => {
  test.use({ hurry: 3 }); // one of them waits until Jira is given up

  for (const [state, show] of Object.entries(MODAL_STATES)) {
    test(`${state}: nothing for axe to find, nothing wider than the modal, light and dark, wide and 360 px narrow`, async ({
      story,
    }) => {
      const { desk, modal } = await show(story, { scheme: 'light' });
      const frame = await modal.frame();
      const judge = async (scheme: string, viewport: typeof DESK) => {
        await desk.page.setViewportSize(viewport);
        expect.soft(await faultsOfPage(frame, whatIsNewIn(scheme))).toEqual([]);
        expect.soft(await fitsItsFrame(frame)).toEqual([]);
        const path = `${SCREENS}${state}-${scheme}-${viewport.width}.png`;
        await desk.page.locator('[data-test-id="modal"]:visible').screenshot({ path });
      };
      await judge('light', DESK);
      await judge('light', PHONE);
      // The switch lies behind the modal.
      await desk.page.locator('[data-test-id="scheme-switch"]:visible').dispatchEvent('click');
      await expect(frame.locator('html')).toHaveCSS('color-scheme', 'dark');
      await judge('dark', PHONE);
      await judge('dark', DESK);
    });
  }
});
