import { expect, test } from '@playwright/test';
import { addCustomer } from '../../workspace/world/seed/build.ts';
import { at, openProbe, type Probe } from './openProbe.ts';

let probe: Probe;
test.beforeAll(async () => {
  probe = await openProbe();
});
test.afterAll(() => probe.workspace.close());

test('a light agent cannot reply in public, a messaging ticket keeps plain text', async ({ browser }) => {
  const light = await probe.open(browser, probe.freshTicket(), 'ines');
  await expect(light.page.locator(at('composer-mode'))).toHaveValue('internalNote');
  await expect(light.page.locator(`${at('composer-mode')} option[value="publicReply"]`)).toBeDisabled();
  await light.close();
  const customer = addCustomer(probe.workspace.world, 1);
  const chat = probe.workspace.world.addTicket({
    subject: 'Hello?',
    text: 'Hello?',
    requesterId: customer.id,
    channel: 'native_messaging',
  });
  const { page, app, close } = await probe.open(browser, chat.id);
  await app.evaluate(() => window.client.invoke('ticket.editor.insert', '<p>One <b>two</b></p><p>three</p>'));
  await expect(page.locator(at('composer'))).toHaveText('One two\n\nthree', { useInnerText: true });
  await close();
});

test('what a customer writes never runs in the host page', async ({ browser }) => {
  const html = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><a href="javascript:window.hacked=1">go</a>
    <style>body{display:none}</style><iframe srcdoc="<script>parent.hacked=1</script>"></iframe><b>bold</b>`;
  const customer = probe.workspace.world.addUser({ name: '<img src=x onerror="window.hacked=1">' });
  const ticket = probe.workspace.world.addTicket({
    subject: '<b onclick=1>Sub</b>',
    html,
    requesterId: customer.id,
  });
  const { page, app, close } = await probe.open(browser, ticket.id);
  await expect(page.locator(at('comment')).locator('b')).toHaveText('bold');
  await app.evaluate((text) => window.client.invoke('ticket.editor.insert', text), html);
  await app.evaluate((text) => window.client.set('comment.text', text), html);
  await page.locator(at('comment')).locator('a').click();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await expect(page.getByRole('heading', { level: 1, name: '<b onclick=1>Sub</b>' })).toBeVisible();
  await close();
});
