import { newest, reportIn } from './stories/lead.ts';
import { expect, test } from './stories/story.ts';

test('a ticket that is behind: preview, insert, submit, told', async ({
  story: { world, seed, sitDown },
}) => {
  const [id = 0] = seed.behind;
  const { comments } = world.ticket(id);
  const before = comments.length;
  const desk = await sitDown(id, 'tom');
  await expect(desk.at('last-told')).toContainText(/Last told update 2.* ago/);
  await expect(desk.at('coverage')).toContainText(/\d+ of \d+/);
  const told = (text: string) => Number(/(\d+) of \d+/.exec(text)?.[1]);
  const first = told(await desk.at('coverage').innerText());

  await desk.at('preview').click();
  await expect(desk.at('reply-preview')).toContainText('Cards are not charged.');
  await desk.mode.selectOption('internalNote');
  await desk.type('Thanks for your patience. ');
  await desk.at('insert').click();
  await expect(desk.at('note-warning')).toHaveText(
    'The reply for update 3 is in the composer. Read it, then submit. Your internal note is part of this public reply now: take out what the customer must not read.',
  );
  await expect(desk.mode).toHaveValue('publicReply');
  await expect(desk.composer).toContainText('Thanks for your patience.');
  await expect(desk.composer).toContainText('Cards are not charged.');
  await expect(desk.field('field-allclear_told')).toHaveValue(`${seed.incidentA}/3`);
  expect(world.ticket(id).comments).toHaveLength(before);

  await desk.submitAs('open');
  await expect(desk.at('last-told')).toContainText(/Last told update 3/);
  await expect(desk.composer).toHaveText('');
  expect(comments).toHaveLength(before + 1);
  expect(comments.at(-1)).toMatchObject({ public: true, authorId: seed.tom.id });
  expect(comments.at(-1)?.body).toContain('Thanks for your patience.');
  expect(world.valueOf(id, 'allclear_told')).toBe(`${seed.incidentA}/3`);
  expect(world.ticket(id).status).toBe('open');
  await expect.poll(async () => told(await desk.at('coverage').innerText())).toBe(first + 1);
});

test('pressing twice does not double the reply', async ({ story: { world, seed, sitDown } }) => {
  const [id = 0] = seed.behind;
  const desk = await sitDown(id);
  await desk.at('insert').dblclick();
  await expect(desk.composer).toContainText('Cards are not charged.');
  await desk.at('insert').click();
  await expect(desk.at('note-warning')).toContainText('This reply is in the composer already.');
  expect((await desk.composer.innerText()).split('Cards are not charged.')).toHaveLength(2);
  await desk.submit();
  await expect(desk.composer).toHaveText('');
  expect(world.ticket(id).publicComments.at(-1)?.body.split('Cards are not charged.')).toHaveLength(2);
});

test('told already: it says when, and asks before it inserts again', async ({
  story: { world, seed, sitDown },
}) => {
  const id = toldThree(world, seed);
  const desk = await sitDown(id);
  await expect(desk.app.getByText('up to date')).toBeVisible();
  await desk.at('insert').click();
  await expect(desk.at('note-warning')).toContainText(
    /This customer was told update 3, \d+ min ago\. Nothing was inserted\./,
  );
  await expect(desk.composer).toHaveText('');
  await desk.button('Insert again').click();
  await expect(desk.composer).toContainText('Cards are not charged.');
});

for (const [language, change] of [
  ['removed', 'the agent deletes it'],
  ['internal', 'the agent makes it an internal note'],
] as const) {
  test(`a reply that does not go out is not marked: ${change}`, async ({
    story: { world, seed, sitDown },
  }) => {
    const [id = 0] = seed.behind;
    const publicBefore = world.ticket(id).publicComments.length;
    const desk = await sitDown(id);
    await desk.at('insert').click();
    await expect(desk.field('field-allclear_told')).toHaveValue(`${seed.incidentA}/3`);
    if (language === 'removed') {
      await desk.composer.click();
      await desk.page.keyboard.press('Control+A');
      await desk.page.keyboard.press('Delete');
    } else await desk.mode.selectOption('internalNote');
    await desk.submit();
    await expect(desk.page.getByText('Saved', { exact: true })).toBeVisible();
    await expect(desk.toasts).toContainText('this customer counts as not told');
    await expect(desk.at('last-told')).toContainText('Last told update 2');
    expect(world.valueOf(id, 'allclear_told')).toBe(`${seed.incidentA}/2`);
    expect(world.ticket(id).publicComments).toHaveLength(publicBefore);
  });
}

test.describe('the ledger field is not on the form', () => {
  test.use({ account: { fieldsOnForm: ['allclear_stage', 'allclear_jira'] } });

  test('it is written right after the submit', async ({ story: { world, seed, sitDown } }) => {
    const [id = 0] = seed.behind;
    const desk = await sitDown(id);
    await desk.at('insert').click();
    await expect(desk.at('note-success')).toContainText('written right after you submit');
    expect(world.valueOf(id, 'allclear_told')).toBe(`${seed.incidentA}/2`);
    await desk.submit();
    await expect(desk.at('last-told')).toContainText('Last told update 3');
    expect(world.valueOf(id, 'allclear_told')).toBe(`${seed.incidentA}/3`);
    expect(world.ticket(id).audits.at(-1)?.custom).toMatchObject({ allclear: { did: 'told', n: 3 } });
  });

  test('but only if the reply went out', async ({ story: { world, seed, sitDown } }) => {
    const [id = 0] = seed.behind;
    const desk = await sitDown(id);
    await desk.at('insert').click();
    await expect(desk.at('note-success')).toBeVisible();
    await desk.mode.selectOption('internalNote');
    await desk.submit();
    await expect(desk.page.getByText('Saved', { exact: true })).toBeVisible();
    // What was said of the insertion goes when the app has settled the submit and read the ticket anew.
    await expect(desk.at('note-success')).toHaveCount(0);
    await expect(desk.at('last-told')).toContainText('Last told update 2');
    expect(world.valueOf(id, 'allclear_told')).toBe(`${seed.incidentA}/2`);
    expect(world.valueOf(id, 'allclear_stage')).toBe('allclear_investigating');
  });
});

test.describe('languages', () => {
  test('a Spanish customer reads Spanish, with the time in Madrid', async ({
    story: { world, seed, sitDown },
  }) => {
    const desk = await sitDown(seed.lucia);
    await desk.at('attach').click();
    await expect(desk.app.getByText(/español, Madrid/)).toBeVisible();
    await desk.at('preview').click();
    const next = new Intl.DateTimeFormat('es', {
      timeZone: 'Europe/Madrid',
      hour: 'numeric',
      minute: '2-digit',
    }).format(Date.parse(newest(world, seed.incidentA).next ?? ''));
    await expect(desk.at('reply-preview')).toHaveAttribute('lang', 'es');
    await expect(desk.at('reply-preview')).toContainText('Hola, Lucía');
    await expect(desk.at('reply-preview')).toContainText(next);
    await expect(desk.at('reply-preview')).toContainText('Madrid');
    await desk.at('insert').click();
    await expect(desk.composer).toContainText('Hola, Lucía');
    await desk.submit();
    await expect(desk.at('last-told')).toContainText('Last told update 3');
    expect(world.ticket(seed.lucia).publicComments.at(-1)?.body).toContain('Hola, Lucía');
    expect(world.valueOf(seed.lucia, 'allclear_told')).toBe(`${seed.incidentA}/3`);
  });

  test('a customer whose language has no texts gets English, and the agent is told so', async ({
    story: { world, seed, sitDown },
  }) => {
    const id = reportIn(world, seed, 'ja');
    const desk = await sitDown(id);
    await desk.at('preview').click();
    await expect(
      desk.app.getByText('There are no texts in Japanese yet: this customer gets English.'),
    ).toBeVisible();
    await expect(desk.at('reply-preview')).toHaveAttribute('lang', 'en');
    await expect(desk.at('reply-preview')).toContainText('Cards are not charged.');
    await desk.at('preview').click();
    await desk.at('insert').click();
    await expect(desk.at('note-success')).toContainText('There are no texts in Japanese yet');
  });
});

type World = Parameters<typeof reportIn>[0];
type Seed = { reportsA: number[]; incidentA: number };

function toldThree(world: World, { reportsA, incidentA }: Seed): number {
  const found = reportsA.find(
    (id) => world.valueOf(id, 'allclear_told') === `${incidentA}/3` && world.ticket(id).status === 'open',
  );
  if (!found) throw new Error('nobody was told update 3');
  return found;
}
