import { mkdirSync } from 'node:fs';
import { write } from './stories/lead.ts';
import { faultsOfPage } from './stories/looks.ts';
import { modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

test.use({ hurry: 3 });

test('resolved too early: the incident and its reports open again, and everybody reads one apology', async ({
  story: { world, seed, sitDown },
}) => {
  const id = seed.incidentA;
  const mara = await sitDown(id);
  const modal = modalOf(mara);
  await mara.at('post-update').click();
  await modal.at('stage-resolved').click();
  await modal.at('post-gateBy').fill('Sam Osei (Engineering)');
  await modal.at('post-gateWhere').fill('Slack #inc-502');
  await modal.at('post-send').click();
  await expect.poll(() => world.ticket(id).status, { timeout: 60_000 }).toBe('solved');
  await expect(modal.at('post-close')).toBeVisible();
  await modal.at('post-close').click();

  const reports = world.incidentsOf(id);
  const heard = reports.filter(({ id: each }) => world.valueOf(each, 'allclear_told') === `${id}/4`);
  expect(heard.length).toBeGreaterThan(20);
  const before = new Map(heard.map((ticket) => [ticket.id, ticket.publicComments.length]));

  const tom = await sitDown(id, 'tom');
  await tom.button('Reopen…').click();
  const again = modalOf(tom);
  await expect(again.at('reopens')).toContainText('Customers who were told it is resolved read an apology.');
  await expect(again.at('reopens')).toContainText(/\d+ solved tickets open again with it\./);
  await expect(again.at('post-send')).toHaveText(/^Reopen and tell \d+ customers$/);
  await again.at('post-symptoms').fill('Donors see error 502 again.');
  expect.soft(await faultsOfPage(await again.frame())).toEqual([]);
  await tom.page.screenshot({ path: `${SCREENS}reopen-light.png` });
  await again.at('post-send').click();
  await expect(again.at('telling-count')).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => heard.every((each) => each.status === 'open'), { timeout: 60_000 }).toBe(true);
  const summary = { did: 'summary', n: 5 };
  const isWritten = () => world.ticket(id).audits.at(-1)?.custom?.allclear;
  await expect.poll(isWritten, { timeout: 60_000 }).toMatchObject(summary);
  await again.at('post-close').click();

  expect(world.ticket(id).status).toBe('open');
  for (const ticket of heard) {
    expect(ticket.publicComments.length, `comments on ${ticket.id}`).toBe((before.get(ticket.id) ?? 0) + 1);
    expect(world.valueOf(ticket.id, 'allclear_told')).toBe(`${id}/5`);
  }
  const closed = reports.filter(({ status }) => status === 'closed');
  for (const ticket of closed) expect(world.valueOf(ticket.id, 'allclear_told')).not.toBe(`${id}/5`);

  await tom.at('timeline').click();
  const entries = again.at('timeline-entry');
  await expect(entries.first()).toContainText('Update 5');
  await expect(entries.first()).toContainText('Reopened');
  await expect(entries.first()).toContainText(/Told \d+ of \d+/);
  await expect(entries.nth(1)).toContainText('Incident solved');
  await expect(entries.nth(2)).toContainText('Review opened');
  await expect(entries.nth(3)).toContainText('Update 4');
  await tom.page.screenshot({ path: `${SCREENS}reopen-timeline.png` });
  await again.close();

  const english = heard.find(({ requesterId }) => world.user(requesterId).locale.startsWith('en'));
  const report = await sitDown(english?.id ?? 0, 'tom', { scheme: 'dark' });
  await expect(
    report.page.getByText('we had marked this issue as resolved, and it is not', { exact: false }),
  ).toHaveCount(1);
  await report.page.screenshot({ path: `${SCREENS}reopen-report-dark.png` });
});

test('a closed incident can’t be reopened, and the app says what to do', async ({
  story: { world, seed, sitDown },
}) => {
  write(world, seed.incidentA, { allclear_stage: 'allclear_resolved' });
  world.closeTicket(seed.incidentA);
  const desk = await sitDown(seed.incidentA);
  await expect(desk.app.getByText('If it has come back, open a new incident.')).toBeVisible();
  await expect(desk.button('Reopen…')).toHaveCount(0);
});
