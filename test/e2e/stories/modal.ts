import type { Frame, FrameLocator, Locator } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Desk } from './desk.ts';

/** The app's modal, once it is open. */
export interface ModalDesk {
  /** Something in it by its test id. */
  at(testId: string): Locator;
  app: FrameLocator;
  button(name: string | RegExp): Locator;
  frame(): Promise<Frame>;
  /** Zendesk's own cross. */
  close(): Promise<void>;
}

export function modalOf({ page }: Desk): ModalDesk {
  const selector = '[data-test-id="modal-frame"]:visible';
  const app = page.frameLocator(selector);
  return {
    app,
    at: (testId) => app.locator(`[data-test-id="${testId}"]`),
    button: (name) => app.getByRole('button', { name }),
    async frame() {
      const found = await (await page.locator(selector).elementHandle())?.contentFrame();
      if (!found) throw new Error('no modal is open');
      return found;
    },
    async close() {
      await page.locator('[data-test-id="modal-close"]:visible').click();
      await expect(page.locator(selector)).toHaveCount(0);
    },
  };
}
