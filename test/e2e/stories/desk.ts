import { expect, type Frame, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** One browser window: the ticket in the middle, the app at the right. */
export interface Desk {
  page: Page;
  /** The app's page. */
  app: FrameLocator;
  /** Something in the app by its test id. */
  at(testId: string): Locator;
  button(name: string | RegExp): Locator;
  composer: Locator;
  /** `publicReply` or `internalNote`. */
  mode: Locator;
  toasts: Locator;
  type(text: string): Promise<void>;
  submit(): Promise<void>;
  submitAs(status: 'open' | 'pending' | 'solved'): Promise<void>;
  /** A field on the ticket's form: `ticket-type`, `field-allclear_told` … */
  field(testId: string): Locator;
  frame(): Promise<Frame>;
  resizeSidebar(width: number): Promise<void>;
}

const byId = (testId: string) => `[data-test-id="${testId}"]`;

export function openDesk(page: Page): Desk {
  const frame = `${byId('app-frame')}:visible`;
  const app = page.frameLocator(frame);
  const host = (testId: string) => page.locator(`${byId(testId)}:visible`);
  const composer = host('composer');
  return {
    page,
    app,
    at: (testId) => app.locator(byId(testId)),
    button: (name) => app.getByRole('button', { name }),
    composer,
    mode: host('composer-mode'),
    toasts: host('toast'),
    async type(text) {
      await composer.click();
      await page.keyboard.type(text);
    },
    submit: () => host('submit').click(),
    async submitAs(status) {
      await host('submit-menu').click();
      await host(`submit-status-${status}`).click();
    },
    field: host,
    async frame() {
      const found = await (await page.locator(frame).elementHandle())?.contentFrame();
      if (!found) throw new Error('the app has no frame');
      return found;
    },
    async resizeSidebar(width) {
      const app = page.locator(frame);
      // The browser takes a moment to see that the app's page gives the pointer away; a hand that was too quick takes hold again.
      await expect(async () => {
        const tray = page.locator('aside.tray:visible');
        await tray.evaluate((each) => each.scrollTo(0, 0)); // the grip begins at the top, and goes when that is scrolled away
        const box = await host('tray-grip').boundingBox();
        const place = await tray.boundingBox();
        if (!box || !place) throw new Error('there is no tray to resize');
        const y = box.y + 200;
        await page.mouse.move(box.x + box.width / 2, y);
        await page.mouse.down();
        await page.mouse.move(place.x + place.width - width, y, { steps: 4 });
        await page.mouse.up();
        expect((await app.boundingBox())?.width).toBe(width);
      }).toPass();
    },
  };
}
