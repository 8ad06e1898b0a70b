import { HOSTILE, type Hostile } from '../domain/hostile.ts';
import { isTooLong, MOST_SIGNS, plain } from './stories/hostileText.ts';
import { leadPosts } from './stories/lead.ts';
import { expect, type Story, test } from './stories/story.ts';

const AT_ONCE = 6;

// One that is refused for its length would hide the others.
const long = HOSTILE.filter(({ text }) => isTooLong(text));
const short = HOSTILE.filter(({ text }) => !isTooLong(text));

for (let first = 0; first < short.length; first += AT_ONCE) {
  const texts = short.slice(first, first + AT_ONCE);
  const last = first + texts.length;
  test(`texts ${first + 1} to ${last} of ${HOSTILE.length} hostile ones stay text: subject, name, symptoms`, async ({
    story,
  }) => goThrough(story, texts));
}

test(`${long.length} hostile texts that Zendesk would cut are refused, and nothing is inserted`, async ({
  story,
}) => {
  for (const text of long) await goThrough(story, [text]);
});

/** A customer with these names writes these subjects, while the lead describes the symptoms so, a line each. */
async function goThrough({ world, seed, sitDown }: Story, texts: readonly Hostile[]): Promise<void> {
  const text = texts.map((hostile) => hostile.text).join('\n');
  // All of them begin within what a name and a subject hold.
  const start = texts.map((hostile) => hostile.text.slice(0, 40)).join(' ');
  const customer = world.addUser({ name: start, email: 'secret.address@example.org', locale: 'en-US' });
  const { id } = world.addTicket({
    subject: start,
    text: `It says: ${text}`,
    requesterId: customer.id,
    type: 'incident',
    problemId: seed.incidentA,
  });
  leadPosts(world, seed.incidentA, { n: 3, stage: 'identified', symptoms: text.slice(0, MOST_SIGNS) });
  const desk = await sitDown(id);
  await expect(desk.at('incident-status')).toContainText('Donation form returns error 502');

  await desk.at('preview').click();
  await desk.at('insert').click();
  if (isTooLong(text)) {
    await expect(desk.app.getByText(/longer than Zendesk sends.*so it can’t be inserted/)).toBeVisible();
    await expect(desk.app.getByText(/longer than Zendesk sends.*Nothing was inserted/)).toBeVisible();
    await expect(desk.composer).toHaveText('');
    await expect(desk.field('field-allclear_told')).toHaveValue('');
    await desk.page.close();
    return;
  }
  await expect(desk.at('note-success')).toContainText('The reply for update 3 is in the composer.');
  const preview = plain(await desk.at('reply-preview').innerText());
  const composer = plain(await desk.composer.innerText());
  for (const hostile of texts) {
    expect(preview).toContain(plain(hostile.text));
    expect(composer).toContain(plain(hostile.text));
  }
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
  for (const hostile of texts) expect(plain(sent?.body ?? '')).toContain(plain(hostile.text));
  expect(sent?.body).not.toContain('secret.address@example.org');
  expect(world.valueOf(id, 'allclear_told')).toBe(`${seed.incidentA}/3`);
}
