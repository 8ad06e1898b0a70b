import { HOSTILE, type Hostile } from '../domain/hostile.ts';
import { isTooLong, plain } from './stories/hostileText.ts';
import { leadPosts, write } from './stories/lead.ts';
import { expect, type Story, test } from './stories/story.ts';

const AT_ONCE = 3;

for (let first = 0; first < HOSTILE.length; first += AT_ONCE) {
  const texts = HOSTILE.slice(first, first + AT_ONCE);
  const last = first + texts.length;
  test(`texts ${first + 1} to ${last} of ${HOSTILE.length} hostile ones stay text: subject, name, symptoms`, async ({
    story,
  }) => {
    for (const hostile of texts) await test.step(hostile.name, () => goThrough(story, hostile));
  });
}

/** A customer with this name writes this subject, while the lead describes the symptoms so. */
async function goThrough({ world, seed, sitDown }: Story, { text }: Hostile): Promise<void> {
  const customer = world.addUser({
    name: text.slice(0, 250),
    email: 'secret.address@example.org',
    locale: 'en-US',
  });
  const { id } = world.addTicket({
    subject: text.slice(0, 250),
    text: `It says: ${text}`,
    requesterId: customer.id,
    type: 'incident',
    problemId: seed.incidentA,
  });
  leadPosts(world, seed.incidentA, { n: 3, stage: 'identified', symptoms: text.slice(0, 60_000) });
  const desk = await sitDown(id);
  await expect(desk.at('incident-status')).toContainText('Donation form returns error 502');

  await desk.at('preview').click();
  await desk.at('insert').click();
  if (isTooLong(text)) {
    await expect(desk.at('note-danger').first()).toBeVisible();
    await expect(desk.composer).toHaveText('');
    await desk.page.context().close();
    return;
  }
  await expect(desk.at('note-success')).toContainText('The reply for update 3 is in the composer.');
  const seen = plain(text);
  expect(plain(await desk.at('reply-preview').innerText())).toContain(seen);
  expect(plain(await desk.composer.innerText())).toContain(seen);
  for (const frame of [desk.page.mainFrame(), await desk.frame()]) {
    expect(await frame.evaluate(() => 'hacked' in window)).toBe(false);
  }
  const inside = desk.composer.locator(
    'script, iframe, img, svg, a, style, [onerror], [onmouseover], [onfocus]',
  );
  await expect(inside).toHaveCount(0);
  await expect(desk.at('reply-preview').locator('script, iframe, img, svg, a, style')).toHaveCount(0);

  await desk.submit();
  await expect(desk.composer).toHaveText('');
  const sent = world.ticket(id).publicComments.at(-1);
  expect(sent?.authorId).toBe(seed.mara.id);
  expect(plain(sent?.body ?? '')).toContain(seen);
  expect(sent?.body).not.toContain('secret.address@example.org');
  expect(world.valueOf(id, 'allclear_told')).toBe(`${seed.incidentA}/3`);
  write(world, id, { allclear_told: null });
  await desk.page.context().close();
}
