import { expect, type Page, test } from '@playwright/test';
import { cut } from '../../src/domain/cut.ts';
import type { Notice } from '../../src/domain/notice.ts';
import { writeFeed } from '../../src/domain/noticeFeed.ts';
import { HOSTILE } from '../domain/hostile.ts';
import { pasteBlock } from '../workspace/world/seed/notice.ts';

const SITE = 'https://acme.zendesk.com';
const PRODUCT = 'https://product.example';
const ARTICLE = 360_900_100;
const NOON = Date.UTC(2026, 10, 25, 12);
const HOUR = 60 * 60_000;

const notice = (different: Partial<Notice> = {}): Notice => ({
  incident: 1,
  n: 1,
  title: 'Service Status Update: Issue Under Investigation',
  text: 'We are looking.\nSymptoms: an error.',
  postedAt: new Date(NOON).toISOString(),
  ...different,
});
const RESOLVED = notice({
  n: 2,
  title: 'Service Status Update: Issue Resolved',
  text: 'Great news!',
  expiresAt: new Date(NOON + HOUR).toISOString(),
});

type Answer = { status?: number; body?: string; cors?: boolean; lost?: boolean };

/** A page of somebody's product in which Pendo runs the block, and a feed that answers what `feed` holds. */
async function openProduct(page: Page, { lang = 'en', locales = ['en-us', 'es'], now = NOON } = {}) {
  const feed: { article: Answer | undefined; search: Answer; asked: string[] } = {
    article: { body: writeFeed([notice()]) },
    search: { status: 404 },
    asked: [],
  };
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.clock.install({ time: now - 60_000 });
  await page.route(`${SITE}/**`, async (route) => {
    const url = new URL(route.request().url());
    feed.asked.push(url.pathname);
    const isSearch = url.pathname.endsWith('/search.json');
    const answer = isSearch ? feed.search : feed.article;
    if (!answer) return; // nobody ever answers
    const { status = 200, body, cors = true, lost = false } = answer;
    if (lost) return route.abort();
    const article = { id: ARTICLE, locale: 'en-us', title: 'x', body };
    const content = body?.startsWith('raw:')
      ? body.slice(4)
      : JSON.stringify(isSearch ? { results: [{ ...article, id: 7, body: '' }, article] } : { article });
    const headers = cors ? { 'access-control-allow-origin': '*' } : {};
    await route.fulfill({ status, contentType: 'application/json', headers, body: content });
  });
  await page.route(`${PRODUCT}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="${lang}"><body><main>Product</main>
        <div id="pendo-guide-container"><div id="allclear-notice"></div></div></body></html>`,
    }),
  );
  await page.goto(PRODUCT);
  const status = page.locator('[role=status]');
  await page.clock.pauseAt(now);
  const block = pasteBlock(SITE, ARTICLE, locales);
  await page.evaluate((code) => {
    const script = document.createElement('script');
    script.textContent = code;
    document.body.append(script);
  }, block);

  return { feed, dialogs, errors, block, status, frame: page.locator('#pendo-guide-container') };
}

type Feed = Awaited<ReturnType<typeof openProduct>>['feed'];

/** Time goes on in steps shorter than the block's patience; after each, what was asked in it has been answered. */
async function pass(page: Page, ms: number) {
  for (let left = ms; left > 0; left -= STEP) {
    await page.clock.runFor(Math.min(STEP, left));
    await answered(page);
  }
}
const STEP = 8_000;

// It goes the same way, behind the others.
const answered = (page: Page) => page.evaluate(() => fetch('/').then(() => undefined));

/** The customer comes back to the tab after more than half a minute, and the block has looked. */
async function nextLook(page: Page, feed: Feed) {
  await answered(page);
  const before = feed.asked.length;
  await page.clock.fastForward(32_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.clock.runFor(1_000);
  await expect.poll(() => feed.asked.length).toBeGreaterThan(before);
  await answered(page);
}

test('a notice is shown to customers, and what is published next takes its place in an open tab', async ({
  page,
}) => {
  const { feed, status } = await openProduct(page);
  await expect(status).toContainText('Issue Under Investigation');
  await expect(status.locator('p')).toHaveText(['We are looking.', 'Symptoms: an error.']);
  feed.article = { body: writeFeed([RESOLVED, notice({ incident: 2, title: 'Receipts are late' })]) };
  await nextLook(page, feed);
  await expect(status.locator('strong')).toHaveText([
    'Service Status Update: Issue Resolved',
    'Receipts are late',
  ]);
  // Gently: once in two minutes, however long a tab stays open.
  const before = feed.asked.length;
  await pass(page, 5 * 60_000);
  expect(feed.asked.length - before).toBe(2);
  feed.article = { body: writeFeed([]) };
  await nextLook(page, feed);
  await expect(status).toHaveText('');
});

test('after *resolved* it is gone one hour after posting, to the second, with the feed down, and no frame stays behind', async ({
  page,
}) => {
  const { feed, status, frame } = await openProduct(page);
  feed.article = { body: writeFeed([RESOLVED]) };
  await nextLook(page, feed);
  await expect(status).toContainText('Great news!');
  feed.article = { lost: true };
  feed.search = { lost: true };
  const now = await page.evaluate(() => Date.now());
  await page.clock.runFor(NOON + HOUR - 1_000 - now);
  await expect(status).toContainText('Great news!');
  await page.clock.runFor(990);
  await expect(status).toContainText('Great news!');
  await page.clock.runFor(20); // the driven clock adds up fractions, and may be a hair short of the very millisecond
  await expect(frame).toBeHidden();
  await expect(page.getByText('Great news!')).toHaveCount(0);
});

test('a computer that slept through the end shows it no more, and a tab opened after it never does', async ({
  page,
  context,
}) => {
  const { feed, status } = await openProduct(page);
  feed.article = { body: writeFeed([RESOLVED]) };
  await nextLook(page, feed);
  await expect(status).toContainText('Great news!');
  feed.article = { lost: true };
  await page.clock.fastForward(2 * HOUR);
  await expect(page.getByText('Great news!')).toHaveCount(0);

  const late = await context.newPage();
  const second = await openProduct(late, { now: NOON + HOUR });
  second.feed.article = { body: writeFeed([RESOLVED]) };
  await nextLook(late, second.feed);
  await expect(late.getByText('Great news!')).toHaveCount(0);
});

const BROKEN: Record<string, Answer> = {
  'no answer at all': { lost: true },
  'a failure': { status: 503, body: 'raw:<html>down</html>' },
  'a refusal without CORS': { status: 403, cors: false, body: 'raw:{}' },
  'too many requests without CORS': { status: 429, cors: false, body: 'raw:{}' },
  HTML: { body: 'raw:<!doctype html><script>alert(1)</script>' },
  'half of the JSON': { body: writeFeed([RESOLVED]).slice(0, 90) },
  'JSON of somebody else': { body: '<pre>{"notices":[{"title":"x","text":"y"}]}</pre>' },
  null: { body: 'raw:null' },
  'an article without a body': { body: 'raw:{"article":{}}' },
  'notices that are none': { body: '<pre>{"allclear":1,"notices":{"length":3}}</pre>' },
  'a nothing among the notices': { body: '<pre>{"allclear":1,"notices":[null]}</pre>' },
  'three megabytes': { body: `raw:{"article":{"body":"${'x'.repeat(3_000_000)}"}}` },
};

test(`what is shown stays through ${Object.keys(BROKEN).length} kinds of broken feeds, and goes on when it is mended`, async ({
  page,
}) => {
  const { feed, status, errors } = await openProduct(page);
  await expect(status).toContainText('Under Investigation');
  for (const [name, answer] of Object.entries(BROKEN)) {
    feed.article = answer;
    feed.search = answer;
    await nextLook(page, feed);
    await expect(status, name).toContainText('Under Investigation');
  }
  // Nobody answers: it gives up after a while and asks again.
  feed.article = undefined;
  await nextLook(page, feed);
  await pass(page, 24_000);
  expect(feed.asked.at(-1)).toMatch(/search/);
  // It has become ever rarer while it failed, and is ready for whoever comes back to the tab.
  const before = feed.asked.length;
  await pass(page, 5 * 60_000);
  expect(feed.asked.length).toBe(before);
  feed.article = { body: writeFeed([RESOLVED]) };
  await nextLook(page, feed);
  await expect(status).toContainText('Great news!');
  expect(errors).toEqual([]);
});

test('begun with a broken feed it shows nothing, not even a frame, until the feed is there', async ({
  page,
}) => {
  const { feed, status, frame } = await openProduct(page);
  feed.article = { status: 404 };
  await nextLook(page, feed);
  await expect(frame).toBeHidden();
  feed.article = { body: writeFeed([notice({ expiresAt: 'soon' }), notice({ title: 'Sound' })]) };
  await nextLook(page, feed);
  await expect(status.locator('strong')).toHaveText(['Sound']); // one without a sound end is never shown
});

test('where other sites may not read an article, it is found by the search, which they may', async ({
  page,
}) => {
  const { feed, status } = await openProduct(page);
  feed.article = { cors: false, body: writeFeed([RESOLVED]) };
  feed.search = { body: writeFeed([RESOLVED]) };
  await nextLook(page, feed);
  await expect(status).toContainText('Great news!');
});

test(`${HOSTILE.length} hostile texts are text: no markup comes of them, nothing runs, nothing else is asked for`, async ({
  page,
}) => {
  const { feed, status, dialogs, errors } = await openProduct(page);
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (![SITE, PRODUCT].includes(new URL(request.url()).origin)) foreign.push(request.url());
  });
  const elements = async () =>
    status.evaluate((box) => [...box.querySelectorAll('*')].map(({ tagName }) => tagName));
  for (let at = 0; at < HOSTILE.length; at += 3) {
    const three = HOSTILE.slice(at, at + 3);
    feed.article = {
      body: writeFeed(
        three.map(({ text }, index) =>
          notice({ incident: at + index, title: cut(text, 200), text: cut(text, 3_900) }),
        ),
      ),
    };
    await nextLook(page, feed);
    await expect(status.locator('strong')).toHaveCount(three.length);
    const allowed = new Set(['DIV', 'STRONG', 'P', 'BUTTON']);
    expect(
      (await elements()).filter((tag) => !allowed.has(tag)),
      three.map(({ name }) => name).join(),
    ).toEqual([]);
  }
  // The same as it might come from an editor that spells signs out, or from somebody who writes into the article by hand.
  const inner = JSON.stringify({
    allclear: 1,
    notices: [{ id: 1, n: 9, title: '<img src=x onerror=alert(1)>', text: '<b>' }],
  });
  feed.article = { body: `<pre>${inner.replaceAll('<', '&lt;').replaceAll('"', '&quot;')}</pre>` };
  await nextLook(page, feed);
  await expect(status.locator('strong')).toHaveText('<img src=x onerror=alert(1)>');
  expect([dialogs, errors, foreign]).toEqual([[], [], []]);
});

test('a customer reads their own language, closes a notice for good, and hears of the next one', async ({
  page,
}) => {
  const { feed, status, block } = await openProduct(page, { lang: 'es-MX' });
  await expect(status).toContainText('Under Investigation');
  expect(feed.asked[0]).toBe(`/api/v2/help_center/es/articles/${ARTICLE}.json`);
  await status.getByRole('button', { name: 'Cerrar' }).click();
  await expect(status).toHaveText('');
  // Pendo runs the block once more on the next page, and one of them is left.
  await page.evaluate((code) => {
    const script = document.createElement('script');
    script.textContent = code;
    document.body.append(script);
  }, block);
  await expect(status).toHaveCount(1);
  await nextLook(page, feed);
  await expect(status).toHaveText('');
  feed.article = { body: writeFeed([notice({ n: 2, title: 'Found' })]) };
  await nextLook(page, feed);
  await expect(status).toContainText('Found');
});

test('taken out of the page by Pendo, it asks no more', async ({ page }) => {
  const { feed, frame, status } = await openProduct(page);
  await expect(status).toContainText('Under Investigation');
  const before = feed.asked.length;
  await frame.evaluate((element) => element.remove());
  await page.clock.runFor(HOUR);
  await answered(page);
  expect(feed.asked.length).toBe(before);
});
