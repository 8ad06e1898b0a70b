import { mkdirSync } from 'node:fs';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

test('before an update: three customers’ texts as they are typed, anybody else’s, and who can’t be told', async ({
  story: { world, seed, sitDown },
}) => {
  const before = [...world.tickets.values()].map(({ audits }) => audits.length);
  const desk = await sitDown(seed.incidentA);
  await desk.at('post-update').click();
  const modal = modalOf(desk);
  const paper = modal.at('post-preview');
  await expect(paper).toContainText('Hello');
  await expect(modal.at('preview-place')).toHaveText('1 of 3');
  await expect(modal.at('survey-takes')).toContainText('Takes about');

  await modal.app.getByLabel('What customers see').fill('Gifts go through again, receipts are late.');
  await expect(paper).toContainText('Gifts go through again, receipts are late.');
  await modal.at('preview-next').click();
  await expect(paper).toHaveAttribute('lang', 'es');
  await expect(paper).toContainText('Gifts go through again');

  await modal.at('preview-pick').click();
  await modal.at('preview-find').fill('lu');
  await modal.at('preview-found').getByRole('button').first().click();
  await expect(modal.app.getByRole('heading', { name: /What Lu.* will read/ })).toBeVisible();

  await expect(modal.at('survey-counts')).toContainText('Can’t be told:');
  await modal.at('survey-more').click();
  await expect(modal.app.getByText('Zendesk lets nobody write to a closed ticket.')).toBeVisible();
  await modal.close();
  expect([...world.tickets.values()].map(({ audits }) => audits.length)).toEqual(before);
});

for (const scheme of ['light', 'dark'] as const)
  test(`a preview has nothing for axe to find and fits its frame, ${scheme}`, async ({
    story: { seed, sitDown },
  }) => {
    const desk = await sitDown(seed.incidentA, 'mara', { scheme });
    await desk.at('post-update').click();
    const modal = modalOf(desk);
    await expect(modal.at('post-preview')).toBeVisible();
    await expect(modal.at('survey-takes')).toBeVisible();
    const frame = await modal.frame();
    const shot = (name: string) =>
      desk.page
        .locator('[data-test-id="modal-frame"]:visible')
        .screenshot({ path: `${SCREENS}preview-${name}-${scheme}.png` });
    await shot('closed');
    await modal.at('preview-pick').click();
    await modal.at('survey-more').click();
    await expect(modal.at('preview-found')).toBeVisible();
    expect.soft(await fitsItsFrame(frame)).toEqual([]);
    expect.soft(await faultsOfPage(frame)).toEqual([]);
    await modal.at('survey-more').scrollIntoViewIfNeeded();
    await shot('open');
  });
