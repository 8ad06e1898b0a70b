import { expect, test } from '@playwright/test';
import { at, fromApp, openProbe, type Probe } from './openProbe.ts';

let probe: Probe;
test.beforeAll(async () => {
  probe = await openProbe();
});
test.afterAll(() => probe.workspace.close());

const refusals: [string, () => unknown, string][] = [
  ['returns text', () => 'Old reply: refresh it first', 'Old reply: refresh it first'],
  ['returns false', () => false, 'An app has stopped this ticket from being saved.'],
  [
    'throws',
    () => {
      throw new Error('Broken handler');
    },
    'Broken handler',
  ],
  ['rejects', () => Promise.reject(new Error('Not yet')), 'Not yet'],
  ['rejects without a reason', () => Promise.reject(), 'An app has stopped this ticket from being saved.'],
];
for (const [how, handler, words] of refusals) {
  test(`the ticket.save hook: a handler that ${how} blocks the save`, async ({ browser }) => {
    const { page, app, ticketId, close } = await probe.open(browser);
    const before = probe.workspace.world.ticket(ticketId).audits.length;
    await app.evaluate(`window.client.on('ticket.save', ${handler.toString()})`);
    await page.locator(at('submit')).click();
    await expect(page.locator(at('toast'))).toHaveText(words);
    await expect(page.locator(at('save-state'))).toHaveText('Not saved');
    expect(probe.workspace.world.ticket(ticketId).audits).toHaveLength(before);
    const replies = (await fromApp(page)).filter(({ key }) => key === 'iframe.reply:ticket.save');
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatchObject({ appGuid: expect.any(String), wasText: false });
    await close();
  });
}

test('the ticket.save hook: what resolves lets the save through, and the steps are told', async ({
  browser,
}) => {
  const { page, app, ticketId, close } = await probe.open(browser);
  await app.evaluate(() => {
    window.client.on('ticket.save', async () => {
      const { 'ticket.status': status } = await window.client.get('ticket.status');
      window.heard.push(['ticket.save', status]);
      return false;
    });
    for (const step of ['start', 'done', 'fail', 'always'])
      window.client.on(`ticket.submit.${step}`, () => window.heard.push([step]));
    window.heard.length = 0;
  });
  await page.locator(at('composer')).pressSequentially('Here you are.');
  await page.locator(at('submit-menu')).click();
  await page.locator(at('submit-status-pending')).click();
  await expect(page.locator(at('save-state'))).toHaveText('Saved');
  expect(await app.evaluate(() => window.heard)).toEqual([
    ['ticket.save', 'pending'],
    ['start'],
    ['done'],
    ['always'],
  ]);
  expect(probe.workspace.world.ticket(ticketId).status).toBe('pending');
  expect(probe.workspace.world.ticket(ticketId).publicComments.at(-1)?.body).toBe('Here you are.');
  await expect(page.locator(at('composer'))).toBeEmpty();
  await close();
});
