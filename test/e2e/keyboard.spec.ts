import type { Desk } from './stories/desk.ts';
import { expect, test } from './stories/story.ts';

test('attach, preview, insert and detach with the keyboard alone', async ({
  story: { world, seed, sitDown },
}) => {
  const desk = await sitDown(seed.lucia);
  await expect(desk.at('attach')).toBeEnabled();
  await desk.page.getByRole('button', { name: 'Reload all apps' }).focus();
  await tabTo(desk, 'attach');
  await desk.page.keyboard.press('Enter');
  await expect(desk.at('incident-status')).toBeVisible();
  expect(world.ticket(seed.lucia).problemId).toBe(seed.incidentA);

  await tabTo(desk, 'preview');
  await desk.page.keyboard.press('Enter');
  await expect(desk.at('reply-preview')).toContainText('Lucía');
  await desk.page.keyboard.press('Control+Alt+I');
  await expect(desk.composer).toContainText('Lucía');
  await desk.page.keyboard.press('Control+Alt+I');
  await expect(desk.at('note-warning')).toContainText('in the composer already');

  await tabTo(desk, 'detach');
  await desk.page.keyboard.press('Enter');
  await expect(desk.at('detach-yes')).toBeFocused();
  await desk.page.keyboard.press('Enter');
  await expect(desk.at('incident-list')).toBeVisible();
  expect(world.ticket(seed.lucia).problemId).toBeNull();
});

/** Presses Tab until it is there; where focus was lost, that starts at the top of the page. */
async function tabTo(desk: Desk, testId: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await desk.page.keyboard.press('Tab');
    const frame = await desk.frame();
    const at = await frame.evaluate(() => document.activeElement?.getAttribute('data-test-id'));
    if (at === testId) return;
  }
  throw new Error(`Tab does not lead to ${testId}`);
}
