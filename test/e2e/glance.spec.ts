import type { Frame } from '@playwright/test';
import { expect, type Look, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;

const LOOKS: [name: string, agent: 'mara' | 'tom', look: Look][] = [
  ['light', 'mara', { scheme: 'light', width: 320 }],
  ['dark', 'mara', { scheme: 'dark' }],
  ['right to left', 'tom', {}],
];

for (const [name, agent, look] of LOOKS) {
  test(`the status is read before React is there, and nothing moves when it comes, ${name}`, async ({
    story: { seed, sitDown },
  }) => {
    if (agent === 'tom') seed.tom.locale = 'ar';
    const { page, at, frame } = await sitDown(seed.behind[0] ?? 0, agent, look);
    await expect(at('coverage').first()).toBeVisible();
    let letReactCome = () => {};
    const held = new Promise<void>((resolve) => {
      letReactCome = resolve;
    });
    await page.route(/\/assets\/sidebar-/, (route) => held.then(() => route.continue()));
    await page.reload();
    await expect(at('glance')).toBeVisible();
    await expect(page.locator('aside.tray:visible')).toContainText('Allclear');
    const app = await frame();
    const before = await linesIn(app, '[data-test-id="glance"]');
    await page
      .locator('aside.tray:visible')
      .screenshot({ path: `${SCREENS}glance-${name.replaceAll(' ', '-')}.png` });
    expect(before.length).toBeGreaterThan(8);

    letReactCome();
    await expect(at('incident-status')).toBeVisible();
    await expect(at('glance')).toHaveCount(0);
    const sections = ':is([aria-labelledby="incident"], [aria-labelledby="promise"])';
    await expect.poll(() => linesIn(app, sections)).toEqual(before); // once Zendesk has made room for all
  });
}

/** What is written in a part of the page: each text, where it stands and how it looks. The time may have gone on by a minute. */
function linesIn(frame: Frame, selector: string) {
  return frame.evaluate((within) => {
    const texts = [...document.querySelectorAll(`${within} *`)].filter((each) =>
      [...each.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim()),
    );
    return texts.map((each) => {
      const { x, y, height } = each.getBoundingClientRect();
      const { color, backgroundColor, fontSize, fontWeight, fontFamily } = getComputedStyle(each);
      const text = each.textContent?.replace(/[\d\u0660-\u0669]+/g, '#');
      const place = [x, y, height].map(Math.round);
      return [each.tagName, text, place, color, backgroundColor, fontSize, fontWeight, fontFamily];
    });
  }, selector);
}
