import { mkdirSync } from 'node:fs';
import type { World } from '../workspace/world/world.ts';
import type { Desk } from './stories/desk.ts';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

const byId = (id: string) => `[data-test-id="${id}"]`;

const told = (world: World, incident: number, n: number) =>
  world.incidentsOf(incident).filter(({ id }) => world.valueOf(id, 'allclear_told') === `${incident}/${n}`)
    .length;

/** The lead posts update 4 from the sidebar and waits until customers have heard it. */
async function post(desk: Desk, symptoms: string) {
  await desk.at('post-update').click();
  const modal = modalOf(desk);
  await expect(modal.at('post-send')).toHaveText(/^Tell \d+ customers$/);
  await modal.at('post-symptoms').fill(symptoms);
  return modal;
}

test.use({ hurry: 3 });

test('one update is with the customers, on the issue, in Slack’s thread, in the product and on the status page; what somebody changes there is marked', async ({
  story: { world, seed, sitDown },
}) => {
  const desk = await sitDown(seed.incidentA);
  const modal = await post(desk, 'A fix is live. <!channel> Donations go through again.');
  await expect(modal.at('post-also')).toHaveText('Also: Slack thread · PAY-123 · product · status page');
  await desk.page.screenshot({ path: `${SCREENS}also.png` });
  await modal.at('post-send').click();
  await expect(modal.at('channel-outcomes')).toContainText('Slack has update 4.', { timeout: 45_000 });
  await expect(modal.at('channel-outcomes')).toContainText('The status page shows update 4.');
  await desk.page.screenshot({ path: `${SCREENS}channel-outcomes.png` });
  expect(told(world, seed.incidentA, 4)).toBe(36);

  await modal.at('post-close').click();
  await expect(desk.at('channel-slack')).toContainText('Slack has update 4');
  await expect(desk.at('channel-statuspage')).toContainText('The status page shows update 4');

  await expect(desk.at('channel-pendo')).toContainText('The product shows update 4');
  // Somebody sets the page to resolved by hand.
  const onPage = [...world.statuspage.incidents.values()].at(-1)!;
  onPage.state = 'resolved';
  await desk.at('drift-open').click();
  for (const channel of ['tickets', 'jira', 'slack', 'pendo'])
    await expect(desk.at(`drift-${channel}`)).toContainText('Same');
  await expect(desk.at('drift-statuspage')).toContainText(
    'It says “Resolved”; customers were told “Monitoring”.',
  );
  await desk.page.locator('aside.tray:visible').screenshot({ path: `${SCREENS}drift.png` });
  expect(await faultsOfPage(await desk.frame())).toEqual([]);
  onPage.state = 'monitoring';

  await desk.page.getByTitle('Slack').click();
  const slack = desk.page.getByRole('region', { name: 'Slack' });
  await expect(slack.locator(byId('slack-text')).first()).toContainText(
    'A fix is live. <!channel> Donations',
  );
  await expect(slack.getByRole('list', { name: 'Thread' })).toContainText('Update 4: monitoring');
  await expect(slack.locator(byId('slack-mention'))).toHaveCount(0);
  await expect(slack.getByText('36 of 40 customers told update 4')).toBeVisible();
  await desk.page.screenshot({ path: `${SCREENS}slack.png` });

  await desk.page.getByTitle('Status page').click();
  const page = desk.page.getByRole('region', { name: 'Status page' });
  await expect(page.locator(byId('statuspage-banner'))).toHaveText('Donation form returns error 502');
  await expect(page.locator(byId('statuspage-update'))).toContainText('nobody was written to');
  await expect(page.locator(byId('statuspage-update'))).toContainText('A fix is live.');
  await desk.page.screenshot({ path: `${SCREENS}statuspage.png` });
});

test('with Slack down customers are told all the same, the sidebar says what is missing, and a press brings it in line', async ({
  story: { world, seed, sitDown },
}) => {
  world.takeDown('slack.com');
  const desk = await sitDown(seed.incidentA, 'mara', { width: 320 });
  const modal = await post(desk, 'A fix is live.');
  await modal.at('post-send').click();
  const failed = 'Customers were told update 4, but Slack was not';
  await expect(modal.at('channel-outcomes')).toContainText(failed, { timeout: 60_000 });
  await expect(modal.at('channel-outcomes')).toContainText('The status page shows update 4.');
  expect(told(world, seed.incidentA, 4)).toBe(36);
  await modal.at('post-close').click();

  await expect(desk.at('channel-slack').getByRole('alert')).toContainText(failed);
  const frame = await desk.frame();
  expect(await fitsItsFrame(frame)).toEqual([]);
  expect(await faultsOfPage(frame)).toEqual([]);
  await desk.at('channels').scrollIntoViewIfNeeded();
  await desk.page
    .locator('aside.tray:visible')
    .screenshot({ path: `${SCREENS}channels-failed-light-320.png` });

  await desk.at('drift-open').click();
  await expect(desk.at('drift-slack')).toContainText('Differs');
  await expect(desk.at('drift-statuspage')).toContainText('Same');
  world.bringBack('slack.com');
  await desk.at('drift-bring').click();
  await expect(desk.at('channel-slack')).toContainText('Slack has update 4', { timeout: 60_000 });
  const { messages } = world.slack.channel('support_tech');
  expect(messages.filter(({ lines }) => lines[0] === 'Update 4: monitoring')).toHaveLength(1);
  expect(messages.flatMap(({ mentions }) => mentions)).toEqual([]);
});
