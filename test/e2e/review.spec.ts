import { mkdirSync } from 'node:fs';
import type { World } from '../workspace/world/world.ts';
import { change, leadPosts, write } from './stories/lead.ts';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });
const RCA = 'A certificate had expired.\n\nWe now renew it a month before.';

test.use({ hurry: 3 });

test('the RCA goes to the twelve customers who asked, two of them with closed tickets', async ({
  story: { world, seed, sitDown },
}) => {
  const id = seed.incidentA;
  isOver(world, id);
  const reports = world.incidentsOf(id).filter(({ id: each, status, fromMessagingChannel: isMessaging }) => {
    return status === 'solved' && !isMessaging && !seed.messaging.includes(each);
  });
  const asked = reports.slice(0, 12).map((report) => report.id);
  for (const each of asked) change(world, each, { addTags: ['allclear_rca'] });
  const closed = asked.slice(0, 2);
  for (const each of closed) world.closeTicket(each);

  const mara = await sitDown(id);
  await expect(mara.at('review-due')).toHaveText(/^Due .+ · in \d+ days$/);
  const { length } = world.ticket(id).comments;
  const before = new Map(reports.map((report) => [report.id, report.publicComments.length]));
  await mara.at('review-send').click();
  const modal = modalOf(mara);
  await expect(modal.at('rca-audience')).toContainText('2 of these tickets are closed.');
  await modal.at('rca-en').fill(RCA);
  await expect(modal.at('rca-preview')).toContainText('We now renew it a month before.');
  expect.soft(await faultsOfPage(await modal.frame())).toEqual([]);
  expect.soft(await fitsItsFrame(await modal.frame())).toEqual([]);
  await mara.page.screenshot({ path: `${SCREENS}rca-light.png` });
  await expect(modal.at('rca-send')).toHaveText('Send to 12 tickets');
  await modal.at('rca-send').click();
  await expect.poll(() => record(world, id).review.state, { timeout: 60_000 }).toBe('sent');
  await modal.at('post-close').click();
  await expect(mara.at('review')).toContainText('sent');

  for (const report of reports) {
    const isOpen = asked.includes(report.id) && !closed.includes(report.id);
    const expected = (before.get(report.id) ?? 0) + (isOpen ? 1 : 0);
    expect(report.publicComments.length, `comments on ${report.id}`).toBe(expected);
    const followUps = report.followupIds.map((each) => world.ticket(each));
    expect(followUps.length, `follow-ups of ${report.id}`).toBe(closed.includes(report.id) ? 1 : 0);
    for (const followUp of followUps) {
      expect(followUp.requesterId).toBe(report.requesterId);
      expect(followUp.publicComments.map(({ body }) => body).join()).toContain('renew it a month before');
    }
  }
  // Nothing that Zendesk could copy to customers was written on the incident's own ticket.
  expect(world.ticket(id).comments.length).toBe(length);
});

test('the review opens with resolved, is edited, and shows when it is due', async ({
  story: { world, seed, sitDown },
}) => {
  const id = seed.incidentB; // a few tickets only
  const mara = await sitDown(id, 'mara', { width: 320 });
  const modal = modalOf(mara);
  await mara.at('post-update').click();
  await modal.at('stage-resolved').click();
  await modal.at('post-gateBy').fill('Sam Osei (Engineering)');
  await modal.at('post-gateWhere').fill('Slack #inc-502');
  await modal.at('post-send').click();
  await expect.poll(() => world.ticket(id).status, { timeout: 60_000 }).toBe('solved');
  await modal.at('post-close').click();

  const review = mara.at('review');
  await expect(review).toContainText('draft');
  await expect(review).toContainText('Owner: Mara Lind');
  await expect(mara.at('review-due')).toHaveText(/^Due .+ · in \d+ days$/);
  await mara.at('review-edit').click();
  await expect(modal.at('review-owner')).toHaveValue('Mara Lind');
  await modal.at('review-state').selectOption('in review');
  await modal.at('review-link').fill('javascript:alert(1)');
  await modal.at('review-save').click();
  await expect(modal.app.getByText('A link starts with https://')).toBeVisible();
  await modal.at('review-link').fill('https://docs.harborgifts.example/rca-502');
  await modal.at('review-day').fill('2026-01-05');
  expect.soft(await faultsOfPage(await modal.frame())).toEqual([]);
  expect.soft(await fitsItsFrame(await modal.frame())).toEqual([]);
  await mara.page.screenshot({ path: `${SCREENS}review-form-light.png` });
  await modal.at('review-save').click();

  await expect(review).toContainText('in review');
  await expect(review).toContainText(/Due Mon, Jan 5 · \d+ days overdue/);
  await expect(mara.at('review-link')).toHaveAttribute('href', 'https://docs.harborgifts.example/rca-502');
  expect.soft(await faultsOfPage(await mara.frame())).toEqual([]);
  await mara.page.screenshot({ path: `${SCREENS}review-light.png` });
  await mara.at('timeline').click();
  await expect(modal.at('timeline-entry').first()).toContainText('Review changed');
  const saving = mara.page.waitForEvent('download');
  await modal.at('timeline-markdown').click();
  expect((await saving).suggestedFilename()).toBe(`allclear-${id}-timeline.md`);
});

/** Customers were told that it is over, the incident's ticket is solved, and its review is ready. */
function isOver(world: World, id: number) {
  leadPosts(world, id, { n: 4, stage: 'resolved', next: undefined });
  const due = new Date(world.clock.now() + 5 * 24 * 60 * 60_000).toISOString();
  const issue = { day: due.slice(0, 10), outcome: 'told', at: due };
  const review = { state: 'ready', due, zone: 'UTC', owner: { name: 'Mara Lind' }, issue };
  write(world, id, { allclear_record: JSON.stringify({ ...record(world, id), review }) });
  change(world, id, { status: 'solved' });
}

const record = (world: World, id: number) => JSON.parse(String(world.valueOf(id, 'allclear_record')));
