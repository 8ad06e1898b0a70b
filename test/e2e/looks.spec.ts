import { mkdirSync } from 'node:fs';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { STATES } from './stories/states.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

for (const [state, show] of Object.entries(STATES)) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`${state}, ${scheme}: nothing for axe to find, nothing wider than the sidebar`, async ({
      story,
    }) => {
      const desk = await show(story, { scheme, width: 320 });
      const frame = await desk.frame();
      const tray = desk.page.locator('aside.tray:visible');
      expect.soft(await fitsItsFrame(frame)).toEqual([]);
      expect.soft(await faultsOfPage(frame)).toEqual([]);
      await tray.screenshot({ path: `${SCREENS}${state}-${scheme}-320.png` });
      await desk.resizeSidebar(520);
      expect.soft(await fitsItsFrame(frame)).toEqual([]);
      await tray.screenshot({ path: `${SCREENS}${state}-${scheme}-520.png` });
    });
  }
}
