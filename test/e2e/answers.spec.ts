import { mkdirSync } from 'node:fs';
import { leadPosts, tellByBroadcast } from './stories/lead.ts';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

test.use({ hurry: 3 });

test('customers answer after resolved: the incident counts them, warns of a relapse and offers to reopen', async ({
  story: { world, seed, sitDown },
}) => {
  const id = seed.incidentA;
  const told = seed.reportsA
    .filter(
      (each) =>
        ['open', 'new', 'pending'].includes(world.ticket(each).status) && !seed.messaging.includes(each),
    )
    .slice(0, 5);
  leadPosts(world, id, { n: 4, stage: 'resolved', next: undefined });
  for (const each of told) tellByBroadcast(world, each, { incident: id, n: 4 });
  const said = [
    'It is still broken for us.',
    'Still error 502.',
    'Sigue sin funcionar.',
    'Thank you, it works again.',
  ];
  for (const [index, text] of said.entries()) world.customerWrites(told[index] ?? 0, text);

  const desk = await sitDown(id, 'mara', { width: 320 });
  await expect(desk.at('answers')).toContainText('4 customers replied since update 4');
  await expect(desk.at('relapse')).toHaveText('3 answers sound as if it is still broken.');
  await expect(desk.at('relapse-reopen')).toBeVisible();
  expect.soft(await faultsOfPage(await desk.frame())).toEqual([]);
  expect.soft(await fitsItsFrame(await desk.frame())).toEqual([]);
  await desk.at('relapse').scrollIntoViewIfNeeded();
  await desk.page.screenshot({ path: `${SCREENS}answers-sidebar-light.png` });

  await desk.at('answers-see').click();
  const list = modalOf(desk);
  await expect(list.at('show-answered')).toHaveText('Answered4');
  await expect(list.at('report-row')).toHaveCount(4);
  await expect(list.app.getByText('Sounds still broken')).toHaveCount(3);
  expect(await faultsOfPage(await list.frame())).toEqual([]);
  await desk.page.screenshot({ path: `${SCREENS}answers-list-light.png` });
  await list.close();

  await desk.at('relapse-reopen').click();
  await expect(modalOf(desk).at('post-send')).toHaveText(/^Reopen and tell \d+ customers$/);
});

test('before resolved: a ticket that was missed is attached and told from the sweep', async ({
  story: { world, seed, sitDown },
}) => {
  const id = seed.incidentA;
  world.settings.searchLag = 0;
  const missed = world.addTicket({
    subject: 'Donation form shows error 502',
    text: 'I press Give and the donation form answers with error 502.',
    requesterId: world.ticket(seed.reportsA[0] ?? 0).requesterId,
    priority: 'low',
    at: world.clock.now() - 60_000,
  }).id;
  world.customerWrites(seed.reportsA[1] ?? 0, 'When can I donate again?');

  const desk = await sitDown(id, 'mara', { scheme: 'dark' });
  await desk.at('post-update').click();
  const modal = modalOf(desk);
  await modal.at('stage-resolved').click();
  await expect(modal.at('sweep-questions')).toContainText('When can I donate again?');
  await expect(modal.at(`sweep-${missed}`)).toContainText('Donation form shows error 502');
  await expect(modal.at('sweep-questions')).not.toHaveAttribute('aria-busy', 'true');
  expect(await faultsOfPage(await modal.frame())).toEqual([]);
  expect.soft(await fitsItsFrame(await modal.frame())).toEqual([]);
  await modal.at('sweep').scrollIntoViewIfNeeded();
  await desk.page.screenshot({ path: `${SCREENS}sweep-dark.png` });
  await modal.at(`sweep-act-${missed}`).click();
  await expect(modal.at(`sweep-${missed}`)).toContainText('Attached.', { timeout: 60_000 });
  expect(world.ticket(missed)).toMatchObject({ type: 'incident', problemId: id, priority: 'urgent' });
  expect(world.ticket(missed).tags).toEqual(
    expect.arrayContaining(['allclear_running', 'allclear_low_to_urgent']),
  );
  expect(world.valueOf(missed, 'allclear_told')).toBe(`${id}/3`);
  await expect(modal.at('post-send')).toBeEnabled();
});
