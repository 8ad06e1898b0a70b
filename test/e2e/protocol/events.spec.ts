import { expect, test } from '@playwright/test';
import { at, openProbe, type Probe } from './openProbe.ts';

let probe: Probe;
test.beforeAll(async () => {
  probe = await openProbe();
});
test.afterAll(() => probe.workspace.close());

test('events: what the agent and the account change is told to those who listen', async ({ browser }) => {
  const { page, app, ticketId, close } = await probe.open(browser);
  await app.evaluate(() => {
    for (const event of [
      'ticket.priority.changed',
      '*.changed',
      'ticket.updated',
      'colorScheme.changed',
      'comment.text.changed',
    ])
      window.client.on(event, (value) => window.heard.push([event, value ?? null]));
  });
  await page.locator(at('ticket-priority')).selectOption('high');
  await page.locator(at('composer')).pressSequentially('H');
  await page.locator(at('scheme-switch')).click();
  probe.workspace.world.customerWrites(ticketId, 'Any news?');
  await expect(page.locator(at('comment')).last()).toContainText('Any news?');
  const heard = await app.evaluate(() => window.heard);
  expect(heard).toContainEqual(['ticket.priority.changed', 'high']);
  expect(heard).toContainEqual([
    '*.changed',
    { propertyName: 'ticket.priority', newValue: 'high', oldValue: 'urgent' },
  ]);
  expect(heard).toContainEqual(['comment.text.changed', 'H']);
  expect(heard).toContainEqual(['colorScheme.changed', 'dark']);
  expect(heard).toContainEqual(['ticket.updated', null]);
  await close();
});

test('events: activated, deactivated, and will be destroyed', async ({ browser }) => {
  const { page, app, ticketId, close } = await probe.open(browser);
  await page.locator(at('nav-views')).click();
  await page
    .locator(at(`tab-${ticketId}`))
    .getByRole('link')
    .click();
  await expect
    .poll(() => app.evaluate(() => window.heard.map((one) => (one as [string])[0])))
    .toEqual(['app.activated', 'app.deactivated', 'app.activated']);
  const gone = app.evaluate(
    () => new Promise((resolve) => window.client.on('app.willDestroy', () => resolve('heard'))),
  );
  await page.getByRole('button', { name: `Close ticket ${ticketId}` }).click();
  expect(await gone).toBe('heard');
  await expect(page.locator(at('app-frame'))).toHaveCount(0);
  await close();
});

test('two windows share one world, and an edit in progress survives the other', async ({ browser }) => {
  const mine = await probe.open(browser);
  const theirs = await probe.open(browser, mine.ticketId, 'tom');
  await mine.page.locator(at('ticket-priority')).selectOption('low');
  await theirs.page.locator(at('ticket-type')).selectOption('question');
  await theirs.page.locator(at('submit')).click();
  await expect(mine.page.locator(at('ticket-type'))).toHaveValue('question');
  await expect(mine.page.locator(at('ticket-priority'))).toHaveValue('low');
  await mine.close();
  await theirs.close();
});
