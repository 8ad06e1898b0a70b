import { change } from './stories/lead.ts';
import { expect, test } from './stories/story.ts';

test('detaching gives back the type and priority the ticket had', async ({
  story: { world, seed, sitDown },
}) => {
  change(world, seed.lucia, { type: 'question', priority: 'low' });
  const desk = await sitDown(seed.lucia);
  await desk.at('attach').click();
  await desk.at('detach').click();
  await expect(desk.app.getByText('Take this ticket off the incident?')).toBeVisible();
  await desk.button('Keep it').click();
  expect(world.ticket(seed.lucia).problemId).toBe(seed.incidentA);

  await desk.at('detach').click();
  await desk.at('detach-yes').click();
  await expect(desk.at('note-success')).toHaveText('Detached. Type and priority are as before.');
  await expect(desk.at('incident-list')).toBeVisible();
  expect(world.ticket(seed.lucia)).toMatchObject({ type: 'question', priority: 'low', problemId: null });
});

test('a ticket without a priority ends up as Normal when detached, and it says why', async ({
  story: { world, seed, sitDown },
}) => {
  const { id } = world.addTicket({
    subject: 'Error 502 on Give',
    text: '502',
    requesterId: world.ticket(seed.lucia).requesterId,
  });
  const desk = await sitDown(id);
  await desk.at('attach').click();
  await expect(desk.at('incident-status')).toBeVisible();
  expect(world.ticket(id).priority).toBe('urgent');
  await desk.at('detach').click();
  await desk.at('detach-yes').click();
  await expect(desk.at('note-success')).toHaveText(
    'Detached. It had no priority before; Zendesk can’t clear one, so it is Normal now.',
  );
  expect(world.ticket(id)).toMatchObject({ type: null, priority: 'normal', problemId: null });
});

test('a priority that somebody changed in between stays theirs', async ({
  story: { world, seed, sitDown },
}) => {
  const desk = await sitDown(seed.lucia);
  await desk.at('attach').click();
  await expect(desk.at('incident-status')).toBeVisible();
  change(world, seed.lucia, { priority: 'high' });
  await desk.at('detach').click();
  await desk.at('detach-yes').click();
  await expect(desk.at('note-success')).toBeVisible();
  await expect(desk.at('incident-list')).toBeVisible();
  expect(world.ticket(seed.lucia)).toMatchObject({ priority: 'high', problemId: null });
});
