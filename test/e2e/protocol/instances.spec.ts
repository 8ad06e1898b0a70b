import { expect, test } from '@playwright/test';
import { at, frameOf, openProbe, type Probe } from './openProbe.ts';

let probe: Probe;
test.beforeAll(async () => {
  probe = await openProbe();
});
test.afterAll(() => probe.workspace.close());

test('instances: a modal and the sidebar talk to each other', async ({ browser }) => {
  const { page, app, problems, close } = await probe.open(browser);
  const made = await app.evaluate(() =>
    window.client.invoke('instances.create', {
      location: 'modal',
      url: 'assets/index.html#modal',
      size: { width: '500px', height: '300px' },
    }),
  );
  const [{ instanceGuid }] = made['instances.create'] as unknown as [{ instanceGuid: string }];
  const modal = await frameOf(page, 'modal-frame');
  expect(new URL(modal.url()).hash).toBe('#modal');
  expect(new URL(modal.url()).searchParams.get('app_guid')).toBe(instanceGuid);
  expect(await modal.evaluate(() => window.client.context())).toMatchObject({
    location: 'modal',
    instanceGuid,
  });
  await expect(page.locator(at('modal-frame'))).toHaveCSS('width', '500px');
  const listed = await app.evaluate(() => window.client.get('instances'));
  expect(listed.instances).toMatchObject({ [instanceGuid]: { location: 'modal' } });

  await app.evaluate((guid) => {
    for (const event of ['modal.save', 'modal.close'])
      window.client.instance(guid).on(event, (value) => window.heard.push([event, value ?? null]));
  }, instanceGuid);
  await modal.evaluate(() => window.client.on('draft', (value) => window.heard.push(['draft', value])));
  await modal.evaluate(() => window.client.get('ticket.id'));
  await app.evaluate((guid) => window.client.instance(guid).trigger('draft', 4), instanceGuid);
  await modal.evaluate(() => window.client.trigger('modal.save', { n: 4 }));
  await expect.poll(() => modal.evaluate(() => window.heard)).toContainEqual(['draft', 4]);
  await expect.poll(() => app.evaluate(() => window.heard)).toContainEqual(['modal.save', { n: 4 }]);
  await modal.evaluate(() => void window.client.invoke('destroy'));
  await expect(page.locator(at('modal'))).toHaveCount(0);
  await expect.poll(() => app.evaluate(() => window.heard)).toContainEqual(['modal.close', null]);
  expect(problems).toEqual([]);
  await close();
});

test('the frame can be reloaded, and speaks again', async ({ browser }) => {
  const { page, ticketId, close } = await probe.open(browser);
  await page.locator(at('reload-apps')).click();
  await expect(page.locator(at('app-frame'))).toHaveCount(1);
  const again = await frameOf(page, 'app-frame');
  expect(await again.evaluate(() => window.early)).toMatchObject({ 'ticket.id': ticketId });
  await close();
});
