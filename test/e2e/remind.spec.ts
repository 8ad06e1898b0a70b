import { mkdirSync } from 'node:fs';
import type { World } from '../workspace/world/world.ts';
import type { Desk } from './stories/desk.ts';
import { leadPosts } from './stories/lead.ts';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

test.use({ account: { background: true, settings: { broadcast_group: 'Support' } } });

const MINUTE = 60_000;

/** Update 4 is out, and update 5 was promised for three minutes ago. */
const breakPromise = (world: World, incident: number) =>
  leadPosts(world, incident, { n: 4, next: new Date(world.clock.now() - 3 * MINUTE).toISOString() });

const reminder = ({ page }: Desk) => page.locator('[data-test-id="background-toasts"]');

test('two browsers, one reminder: each person hears of the broken promise, and Slack hears it once', async ({
  story: { world, seed, sitDown },
}) => {
  breakPromise(world, seed.incidentA);
  const [mara, tom] = await Promise.all([
    sitDown(seed.incidentA, 'mara', { clock: true }),
    sitDown(seed.incidentB, 'tom', { clock: true }),
  ]);
  const words = `Overdue: customers were promised update 5 on “Donation form returns error 502”`;
  for (const desk of [mara, tom]) await expect(reminder(desk)).toContainText(words);
  const overdue = () =>
    world.slack
      .channel('support_tech')
      .messages.filter(({ lines }) => lines[0]?.startsWith('Overdue: update 5 was promised for'));
  await expect.poll(() => overdue().length).toBe(1);
  const told = () =>
    JSON.parse(String(world.valueOf(seed.incidentA, 'allclear_record'))).reminders.update.told;
  await expect.poll(() => told().outcome).toBe('told');
  await mara.page.screenshot({ path: `${SCREENS}reminded.png` });

  // Both look again a minute later, and find that it has been said.
  for (const { page } of [mara, tom]) await page.clock.runFor(2 * MINUTE);
  await expect(reminder(mara).getByText(words)).toHaveCount(1);
  await expect(reminder(tom).getByText(words)).toHaveCount(1);
  expect(overdue()).toHaveLength(1);
  expect(overdue()[0]).toMatchObject({ isBroadcast: true, mentions: [] });
});

test('a reminder is put off for a reason, which the timeline keeps', async ({
  story: { world, seed, sitDown },
}) => {
  breakPromise(world, seed.incidentA);
  const desk = await sitDown(seed.incidentA, 'mara', { width: 320 });
  await desk.at('snooze-update').click();
  await desk.at('snooze-reason').fill('Engineering rolls back; we know at a quarter to.');
  const frame = await desk.frame();
  expect(await fitsItsFrame(frame)).toEqual([]);
  expect(await faultsOfPage(frame)).toEqual([]);
  await desk.page.locator('aside.tray:visible').screenshot({ path: `${SCREENS}snooze-light-320.png` });
  await desk.at('snooze-15').click();
  await expect(desk.at('snoozed-update')).toContainText(
    'by Mara Lind: Engineering rolls back; we know at a quarter to.',
  );
  await desk.page.locator('aside.tray:visible').screenshot({ path: `${SCREENS}snoozed-light-320.png` });

  await desk.at('timeline').click();
  const modal = modalOf(desk);
  const entry = modal.at('timeline-entry').filter({ hasText: 'Reminder snoozed' });
  await expect(entry).toContainText('Mara Lind');
  await expect(entry).toContainText('Engineering rolls back; we know at a quarter to.');
  await expect(entry).toContainText(/No reminder until/);
  await desk.page.screenshot({ path: `${SCREENS}snoozed-timeline.png` });
});
