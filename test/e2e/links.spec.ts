import { mkdirSync } from 'node:fs';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

test.use({ hurry: 3 });

test('attaching puts the ticket on the Jira issue, and detaching takes it off', async ({
  story: { world, seed, sitDown },
}) => {
  world.settings.manageJiraLinks = true;
  const desk = await sitDown(seed.lucia);
  const linked = () =>
    world
      .issue('PAY-123')
      .links.map(({ object }) => object.url)
      .join('\n');
  await desk.at('attach').click();
  await expect.poll(linked).toContain(`/agent/tickets/${seed.lucia}`);
  await expect
    .poll(() => [...world.jiraLinks.values()].map(({ ticketId }) => ticketId))
    .toEqual([seed.lucia]);

  // Everything else has never been linked: that is one press away, and then it is said.
  await expect(desk.at('links-count')).toHaveText('No ticket is linked to PAY-123 yet.');
  await desk.at('links-run').click();
  await expect(desk.at('links-count')).toContainText('40 tickets linked to PAY-123', { timeout: 60_000 });
  expect(world.issue('PAY-123').links).toHaveLength(42); // the incident’s own, and one that a person has put there

  await desk.at('detach').click();
  await desk.at('detach-yes').click();
  await expect.poll(linked).not.toContain(`/agent/tickets/${seed.lucia}`);
});

test('an update that customers were told is on the issue, where Engineering reads it', async ({
  story: { world, seed, sitDown },
}) => {
  const desk = await sitDown(seed.incidentA);
  await desk.at('post-update').click();
  const modal = modalOf(desk);
  await modal.at('post-send').click();
  await expect(modal.at('follow-up')).toContainText('Engineering has the update on PAY-123.', {
    timeout: 60_000,
  });
  await modal.at('post-close').click();
  await expect(desk.at('links-update')).toContainText('PAY-123 has update 4');
  const ours = world.issue('PAY-123').comments.filter(({ author }) => author.displayName === 'Allclear');
  expect(ours.map(({ jsdPublic }) => jsdPublic)).toEqual([false, false]);
  await desk.page.goto(`${new URL(desk.page.url()).origin}/#/jira/PAY-123?agent=mara`);
  await expect(desk.page.getByText('Customers were told, update 4').first()).toBeVisible();
  await expect(desk.page.getByText('Customers impacted').first()).toBeVisible();
});

test('with Jira gone in the middle customers are told all the same, and the rest is one press later', async ({
  story: { world, seed, sitDown },
}) => {
  const desk = await sitDown(seed.incidentA);
  await desk.at('post-update').click();
  const modal = modalOf(desk);
  world.takeDown('api.atlassian.com');
  await modal.at('post-send').click();
  await expect(modal.at('telling')).toContainText('Update 4 has reached 36 tickets.');
  await expect(modal.at('follow-up')).toContainText('PAY-123 does not have the update', { timeout: 60_000 });
  await modal.at('post-close').click();
  await expect(desk.at('links-update')).toContainText(
    'Customers were told update 4, but PAY-123 does not have it',
  );

  world.bringBack('api.atlassian.com');
  await desk.at('links-run').click();
  await expect(desk.at('links-count')).toContainText('39 tickets linked to PAY-123', { timeout: 60_000 });
  await expect(desk.at('links-update')).toContainText('PAY-123 has update 4');
});

test('a ticket of no incident is linked to an issue by itself, found by its words, and unlinked', async ({
  story: { world, seed, sitDown },
}) => {
  const desk = await sitDown(seed.lucia, 'tom', { width: 320, scheme: 'dark' });
  const links = () => world.issue('PAY-97').links.map(({ object }) => object.url);
  async function judge(name: string) {
    const frame = await desk.frame();
    // Colours fade over; what is read half-way is nobody's.
    expect.soft(await fitsItsFrame(frame)).toEqual([]);
    expect.soft(await faultsOfPage(frame)).toEqual([]);
    await desk.page.locator('aside.tray:visible').screenshot({ path: `${SCREENS}${name}.png` });
  }
  await desk.at('own-link').click();
  await desk.at('own-words').fill('apple pay');
  await desk.at('own-words').press('Enter');
  await expect(desk.at('own-found')).toContainText('PAY-97 · Done');
  await judge('own-found');
  await desk.app.getByRole('button', { name: 'Link this ticket to PAY-97' }).click();
  await expect(desk.at('jira-status')).toHaveText('Done');
  await expect(desk.at('own-unlink')).toBeFocused();
  await expect.poll(links).toContainEqual(expect.stringContaining(`/agent/tickets/${seed.lucia}`));
  expect(world.valueOf(seed.lucia, 'allclear_jira')).toBe('PAY-97');
  await judge('own-linked');

  await desk.page.keyboard.press('Enter');
  await expect(desk.at('own-link')).toBeFocused();
  expect(links()).not.toContainEqual(expect.stringContaining(`/agent/tickets/${seed.lucia}`));
  expect(world.valueOf(seed.lucia, 'allclear_jira')).toBeFalsy();
});
