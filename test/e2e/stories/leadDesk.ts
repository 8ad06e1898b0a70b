import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';
import type { Desk } from './desk.ts';

/** The app's own page behind its icon in the nav bar. */
export interface LeadDesk {
  page: Page;
  app: FrameLocator;
  at(testId: string): Locator;
  button(name: string | RegExp): Locator;
  frame(): Promise<Frame>;
}

const byId = (testId: string) => `[data-test-id="${testId}"]`;

/** Presses the icon in the nav bar. */
export async function goToDesk({ page }: Desk): Promise<LeadDesk> {
  await page.locator(byId('nav-apps')).click();
  const place = `${byId('nav-frame')}:visible`;
  const app = page.frameLocator(place);
  return {
    page,
    app,
    at: (testId) => app.locator(byId(testId)),
    button: (name) => app.getByRole('button', { name }),
    async frame() {
      const found = await (await page.locator(place).elementHandle())?.contentFrame();
      if (!found) throw new Error('the desk has no frame');
      return found;
    },
  };
}
