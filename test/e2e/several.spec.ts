import { mkdirSync } from 'node:fs';
import { change, newest, reportIn, write } from './stories/lead.ts';
import { declared, loginTickets } from './stories/loginOutage.ts';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

test.use({ hurry: 3 });

test('a report moved tells the customer once', async ({ story: { world, seed, sitDown } }) => {
  const id = reportIn(world, seed, 'es');
  write(world, id, { allclear_told: `${seed.incidentA}/3`, allclear_stage: 'allclear_identified' });
  const before = world.ticket(id).publicComments.length;
  const desk = await sitDown(id);
  await desk.at('move').click();
  await expect(desk.at('move-targets')).toContainText('Receipts arrive late');
  await desk.page.screenshot({ path: `${SCREENS}move-targets.png` });
  await desk.at(`move-to-${seed.incidentB}`).click();
  await expect(desk.at('move-preview')).toContainText('pertenece a un problema distinto');
  expect(world.ticket(id).publicComments).toHaveLength(before);
  await desk.at('move-yes').scrollIntoViewIfNeeded();
  const frame = await desk.frame();
  expect(await fitsItsFrame(frame)).toEqual([]);
  expect(await faultsOfPage(frame)).toEqual([]);
  await desk.page.screenshot({ path: `${SCREENS}move-ask.png` });

  await desk.at('move-yes').click();
  await expect(desk.at('note-success')).toHaveText(
    `Moved to #${seed.incidentB}. Its customer was told, once.`,
    { timeout: 60_000 },
  );
  await expect(desk.at('incident-status')).toContainText('Receipts arrive late');
  const { n, symptoms } = newest(world, seed.incidentB);
  expect(world.ticket(id)).toMatchObject({ type: 'incident', problemId: seed.incidentB });
  expect(world.ticket(id).publicComments).toHaveLength(before + 1);
  expect(world.ticket(id).publicComments.at(-1)?.html).toContain(symptoms);
  expect(world.valueOf(id, 'allclear_told')).toBe(`${seed.incidentB}/${n}`);
  await expect(desk.at('last-told')).toContainText(`update ${n}`);
});

test('two incidents merged', async ({ story: { world, seed, sitDown } }) => {
  const reports = world.incidentsOf(seed.incidentB).map(({ id }) => id);
  const said = new Map(reports.map((id) => [id, world.ticket(id).publicComments.length]));
  const desk = await sitDown(seed.incidentB);
  await desk.at('merge').click();
  const modal = modalOf(desk);
  await modal.at('several-target').selectOption(String(seed.incidentA));
  await expect(modal.at('merge-send')).toHaveText(`Merge #${seed.incidentB} into #${seed.incidentA}`);
  await desk.page.screenshot({ path: `${SCREENS}merge.png` });
  await modal.at('merge-send').click();
  await expect(modal.at('merge-outcome')).toContainText(`Merged into #${seed.incidentA}.`, {
    timeout: 40_000,
  });
  expect(await faultsOfPage(await modal.frame())).toEqual([]);
  await desk.page.screenshot({ path: `${SCREENS}merged.png` });
  await modal.at('several-close').click();

  for (const id of reports) {
    expect(world.ticket(id).problemId).toBe(seed.incidentA);
    expect(world.ticket(id).publicComments.length - (said.get(id) ?? 0)).toBeLessThanOrEqual(1);
  }
  expect(world.ticket(seed.incidentB).status).toBe('solved');
  await expect(desk.at('merged')).toContainText(`merged into #${seed.incidentA}`);
  await expect(desk.at('post-update')).toHaveCount(0);
  expect(await fitsItsFrame(await desk.frame())).toEqual([]);
  await desk.page.screenshot({ path: `${SCREENS}merged-sidebar.png` });

  const other = await sitDown(seed.incidentA, 'tom', { scheme: 'dark' });
  await other.at('timeline').click();
  const timeline = modalOf(other);
  const entries = timeline.at('timeline-entry');
  const merged = entries.filter({ hasText: `#${seed.incidentB} was merged into this incident` });
  await expect(merged).toHaveCount(1);
  await expect(entries.filter({ hasText: `from #${seed.incidentB}` }).first()).toBeVisible();
  await other.page.screenshot({ path: `${SCREENS}merged-timeline.png` });
});

test('a drill touches only drill tickets and says so everywhere', async ({ story: { world, sitDown } }) => {
  world.settings.searchLag = 0;
  const [own = 0, second = 0, outside = 0] = loginTickets(world);
  for (const id of [own, second]) change(world, id, { tags: ['allclear_drill'] });
  const slack = () => world.slack.channel('support_tech').messages.length;
  const quiet = { slack: slack(), issues: world.jira.issues.size, page: world.statuspage.incidents.size };
  const desk = await sitDown(own);
  await desk.at('declare').click();
  const modal = modalOf(desk);
  await modal.at('declare-symptoms').fill('No login code arrives.');
  await modal.at('declare-steps').fill('Ask for a code.');
  await modal.at('declare-drill').press('Space');
  await expect(modal.at('declare-send')).toHaveText('Declare, and attach 2 tickets');
  await modal.at('declare-drill').scrollIntoViewIfNeeded();
  await desk.page.screenshot({ path: `${SCREENS}drill-form.png` });
  // Somebody insists on one that takes no part.
  await modal.at(`declare-ticket-${outside}`).press('Space');
  await modal.at('declare-send').click();
  await expect(modal.at('note-success')).toContainText('All is done.', { timeout: 60_000 });
  await expect(modal.app.getByText(`#${outside} has no drill tag`)).toBeVisible();
  await modal.at('declare-post').click();

  await expect(modal.at('drill-note')).toContainText('This is a drill.');
  await expect(modal.at('post-send')).toHaveText('Tell 2 customers');
  await expect(modal.app.getByText('Drill: this is an exercise')).toBeVisible();
  await expect(modal.at('post-also')).toHaveCount(0);
  await desk.page.screenshot({ path: `${SCREENS}drill-post.png` });
  await modal.at('post-send').click();
  await expect(modal.at('post-close')).toBeVisible();
  await expect(modal.app.getByText('has reached 2 tickets')).toBeVisible({ timeout: 40_000 });
  await modal.at('post-close').click();
  await expect(desk.at('drill-note')).toBeVisible();
  expect(await fitsItsFrame(await desk.frame())).toEqual([]);
  expect(await faultsOfPage(await desk.frame())).toEqual([]);
  await desk.page.screenshot({ path: `${SCREENS}drill-sidebar.png` });

  const { ticket } = declared(world)[0]!;
  expect(ticket).toMatchObject({ subject: 'Drill: Login code never arrives' });
  expect(ticket.tags).toContain('allclear_drill');
  for (const id of [own, second]) {
    expect(world.ticket(id).publicComments).toHaveLength(2);
    expect(world.ticket(id).publicComments.at(-1)?.html).toMatch(/^<p><strong>Drill:/);
  }
  expect(world.ticket(outside)).toMatchObject({ type: null, problemId: null });
  expect(world.ticket(outside).publicComments).toHaveLength(1);
  expect({ slack: slack(), issues: world.jira.issues.size, page: world.statuspage.incidents.size }).toEqual(
    quiet,
  );
  const other = await sitDown(outside, 'tom');
  await expect(other.at('incident-list')).not.toContainText('Drill: Login code');
});
