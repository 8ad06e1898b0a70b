import { mkdirSync } from 'node:fs';
import { readFeed } from '../../src/domain/noticeFeed.ts';
import { NOTICE } from '../workspace/world/seed/notice.ts';
import type { Desk } from './stories/desk.ts';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });
const HOUR = 60 * 60_000;

// The other channels have stories of their own.
test.use({ account: { settings: { jira_site: '', slack_by: 'off', statuspage_page: '' } } });

/** The lead posts from the sidebar, and everybody is told who is to be told. */
async function post(desk: Desk, { symptoms, by }: { symptoms?: string; by?: string }) {
  await desk.at('post-update').click();
  const modal = modalOf(desk);
  await expect(modal.at('post-send')).toHaveText(/^Tell \d+ customers$/);
  if (symptoms) await modal.at('post-symptoms').fill(symptoms);
  if (by) {
    await modal.at('stage-resolved').click();
    await modal.at('post-gateBy').fill(by);
    await modal.at('post-gateWhere').fill('a call');
  }
  await modal.at('post-send').click();
  await expect(modal.at('channel-outcomes')).toContainText('product', { timeout: 60_000 });
  const outcome = await modal.at('channel-outcomes').innerText();
  await modal.at('post-close').click();
  return outcome;
}

test('an update that Pendo would not take is there to copy, customers are told all the same, and after a press it is in the product', async ({
  story: { world, seed, productUrl, sitDown },
  page: customer,
}) => {
  world.pendo.mayWrite = false;
  const desk = await sitDown(seed.incidentB, 'mara', { width: 320 });
  const failed =
    'Customers were told update 4, but the product does not show it: Pendo does not let Allclear';
  expect(await post(desk, { symptoms: 'A fix is live. <b>Donations</b> go through.' })).toContain(failed);
  await expect(desk.at('channel-pendo').getByRole('alert')).toContainText(failed);
  const notice = desk.at('notice');
  await expect(notice).toContainText('Service Status Update: Fix in Place - Monitoring');
  await expect(desk.at('notice-expiry')).toHaveText('none, while the incident runs');
  await desk.button('Copy: Title').click();
  await expect(notice.getByRole('status')).toHaveText('Copied.');
  const frame = await desk.frame();
  expect(await fitsItsFrame(frame)).toEqual([]);
  expect(await faultsOfPage(frame)).toEqual([]);
  await notice.scrollIntoViewIfNeeded();
  await desk.page.locator('aside.tray:visible').screenshot({ path: `${SCREENS}notice-by-hand-320.png` });

  const [charity] = [...world.organizations.keys()];
  await customer.goto(`${productUrl}/product?account=${charity}`);
  await expect(customer.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await expect(customer.locator('[role=status]')).toHaveCount(0);
  world.pendo.mayWrite = true;
  await desk.at('channel-pendo-tell').click();
  await expect(desk.at('channel-pendo')).toContainText('The product shows update 4', { timeout: 60_000 });
  await expect(notice).toHaveCount(0);
  await customer.getByRole('link', { name: 'Donors' }).click();
  const shown = customer.locator('[role=status]');
  await expect(shown.locator('strong')).toHaveText('Service Status Update: Fix in Place - Monitoring');
  await expect(shown).toContainText('Symptoms: A fix is live. <b>Donations</b> go through.');
  await customer.screenshot({ path: `${SCREENS}product-running.png` });
});

test('after *resolved* the notice is gone from a customer’s open tab one hour after posting, and the next who looks puts it away', async ({
  story: { world, seed, productUrl, sitDown },
  page: customer,
}) => {
  const guide = world.pendo.guide(NOTICE.guide);
  const published = () =>
    readFeed(world.helpCenter.article(NOTICE.article).translations.get('en-us')?.body ?? '');
  const desk = await sitDown(seed.incidentB, 'mara', { clock: true });
  expect(await post(desk, { by: 'Sam Osei (Engineering)' })).toContain('The product shows update 4.');
  await expect(desk.at('notice-end')).toContainText('Customers see it in the product until');
  await desk.page.locator('[data-test-id="nav-product"]').click();
  const product = desk.page.frameLocator('[data-test-id="product-frame"]');
  await expect(product.getByText('Service Status Update: Issue Resolved')).toBeVisible();
  await desk.page.screenshot({ path: `${SCREENS}product-place.png` });
  await desk.page.goBack();

  await customer.clock.install();
  await customer.goto(`${productUrl}/product`);
  const notice = customer.locator('[role=status]');
  await expect(notice.locator('strong')).toHaveText('Service Status Update: Issue Resolved');
  const [{ postedAt, expiresAt } = { postedAt: '', expiresAt: '' }] = published();
  expect(Date.parse(String(expiresAt)) - Date.parse(postedAt)).toBe(HOUR);
  await customer.clock.pauseAt(Date.parse(String(expiresAt)) - 1_000);
  await expect(notice).toContainText('Great news!');
  await customer.clock.runFor(1_000);
  await expect(notice).toBeHidden();
  await expect(customer.getByText('Great news!')).toHaveCount(0);
  expect(guide.state).toBe('public'); // nobody of the company has looked since

  await desk.page.clock.fastForward(HOUR + 60_000);
  await expect(desk.at('notice-end')).toContainText('Nobody sees it in the product any more', {
    timeout: 60_000,
  });
  expect([guide.state, published()]).toEqual(['disabled', []]);
});
