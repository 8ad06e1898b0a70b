import { change } from './stories/lead.ts';
import { expect, test } from './stories/story.ts';

test('Lucía’s ticket: the best match comes first with the shared words, and one click attaches it', async ({
  story: { world, seed, sitDown },
}) => {
  const ticket = world.ticket(seed.lucia);
  const was = { priority: ticket.priority }; // it had no type
  expect(ticket.type).toBeNull();
  const desk = await sitDown(seed.lucia);

  const first = desk.at('incident-list').getByRole('listitem').first();
  await expect(first).toContainText('Donation form returns error 502');
  await expect(first).toContainText('both say');
  await expect(first.locator('mark').filter({ hasText: '502' })).toBeVisible();
  await desk.at('attach').click();

  await expect(desk.at('incident-status')).toContainText('Donation form returns error 502');
  await expect(desk.at('note-success')).toHaveText('Attached to Donation form returns error 502.');
  await expect(desk.at('last-told')).toHaveText('Not told yet');
  expect(ticket).toMatchObject({ type: 'incident', problemId: seed.incidentA, priority: 'urgent' });
  expect(ticket.audits.at(-1)?.custom).toMatchObject({
    allclear: { did: 'attach', incident: seed.incidentA, was },
  });
  expect(ticket.publicComments).toHaveLength(1);
});

test('two agents press Attach at the same moment: it is attached once, and both see it', async ({
  story: { world, seed, sitDown },
}) => {
  const desks = [await sitDown(seed.lucia, 'mara'), await sitDown(seed.lucia, 'tom')];
  for (const desk of desks) await expect(desk.at('attach')).toBeVisible();
  // Whoever is a moment later may find the button gone already: then there is nothing left to press.
  const buttons = await Promise.all(desks.map((desk) => desk.at('attach').elementHandle()));
  await Promise.all(buttons.map((button) => button?.evaluate((element) => (element as HTMLElement).click())));
  for (const desk of desks) {
    await expect(desk.at('incident-status')).toContainText('Donation form returns error 502');
    await expect(desk.at('note-danger')).toHaveCount(0);
  }
  const attaching = world
    .ticket(seed.lucia)
    .audits.filter(({ custom }) => (custom?.allclear as { did?: string } | undefined)?.did === 'attach');
  expect(attaching).toHaveLength(1);
  expect(world.ticket(seed.lucia).problemId).toBe(seed.incidentA);
});

test('a ticket that hangs on another problem is asked about, left alone, then moved', async ({
  story: { world, seed, sitDown },
}) => {
  change(world, seed.lucia, { type: 'incident', problemId: seed.ordinaryProblem });
  const desk = await sitDown(seed.lucia);
  await expect(desk.at('note-warning')).toContainText(`linked to problem ticket #${seed.ordinaryProblem}`);

  await desk.at('attach').click();
  await expect(desk.app.getByText('Moving it takes it off there.')).toBeVisible();
  await desk.button('Leave it').click();
  expect(world.ticket(seed.lucia).problemId).toBe(seed.ordinaryProblem);

  await desk.at('attach').click();
  await desk.button('Move it here').click();
  await expect(desk.at('incident-status')).toContainText('Donation form returns error 502');
  expect(world.ticket(seed.lucia).problemId).toBe(seed.incidentA);
});

test('an incident is found by its words when many are running', async ({
  story: { world, seed, sitDown },
}) => {
  for (let index = 1; index <= 30; index += 1) {
    world.addTicket({
      subject: `Region ${index} is slow`,
      text: 'Slow.',
      requesterId: seed.mara.id,
      public: false,
      type: 'problem',
      tags: ['allclear_incident'],
    });
  }
  const desk = await sitDown(seed.lucia);
  await expect(desk.at('incident-list')).toContainText('32 active incidents');
  const frame = await desk.frame();
  await desk.app.getByRole('searchbox', { name: 'Find an incident' }).fill('region 27');
  await expect(desk.at('incident-list').getByRole('listitem')).toHaveCount(1);
  await desk.app.getByRole('searchbox').fill('nothing like this');
  await expect(desk.app.getByText('No active incident matches “nothing like this”.')).toBeVisible();
  await desk.app.getByRole('searchbox').fill('region 27');
  await desk.button('Attach this ticket to Region 27 is slow').click();
  await expect(desk.at('incident-status')).toContainText('Region 27 is slow');
  expect(world.ticket(world.ticket(seed.lucia).problemId ?? 0).subject).toBe('Region 27 is slow');
  expect(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('with nothing down it says so, and what to do', async ({ story: { world, seed, sitDown } }) => {
  for (const id of [seed.incidentA, seed.incidentB]) change(world, id, { removeTags: ['allclear_incident'] });
  const desk = await sitDown(seed.lucia);
  await expect(desk.at('incident-list')).toContainText('No active incident');
  await expect(desk.at('incident-list')).toContainText('allclear_incident');
});
