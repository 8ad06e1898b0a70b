import type { World } from '../workspace/world/world.ts';
import { leadPosts, write } from './stories/lead.ts';
import { modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

/** How often a report's customer was told this update. */
function timesTold(world: World, id: number, n: number): number {
  return world.ticket(id).audits.filter(({ custom }) => {
    const deed = custom?.allclear as { did?: string; n?: number } | undefined;
    return deed?.did === 'told' && deed.n === n;
  }).length;
}

const toldOf = (world: World, ids: readonly number[], n: number) =>
  ids.filter((id) => timesTold(world, id, n) > 0);

test('the tab is closed half-way: a second agent sees the true count, goes on, and nobody is told twice', async ({
  story: { world, seed, sitDown },
}) => {
  const [report = 0] = seed.behind;
  const lead = await sitDown(report, 'mara');
  await lead.at('post-update').click();
  const modal = modalOf(lead);
  world.faults.scriptJob({ kind: 'endless', after: 15 });
  await modal.at('post-send').click();
  await expect.poll(() => toldOf(world, seed.reportsA, 4).length).toBe(15);
  await lead.page.close();

  const second = await sitDown(seed.pending, 'tom');
  await expect(second.at('coverage')).toContainText('15 of 40');
  await expect(second.at('pace')).toContainText('Whether somebody is at it shows within a minute or two.');
  await second.at('continue').click();
  await expect(second.at('note-success')).toContainText('Update 4 has reached 36 tickets.');
  await expect(second.at('coverage')).toContainText('36 of 40');
  await expect(second.at('coverage')).not.toContainText('still to be told');
  await expect(second.at('continue')).toHaveCount(0);
  const times = seed.reportsA.map((id) => timesTold(world, id, 4));
  expect(Math.max(...times)).toBe(1);
  expect(times.filter((each) => each === 1)).toHaveLength(36);
  await expect(second.page.getByText('Service Status Update').last()).toBeVisible();
});

test('pausing says what was sent; cancelling tells everybody so, and going on tells the others alone', async ({
  story: { world, seed, sitDown },
}) => {
  leadPosts(world, seed.incidentA, { n: 4 });
  world.faults.scriptJob({ kind: 'killed', after: 10 });
  const desk = await sitDown(seed.incidentA);
  await desk.at('continue').click();
  await desk.at('telling-pause').click();
  await expect(desk.at('telling')).toContainText('Paused: nothing more goes out.');
  expect(toldOf(world, seed.reportsA, 4).length).toBeLessThan(36);
  // A pause may come before the job is known to have died, or after it.
  await expect(desk.at('telling')).toContainText(/\d+ (were not told|sent, not confirmed yet)/);
  await desk.at('telling-cancel').click();
  await expect(desk.at('telling')).toContainText('Cancelled: nothing more of update 4 goes out from here');
  const second = await sitDown(seed.pending, 'tom');
  await expect(second.at('pace')).toContainText('Mara Lind cancelled it at');
  await desk.at('telling-continue').click();
  await expect(desk.at('coverage')).toContainText('36 of 40');
  expect(Math.max(...seed.reportsA.map((id) => timesTold(world, id, 4)))).toBe(1);
});

test('when nobody tells it any more, the browser whose agent said so goes on by itself', async ({
  story: { world, seed, sitDown },
}) => {
  leadPosts(world, seed.incidentA, { n: 4 });
  const desk = await sitDown(seed.behind[0] ?? 0, 'tom', { clock: true });
  await desk.app.getByText('Go on by itself when nobody does').click();
  await expect(desk.app.getByRole('switch')).toBeChecked();
  expect(toldOf(world, seed.reportsA, 4)).toEqual([]);
  await expect(async () => {
    await desk.page.clock.runFor(5_000);
    expect(toldOf(world, seed.reportsA, 4)).toHaveLength(36);
  }).toPass({ timeout: 40_000 });
  expect(Math.max(...seed.reportsA.map((id) => timesTold(world, id, 4)))).toBe(1);
});

test('a promise that was broken has its button beside it, and it opens the form', async ({
  story: { world, seed, sitDown },
}) => {
  const next = new Date(world.clock.now() - 7 * 60_000).toISOString();
  leadPosts(world, seed.incidentA, { n: 4, next });
  const desk = await sitDown(seed.behind[0] ?? 0);
  const alarm = desk.at('incident-status').locator('> *').first();
  await expect(alarm).toContainText('7 min overdue');
  await expect(alarm).toContainText('40 tickets wait for it.');
  const height = await alarm.evaluate((element) => element.clientHeight);
  await alarm.getByRole('button', { name: 'Post update 5…' }).click();
  expect(await alarm.evaluate((element) => element.clientHeight)).toBe(height);
  await expect(desk.at('post-update')).toHaveCount(1);
  await expect(modalOf(desk).at('post-send')).toBeVisible();
});

test('a light agent reads why, and is offered nothing', async ({ story: { world, seed, sitDown } }) => {
  leadPosts(world, seed.incidentA, { n: 4 });
  const desk = await sitDown(seed.behind[0] ?? 0, 'ines');
  await expect(desk.at('coverage')).toBeVisible();
  await expect(desk.at('post-update')).toHaveCount(0);
  await expect(desk.at('continue')).toHaveCount(0);
  await expect(desk.at('incident-status')).toContainText('internas'); // she reads Spanish
});

test('a late joiner is told the current update once, whoever presses', async ({
  story: { world, seed, sitDown },
}) => {
  const desks = [await sitDown(seed.lucia, 'mara'), await sitDown(seed.lucia, 'tom')];
  const [mine, theirs] = desks as [(typeof desks)[0], (typeof desks)[0]];
  await mine.at('attach').click();
  for (const desk of desks) {
    await expect(desk.at('last-told')).toHaveText('Not told yet');
    await desk.at('tell-now').click();
    await expect(desk.app.getByText('Send update 3 to this customer now, as a public reply?')).toBeVisible();
  }
  await Promise.all(desks.map((desk) => desk.at('tell-now-yes').click()));
  for (const desk of desks) {
    await expect(desk.at('note-success')).toContainText('This customer was told update 3');
    await expect(desk.at('last-told')).toContainText('Last told update 3');
  }
  expect(timesTold(world, seed.lucia, 3)).toBe(1);
  expect(world.ticket(seed.lucia).publicComments).toHaveLength(2);
  await expect(theirs.page.getByText('Actualización del estado del servicio').last()).toBeVisible();
});

test.describe('where the setting says so', () => {
  test.use({ account: { settings: { tell_late: 'by itself' } } });

  test('a late joiner is told by itself', async ({ story: { world, seed, sitDown } }) => {
    const desk = await sitDown(seed.lucia);
    await desk.at('attach').click();
    await expect(desk.at('note-success')).toContainText('This customer was told update 3 just now.');
    expect(timesTold(world, seed.lucia, 3)).toBe(1);
  });
});

test('on the incident’s own ticket the next update is the one thing to do, and a reply is not offered', async ({
  story: { world, seed, sitDown },
}) => {
  const desk = await sitDown(seed.incidentA);
  await expect(desk.at('post-update')).toHaveText('Post update 4…');
  await expect(desk.at('insert')).toHaveCount(0);
  await desk.at('all-reports').click();
  await expect(modalOf(desk).app.getByText(`#${seed.reportsA[0]}`)).toBeVisible();
  await modalOf(desk).close();
  leadPosts(world, seed.incidentA, { n: 4, stage: 'resolved', next: undefined });
  write(world, seed.incidentA, { allclear_eta: null });
  await desk.page.reload();
  await expect(desk.at('post-update')).toHaveText('Reopen…');
});
