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
  // The button is gone: whoever works by keyboard or ear goes on at what has come in its place.
  await expect(headingOf(desk)).toHaveText('Donation form returns error 502');
  await expect(headingOf(desk)).toBeFocused();

  await tabTo(desk, 'preview');
  await desk.page.keyboard.press('Enter');
  await expect(desk.at('reply-preview')).toContainText('Lucía');
  await desk.page.keyboard.press('Control+Alt+I');
  await expect(desk.composer).toContainText('Lucía');
  await expect(desk.at('note-success')).toBeVisible(); // while it is still at it, pressing again does nothing
  await desk.page.keyboard.press('Control+Alt+I');
  await expect(desk.at('note-warning')).toContainText('in the composer already');

  await tabTo(desk, 'detach');
  await desk.page.keyboard.press('Enter');
  await expect(desk.at('detach-yes')).toBeFocused();
  await desk.page.keyboard.press('Enter');
  await expect(desk.at('incident-list')).toBeVisible();
  expect(world.ticket(seed.lucia).problemId).toBeNull();
  await expect(headingOf(desk)).toHaveText('2 active incidents');
  await expect(headingOf(desk)).toBeFocused();
});

test('whoever detaches a ticket goes on at the list of incidents, which had to be loaded', async ({
  story: { seed, sitDown },
}) => {
  const desk = await sitDown(seed.behind[0] ?? 0);
  await desk.at('detach').click();
  await expect(desk.at('detach-yes')).toBeFocused();
  await desk.page.keyboard.press('Enter');
  await expect(headingOf(desk)).toHaveText('2 active incidents');
  await expect(headingOf(desk)).toBeFocused();
});

test('an agent who is writing is not called away when somebody else attaches the ticket', async ({
  story: { seed, sitDown },
}) => {
  const [writer, other] = [await sitDown(seed.lucia), await sitDown(seed.lucia, 'tom')];
  await expect(writer.at('attach')).toBeVisible();
  await writer.type('Dear Lucía, ');
  await other.at('attach').click();
  await expect(writer.at('incident-status')).toBeVisible();
  await writer.page.keyboard.type('we are on it.');
  await expect(writer.composer).toHaveText('Dear Lucía, we are on it.');
});

const headingOf = (desk: Desk) => desk.app.getByRole('heading', { level: 1 });

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
