import type { Desk } from './stories/desk.ts';
import { leadPosts, tellByBroadcast } from './stories/lead.ts';
import { expect, type Story, test } from './stories/story.ts';

test('a reply that has grown old is stopped once; one click puts the newest in its place', async ({
  story,
}) => {
  const { desk, id, world, seed } = await holdOldReply(story);
  const before = world.ticket(id).comments.length;
  await desk.submit();
  await expect(desk.toasts).toContainText('the reply in the composer is update 3, and update 4 is out');
  await expect(desk.at('note-warning')).toContainText('Your reply has grown old');
  expect(world.ticket(id).comments).toHaveLength(before);

  await desk.button('Replace with update 4').click();
  await expect(desk.composer).toContainText('Gifts go through again.');
  await expect(desk.composer).not.toContainText('Cards are not charged.');
  await expect(desk.composer).toContainText('My own words.');
  await expect(desk.at('note-success')).toHaveText(
    'The old reply was replaced with update 4. Your own words are still there.',
  );
  await desk.submit();
  await expect(desk.at('last-told')).toContainText('Last told update 4');
  const sent = world.ticket(id).comments;
  expect(sent).toHaveLength(before + 1);
  expect(sent.at(-1)?.body).toContain('My own words.');
  expect(sent.at(-1)?.body).toContain('Gifts go through again.');
  expect(world.valueOf(id, 'allclear_told')).toBe(`${seed.incidentA}/4`);
  expect(world.valueOf(id, 'allclear_stage')).toBe('allclear_monitoring');
});

test('submitting again sends the old reply as it is, and it counts as the old one', async ({ story }) => {
  const { desk, id, world, seed } = await holdOldReply(story);
  await desk.submit();
  await expect(desk.at('note-warning')).toContainText('Submitting again sends it as it is.');
  await desk.submit();
  await expect(desk.composer).toHaveText('');
  await expect(desk.at('last-told')).toContainText('Last told update 3');
  expect(world.ticket(id).publicComments.at(-1)?.body).toContain('Cards are not charged.');
  expect(world.valueOf(id, 'allclear_told')).toBe(`${seed.incidentA}/3`);
});

test('an old reply that the agent has edited is left alone, and it says so', async ({ story }) => {
  const { desk } = await holdOldReply(story, { andEdits: true });
  await desk.submit();
  await expect(desk.at('note-warning').first()).toContainText('Your reply has grown old');
  await desk.button('Replace with update 4').click();
  await expect(desk.at('note-warning').last()).toContainText('was edited');
  await expect(desk.composer).toContainText('My own words.');
});

test('a customer whom a broadcast told meanwhile is not told twice; one click takes the reply out', async ({
  story,
}) => {
  const { world, seed, sitDown } = story;
  const [id = 0] = seed.behind;
  const desk = await sitDown(id, 'tom');
  await desk.at('insert').click();
  await expect(desk.composer).toContainText('Cards are not charged.');
  await desk.composer.click();
  await desk.page.keyboard.press('Control+End');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.type('My own words.');
  const before = world.ticket(id).comments.length;
  tellByBroadcast(world, id, { incident: seed.incidentA, n: 3 });

  await desk.submit();
  await expect(desk.toasts).toContainText('this customer was told update 3 while your reply was waiting');
  await expect(desk.at('note-warning')).toContainText(/Update 3 reached this customer at \d/);
  expect(world.ticket(id).comments).toHaveLength(before + 1);

  await desk.button('Take the reply out').click();
  await expect(desk.at('note-success')).toContainText('Your own words are still there.');
  await expect(desk.composer).toHaveText('My own words.');
  await desk.submit();
  await expect(desk.composer).toHaveText('');
  const sent = world
    .ticket(id)
    .publicComments.slice(-2)
    .map(({ body }) => body.trim());
  expect(sent).toEqual([expect.stringContaining('Cards are not charged.'), 'My own words.']);
  expect(world.valueOf(id, 'allclear_told')).toBe(`${seed.incidentA}/3`);
});

/** Update 3 is in the composer, with words of the agent's own above it, when the lead posts update 4. */
async function holdOldReply({ world, seed, sitDown }: Story, { andEdits = false } = {}) {
  const [id = 0] = seed.behind;
  const desk: Desk = await sitDown(id);
  await desk.at('insert').click();
  await expect(desk.composer).toContainText('Cards are not charged.');
  await desk.page.keyboard.press('Control+Home');
  const line = desk.composer.getByText('Cards are not charged.');
  if (andEdits) await line.click();
  await desk.composer.evaluate((editor, isInside) => {
    // Where the agent's cursor is: on a line of its own, or in the middle of ours.
    const own = document.createElement(isInside ? 'span' : 'p');
    own.textContent = 'My own words.';
    const place = isInside
      ? [...editor.querySelectorAll('p')].find((p) => p.textContent?.includes('Cards are not charged'))
      : editor;
    place?.prepend(own);
    editor.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, andEdits);
  leadPosts(world, seed.incidentA, { n: 4, stage: 'monitoring', symptoms: 'Gifts go through again.' });
  return { desk, id, world, seed };
}

test('an app that was updated meanwhile can’t check the reply: the save goes through, and it says so', async ({
  story: { world, seed, sitDown },
}) => {
  const [id = 0] = seed.behind;
  const desk = await sitDown(id);
  await desk.page.route(/checkSubmit/, (route) => route.fulfill({ status: 404 }));
  await desk.field('reload-apps').click();
  await desk.at('insert').click();
  await expect(desk.composer).toContainText('Cards are not charged.');
  await desk.submit();
  await expect(desk.toasts).toContainText('Allclear could not check the reply before this was saved.');
  await expect(desk.composer).toHaveText('');
  expect(world.ticket(id).publicComments.at(-1)?.body).toContain('Cards are not charged.');
  expect(world.valueOf(id, 'allclear_told')).toBe(`${seed.incidentA}/3`);
});
