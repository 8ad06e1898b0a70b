import { mkdirSync } from 'node:fs';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

test('an admin sees that the Jira token has expired, mends it and sees that it works', async ({
  story: { world, seed, sitDown },
}) => {
  world.jira.account.expired = true;
  const desk = await sitDown(seed.incidentA, 'mara', { scheme: 'light' });
  await desk.at('check-settings').click();
  const modal = modalOf(desk);
  await expect(modal.at('check-jira')).toContainText('has expired or was revoked');
  await expect(modal.at('check-fields')).toContainText('Works');
  const frame = await modal.frame();
  expect.soft(await faultsOfPage(frame)).toEqual([]);
  expect.soft(await fitsItsFrame(frame)).toEqual([]);
  await desk.page.screenshot({ path: `${SCREENS}settings-light.png` });

  world.jira.account.expired = false;
  await modal.button('Check again').click();
  await expect(modal.at('check-jira')).toContainText('Signed in to Jira as Allclear');
  await expect(modal.at('check-jira')).toContainText('Can be filed: Bug, Incident (asks for Severity).');
  await modal.close();
  expect(world.jira.account.token).toBeTruthy();
});

test('on a ticket without an incident the check is under the list, for admins alone', async ({
  story: { seed, sitDown },
}) => {
  const free = seed.unattached[0] ?? 0;
  const tom = await sitDown(free, 'tom');
  await expect(tom.at('incident-list')).toBeVisible();
  const mara = await sitDown(free, 'mara', { scheme: 'dark' });
  await expect(mara.at('check-settings')).toBeVisible();
  await mara.page.screenshot({ path: `${SCREENS}settings-link-dark.png` });
  await mara.at('check-settings').click();
  const modal = modalOf(mara);
  await expect(modal.at('check-jira')).toContainText('Works');
  await mara.page.setViewportSize({ width: 360, height: 950 });
  const frame = await modal.frame();
  expect.soft(await faultsOfPage(frame)).toEqual([]);
  expect.soft(await fitsItsFrame(frame)).toEqual([]);
  await mara.page.screenshot({ path: `${SCREENS}settings-dark-narrow.png` });
  await expect(tom.at('check-settings')).toHaveCount(0);
});
