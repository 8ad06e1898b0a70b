import { expect, test } from '@playwright/test';
import { openWorkspace } from '../workspace/serve.ts';
import { openDesk } from './stories/desk.ts';

test('the page in the background has fetched what the first ticket of the day needs', async ({ page }) => {
  const { url, seed, close } = await openWorkspace();
  const fetched: string[] = [];
  page.on('requestfinished', (request) => {
    if (/\/assets\/(connect|sidebar)-/.test(request.url())) fetched.push(request.url());
  });
  try {
    await page.goto(`${url}#/views?agent=mara`);
    await expect.poll(() => fetched.length).toBe(2);
    await page.goto(`${url}#/tickets/${seed?.behind[0]}?agent=mara`);
    const desk = openDesk(page);
    await expect(desk.at('incident-status')).toBeVisible();
    const paid = await (await desk.frame()).evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map((entry) => entry as PerformanceResourceTiming)
        .filter(({ name }) => /\/assets\/(connect|sidebar)-/.test(name))
        .map(({ transferSize }) => transferSize),
    );
    expect(paid).toEqual([0, 0]);
  } finally {
    await close();
  }
});
