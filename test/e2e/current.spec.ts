import { leadPosts } from './stories/lead.ts';
import { expect, test } from './stories/story.ts';

test('an update posted elsewhere shows by itself', async ({ story: { world, seed, sitDown } }) => {
  const [id = 0] = seed.behind;
  const desk = await sitDown(id, 'mara', { clock: true });
  await expect(desk.at('incident-status')).toContainText('Cards are not charged.');
  leadPosts(world, seed.incidentA, { n: 4, stage: 'monitoring', symptoms: 'Gifts go through again.' });
  await desk.page.clock.fastForward(31_000);
  await expect(desk.at('incident-status')).toContainText('Gifts go through again.');
  await expect(desk.at('incident-stage')).toHaveText('Monitoring');
  await expect(desk.at('insert')).toHaveText('Insert reply for update 4');
});

test('what a colleague does to the ticket shows at once', async ({ story: { seed, sitDown } }) => {
  const mine = await sitDown(seed.lucia);
  const theirs = await sitDown(seed.lucia, 'tom');
  await expect(mine.at('incident-list')).toBeVisible();
  await theirs.at('attach').click();
  await expect(mine.at('incident-status')).toContainText('Donation form returns error 502');
});

test('going offline shows the age of what is seen, and coming back clears it', async ({
  story: { world, seed, sitDown },
}) => {
  const desk = await sitDown(seed.behind[0] ?? 0, 'mara', { clock: true });
  await expect(desk.at('coverage')).toBeVisible();
  world.faults.script({ url: /api/ }, { kind: 'lost', applied: false }, Number.POSITIVE_INFINITY);
  await desk.page.clock.fastForward(5 * 60_000);
  await expect(desk.at('note-warning')).toContainText(/You see the state of 5 min ago/);
  await expect(desk.at('note-warning')).toContainText('no answer from Zendesk');
  await expect(desk.at('incident-status')).toBeVisible();
  world.faults.clear();
  await desk.button('Try again').click();
  await expect(desk.at('note-warning')).toHaveCount(0);
});

test('a promise that was broken is shown first, and as such', async ({ story: { world, seed, sitDown } }) => {
  leadPosts(world, seed.incidentA, { n: 4, next: new Date(world.clock.now() - 7 * 60_000).toISOString() });
  const desk = await sitDown(seed.behind[0] ?? 0);
  await expect(desk.at('promise')).toHaveText('7 min overdue');
  await expect(desk.at('incident-status').locator('> *').first()).toContainText('7 min overdue');
});
