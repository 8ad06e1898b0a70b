import { mkdirSync } from 'node:fs';
import { change } from './stories/lead.ts';
import { goToDesk, type LeadDesk } from './stories/leadDesk.ts';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { modalOf } from './stories/modal.ts';
import { EMPTY_FILES, NO_SMS, writeIn } from './stories/sameWords.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

test.use({ hurry: 3 });

test('the desk: nothing for axe to find, nothing wider than its page, light at 1280 px and dark at 1920', async ({
  story: { seed, sitDown },
}) => {
  const ticket = await sitDown(seed.incidentA);
  const desk = await goToDesk(ticket);
  const frame = await desk.frame();
  const judge = async (name: string) => {
    expect.soft(await fitsItsFrame(frame)).toEqual([]);
    expect.soft(await faultsOfPage(frame)).toEqual([]);
    await desk.page.screenshot({ path: `${SCREENS}desk-${name}.png` });
  };
  await desk.page.setViewportSize({ width: 1280, height: 1000 });
  await expect(desk.at(`desk-row-${seed.incidentA}`)).toContainText('33 of 40');
  await judge('list-light-1280');
  await desk.app.locator(`[data-row="${seed.incidentA}"]`).click();
  await expect(desk.at('refresh')).toBeVisible();
  await expect(desk.at('coverage')).toContainText('33 of 40');
  await desk.at('report-row').nth(5).click();
  await expect(desk.at('bulk-tell')).toBeVisible();
  await judge('reports-light-1280');
  await desk.at('desk-tab-timeline').click();
  await expect(desk.at('timeline-entry').first()).toBeVisible();
  await judge('timeline-light-1280');

  await desk.page.setViewportSize({ width: 1920, height: 1000 });
  await desk.page.locator('[data-test-id="scheme-switch"]:visible').click();
  await expect(frame.locator('html')).toHaveCSS('color-scheme', 'dark');
  await desk.at('desk-tab-organizations').click();
  await expect(desk.at('organizations')).toContainText('Hope Street Shelter');
  await judge('organizations-dark-1920');
  await desk.at('desk-tab-charts').click();
  await expect(desk.at('plot')).toHaveCount(3);
  await judge('charts-dark-1920');
  await desk.at('desk-measures').click();
  await expect(desk.at('measure-state')).toContainText('3 incidents, read');
  await judge('measures-dark-1920');
});

test('the end of a shift by keyboard alone: those behind are told, the incident is resolved, and the list says so', async ({
  story: { world, seed, sitDown },
}) => {
  const id = seed.incidentA;
  world.jira.transition('PAY-123', 'Resolve', { resolution: 'Done' });
  const mara = await sitDown(id);
  const desk = await goToDesk(mara);
  const { keyboard } = desk.page;
  const press = async (testId: string) => {
    await tabTo(desk, testId);
    await keyboard.press('Enter');
  };
  await expect(desk.at(`desk-row-${id}`)).toContainText('33 of 40');
  await expect(desk.at('desk-drift-closed')).toHaveText('fixed, customers not told');
  await desk.page.locator('[data-test-id="nav-apps"]').focus();
  await tabTo(desk, 'desk-list');
  await keyboard.press('/');
  await keyboard.type('502 dona');
  await expect(desk.at(`desk-row-${seed.incidentB}`)).toHaveCount(0);
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');

  await expect(desk.at('reading')).toContainText('40 tickets, read');
  await expect(desk.at('desk-back')).toBeFocused();
  await tabTo(desk, 'show-behind');
  await keyboard.press('Enter');
  await expect(desk.at('report-row')).toHaveCount(3);
  await tabTo(desk, 'report-table');
  await keyboard.press('Space');
  await keyboard.press('Shift+End');
  await expect(desk.at('selected')).toHaveText('3 tickets selected.');
  await tabTo(desk, 'bulk-tell', 'Shift+Tab');
  await expect(desk.at('bulk-tell')).toHaveText('Tell 3 customers update 3');
  await keyboard.press('Enter');
  await expect(desk.at('bulk').getByText('3 of 3 have heard update 3.')).toBeVisible({ timeout: 60_000 });
  for (const report of seed.behind) expect(world.valueOf(report, 'allclear_told')).toBe(`${id}/3`);

  await press('drift-act');
  const modal = modalOf(mara);
  await expect(modal.at('gate-open')).toContainText('PAY-123');
  await tabTo({ ...desk, at: modal.at }, 'post-send');
  await expect(modal.at('post-send')).toHaveText('Tell 35 customers');
  await keyboard.press('Enter');
  await expect.poll(() => world.ticket(id).status, { timeout: 60_000 }).toBe('solved');
  await tabTo({ ...desk, at: modal.at }, 'post-close');
  await keyboard.press('Enter').catch(() => undefined); // the modal closes while the key is down
  await expect(desk.page.locator('[data-test-id="modal-frame"]')).toHaveCount(0);

  await desk.page.locator('[data-test-id="nav-apps"]').focus();
  await press('desk-back');
  const over = desk.app.getByRole('table', { name: 'Incidents that are over' });
  await expect(over.locator(`[data-test-id="desk-row-${id}"]`)).toContainText(
    /Resolved.*in \d+ .*draft.*Owner: Mara Lind.*36 of 40/,
  );
});

test('customers who say the same are one click from an incident, and what is none is dismissed for good', async ({
  story: { world, seed, sitDown },
}) => {
  const tickets = writeIn(world, NO_SMS);
  const others = writeIn(world, EMPTY_FILES);
  const mara = await sitDown(seed.incidentA);
  const desk = await goToDesk(mara);
  const groups = desk.at('possible-incident');
  const group = groups.filter({ hasText: '7 tickets' });
  const other = groups.filter({ hasText: '3 tickets' });
  await expect(group).toContainText('sms');
  await expect(groups).toHaveCount(2);
  await desk.page.screenshot({ path: `${SCREENS}desk-possible-light.png` });

  await other.getByRole('button', { name: 'Not an incident' }).click();
  await group.getByRole('button', { name: 'Declare an incident…' }).click();
  const modal = modalOf(mara);
  await expect(modal.at('declare-send')).toHaveText('Declare, and attach 7 tickets');
  for (const id of tickets) await expect(modal.at('declare-tickets')).toContainText(`#${id}`);
  await modal.close();

  await expect(groups).toHaveCount(1);
  await expect(group).toBeVisible();
  await expect(desk.at('possible')).toContainText('Dismissed for good: 3 tickets');
  for (const id of others) expect(world.ticket(id).tags).toContain('allclear_no_incident');
  // One more customer says the same, and nobody is asked again.
  writeIn(world, EMPTY_FILES.slice(0, 1));
  await desk.at('desk-measures').click();
  await desk.at('desk-list').click();
  await expect(group).toBeVisible();
  await expect(groups).toHaveCount(1);
});

test.describe('with Jira alone', () => {
  test.use({ account: { settings: { slack_by: 'off', pendo_by: 'off', statuspage_page: '' } } });

  test('a shift on the desk: from the first tickets over an incident that is declared, told and resolved to its RCA', async ({
    story: { world, seed, sitDown },
  }) => {
    test.setTimeout(180_000);
    const tickets = writeIn(world, NO_SMS);
    const mara = await sitDown(seed.incidentA);
    const desk = await goToDesk(mara);
    const modal = modalOf(mara);
    await desk.at('possible-incident').getByRole('button', { name: 'Declare an incident…' }).click();
    await modal.at('declare-symptoms').fill('Donors wait for a code by SMS, and none arrives.');
    await modal.at('declare-steps').fill('Ask for a code at sign-in.');
    await modal.at('declare-send').click();
    await expect(modal.at('note-success')).toContainText('All is done.', { timeout: 60_000 });
    const id = world.ticket(tickets[0] ?? 0).problemId ?? 0;
    const record = () => JSON.parse(String(world.valueOf(id, 'allclear_record')));

    await modal.at('declare-post').click();
    await expect(modal.at('post-send')).toHaveText('Tell 7 customers');
    await modal.at('post-send').click();
    const told = () => tickets.map((each) => world.valueOf(each, 'allclear_told'));
    await expect.poll(told, { timeout: 60_000 }).toEqual(tickets.map(() => `${id}/1`));
    await modal.at('post-close').click();

    world.jira.transition(record().jira.key, 'In Progress');
    world.jira.transition(record().jira.key, 'Resolve', { resolution: 'Done' });
    for (const each of tickets.slice(0, 2)) change(world, each, { addTags: ['allclear_rca'] });
    await desk.at(`desk-row-${id}`).click();
    await desk.at('drift-act').click();
    await expect(modal.at('post-send')).toHaveText('Tell 7 customers');
    await modal.at('post-send').click();
    await expect.poll(() => world.ticket(id).status, { timeout: 60_000 }).toBe('solved');
    await modal.at('post-close').click();

    await desk.at('review-send').click();
    await modal.at('rca-en').fill('The SMS provider was out of credit. It is topped up by itself now.');
    await expect(modal.at('rca-send')).toHaveText('Send to 2 tickets');
    await modal.at('rca-send').click();
    await expect.poll(() => record().review.state, { timeout: 60_000 }).toBe('sent');
    const heard = tickets.map((each) =>
      world.ticket(each).publicComments.filter(({ authorId }) => authorId === seed.mara.id),
    );
    expect(heard.map(({ length }) => length)).toEqual([3, 3, 2, 2, 2, 2, 2]);
  });
});

/** Presses Tab until it is there. */
async function tabTo(desk: Pick<LeadDesk, 'page' | 'at'>, testId: string, key = 'Tab') {
  const wanted = desk.at(testId).first();
  await expect(wanted).toBeEnabled();
  const isThere = () => wanted.evaluate((element) => element === document.activeElement);
  for (let presses = 0; !(await isThere()); presses += 1) {
    if (presses === MOST_PRESSES) throw new Error(`${key} does not lead to ${testId}`);
    await desk.page.keyboard.press(key);
  }
}

const MOST_PRESSES = 60;
