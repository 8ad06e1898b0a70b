import { mkdirSync } from 'node:fs';
import { write } from './stories/lead.ts';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

test('the timeline of an incident: what was said, what customers read, and its text for the review', async ({
  story: { world, seed, sitDown },
}) => {
  const desk = await sitDown(seed.incidentA);
  await desk.at('timeline').click();
  const modal = modalOf(desk);
  const entries = modal.at('timeline-entry');
  await expect(entries).toHaveCount(4);
  await expect(entries.first()).toContainText('Update 3');
  await expect(entries.first()).toContainText('Mara Lind');
  await expect(entries.first()).toContainText('says Sam Osei (Engineering)');
  await expect(entries.last()).toContainText('Incident declared');

  await entries.first().getByRole('button', { name: 'Spanish' }).click();
  await expect(modal.at('customer-text')).toContainText('problema identificado');
  await entries.first().getByRole('button', { name: 'Spanish' }).click();
  await expect(modal.at('customer-text')).toHaveCount(0);

  await desk.page.context().grantPermissions(['clipboard-read']);
  await modal.at('copy-timeline').click();
  await expect(modal.app.getByText('Copied. Paste it into the review.')).toBeVisible();
  const text = await desk.page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/Donation form returns error 502.*Incident declared.*Update 1.*Update 2.*Update 3/s);
  await modal.close();

  // Somebody edits by hand, and something else writes what makes no sense.
  write(world, seed.incidentA, { allclear_next_update: 'soon' });
  const ticket = world.ticket(seed.incidentA);
  const like = ticket.audits.at(-1)!;
  ticket.audits.push({
    ...like,
    id: like.id + 1,
    changes: [],
    custom: { allclear: { did: 'update', n: 4 } },
  });
  await desk.at('timeline').click();
  await expect(entries.first()).toContainText('Unreadable entry');
  await expect(entries.first()).toContainText('Update 4');
  await expect(entries.nth(1)).toContainText('Edited by hand: Allclear next update');
});

test('the timeline looks right: light and dark, wide and narrow', async ({ story: { seed, sitDown } }) => {
  const desk = await sitDown(seed.incidentA, 'mara', { scheme: 'light' });
  await desk.at('timeline').click();
  const modal = modalOf(desk);
  await expect(modal.at('timeline-entry')).toHaveCount(4);
  await modal.at('timeline-entry').first().getByRole('button', { name: 'English' }).click();
  await expect(modal.at('customer-text')).toBeVisible();
  const frame = await modal.frame();
  const judge = async (name: string) => {
    expect.soft(await fitsItsFrame(frame)).toEqual([]);
    expect.soft(await faultsOfPage(frame)).toEqual([]);
    await desk.page.screenshot({ path: `${SCREENS}timeline-${name}.png` });
  };
  await judge('light');
  await desk.page.setViewportSize({ width: 360, height: 950 });
  await judge('light-narrow');
});

test('the timeline in the dark', async ({ story: { seed, sitDown } }) => {
  const desk = await sitDown(seed.incidentA, 'mara', { scheme: 'dark' });
  await desk.at('timeline').click();
  const modal = modalOf(desk);
  await expect(modal.at('timeline-entry')).toHaveCount(4);
  const frame = await modal.frame();
  expect.soft(await fitsItsFrame(frame)).toEqual([]);
  expect.soft(await faultsOfPage(frame)).toEqual([]);
  await desk.page.screenshot({ path: `${SCREENS}timeline-dark.png` });
});
