import { addAllclearMacro } from '../workspace/world/seed/build.ts';
import { reportIn } from './stories/lead.ts';
import { expect, test } from './stories/story.ts';

const TEXT = `<p>Dear {{ ticket.requester.first_name }},</p>
<p>{{ incident.title }} ({{ incident.stage }}, #{{incident.update}}): {{ incident.symptoms }}{% if incident.eta != '' %} Expected: {{ incident.eta }}.{% endif %}</p>
<p>{{ agent.first_name }}, {{ brand.name }}</p>`;

test('an admin’s macro takes the place of the built-in text', async ({ story: { world, seed, sitDown } }) => {
  addAllclearMacro(world, 'Identified', TEXT);
  const id = reportIn(world, seed, 'en');
  const desk = await sitDown(id, 'tom');
  await desk.at('preview').click();
  await expect(desk.app.getByText('From the macro Allclear::Identified.')).toBeVisible();
  await expect(desk.at('reply-preview')).toContainText('Tom, Harbor Gifts');
  await desk.at('insert').click();
  await expect(desk.composer).toContainText(
    'Donation form returns error 502 (identified, #3): Donors press Give and see “Something went wrong”. Cards are not charged. Expected:',
  );
  await expect(desk.composer).not.toContainText('Fix in Progress');
  await desk.submit();
  await expect(desk.at('last-told')).toContainText('Last told update 3');
  const { body = '' } = world.ticket(id).publicComments.at(-1) ?? {};
  expect(body).toContain('Tom, Harbor Gifts');
  expect(body).not.toMatch(/\{[{%]/);
});

test('a macro in the customer’s language comes before the general one', async ({
  story: { world, seed, sitDown },
}) => {
  addAllclearMacro(world, 'Identified', '<p>In English.</p>');
  addAllclearMacro(world, 'Identified::es', '<p>En español, {{ ticket.requester.first_name }}.</p>');
  const desk = await sitDown(seed.lucia);
  await desk.at('attach').click();
  await desk.at('insert').click();
  await expect(desk.composer).toHaveText('En español, Lucía.');
});

test('a broken macro: the built-in text is used, and it says so, previewed or not', async ({
  story: { world, seed, sitDown },
}) => {
  addAllclearMacro(world, 'Identified', '<p>{% if incident.eta %}Never closed</p>');
  const id = reportIn(world, seed, 'en');
  const desk = await sitDown(id);
  await desk.at('preview').click();
  await expect(
    desk.app.getByText(/The macro Allclear::Identified does not work .*built-in text is used/),
  ).toBeVisible();
  await expect(desk.at('reply-preview')).toContainText('Fix in Progress');
  await desk.at('preview').click();
  await desk.at('insert').click();
  await expect(desk.composer).toContainText('Fix in Progress');
  await expect(desk.at('note-success')).toContainText('The macro Allclear::Identified does not work');
});

test('with the macros out of reach, the built-in text is used, and it says so', async ({
  story: { world, seed, sitDown },
}) => {
  world.faults.script({ url: /macros/ }, { kind: 'server-error', status: 503, applied: false }, 9);
  const id = reportIn(world, seed, 'en');
  const desk = await sitDown(id);
  await desk.at('preview').click();
  await expect(desk.app.getByText(/Macros could not be looked up .*The built-in text is used/)).toBeVisible();
  await expect(desk.at('reply-preview')).toContainText('Fix in Progress');
});
