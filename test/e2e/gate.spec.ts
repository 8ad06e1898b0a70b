import { mkdirSync } from 'node:fs';
import type { Desk } from './stories/desk.ts';
import { faultsOfPage } from './stories/looks.ts';
import { modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

/** An engineer closes the issue on Jira's page, in the same window. */
async function closeInJira({ page }: Desk, as: string) {
  await page.getByTitle('Jira').click();
  await page.getByRole('link', { name: 'PAY-123' }).click();
  const jira = page.getByRole('region', { name: 'Jira' });
  await jira.getByLabel('Resolution').selectOption(as);
  await jira.getByRole('button', { name: 'Resolve' }).click();
  await expect(jira.getByRole('button', { name: 'Reopen' })).toBeVisible();
}

test.use({ hurry: 3 });

test('Engineering closes the issue, the ticket says so, and customers are told that it is resolved', async ({
  story: { world, seed, sitDown },
}) => {
  const id = seed.incidentA;
  const mara = await sitDown(id);
  await expect(mara.at('jira-status')).toHaveText('In Progress');
  await expect(mara.at('jira-last')).toContainText('Sam Osei');

  const sam = await sitDown(id, 'tom');
  await closeInJira(sam, 'Done');
  await mara.page.reload();
  await expect(mara.at('drift-closed')).toContainText('Engineering closed PAY-123');
  await expect(
    mara.app.getByText('Customers still hear “Identified”. Resolved may be said now.'),
  ).toBeVisible();
  await mara.page.screenshot({ path: `${SCREENS}gate-closed-light.png` });
  await mara.at('drift-act').click();

  const modal = modalOf(mara);
  await expect(modal.at('gate-open')).toContainText('PAY-123 · Done');
  await expect(modal.app.getByRole('radio', { name: 'Jira says that it is fixed' })).toBeChecked();
  await expect(modal.at('post-send')).toHaveText(/^Tell \d+ customers$/);
  expect.soft(await faultsOfPage(await modal.frame())).toEqual([]);
  await mara.page.screenshot({ path: `${SCREENS}gate-open-light.png` });
  await modal.at('post-send').click();
  await expect.poll(() => world.ticket(id).status, { timeout: 60_000 }).toBe('solved');
  const { gate } = JSON.parse(String(world.valueOf(id, 'allclear_record'))).update;
  expect(gate).toMatchObject({ kind: 'jira', by: 'PAY-123', issue: { state: 'done', resolution: 'Done' } });
  await modal.at('post-close').click();

  // Engineering takes it back: whoever opens the incident is warned.
  world.jira.transition('PAY-123', 'Reopen');
  const tom = await sitDown(id, 'tom', { scheme: 'dark' });
  await expect(tom.at('drift-reopened')).toContainText('Engineering reopened PAY-123');
  await expect(tom.app.getByText('Customers were told that it is resolved.', { exact: false })).toBeVisible();
  await tom.page.screenshot({ path: `${SCREENS}gate-reopened-dark.png` });
  await tom.at('drift-act').click();
  await expect(modalOf(tom).at('reopens')).toBeVisible();
});

test('a duplicate is not fixed, and Jira that is reopened meanwhile lets nothing out', async ({
  story: { world, seed, sitDown },
}) => {
  const id = seed.incidentA;
  const before = world.ticket(id).audits.length;
  world.jira.transition('PAY-123', 'Resolve', { resolution: 'Duplicate' });
  const mara = await sitDown(id);
  await expect(mara.at('drift-ended')).toContainText('PAY-123 was closed as “Duplicate”');
  await mara.at('drift-act').click();
  const modal = modalOf(mara);
  await expect(modal.at('gate-asks')).toContainText('Jira does not say that it is fixed.');
  await expect(modal.app.getByRole('radio', { name: 'Jira says that it is fixed' })).toHaveCount(0);
  await mara.page.screenshot({ path: `${SCREENS}gate-asks-light.png` });

  world.jira.edit('PAY-123', { resolution: 'Done' });
  await modal.at('gate-ask').click();
  await expect(modal.at('gate-open')).toBeVisible();
  world.jira.transition('PAY-123', 'Reopen');
  await modal.at('post-send').click();
  await expect(modal.at('gate-fell-shut')).toContainText('PAY-123 does not stand as fixed: In Progress');
  await expect(modal.at('gate-shut')).toBeVisible();
  await mara.page.screenshot({ path: `${SCREENS}gate-shut-light.png` });
  expect(world.ticket(id).audits).toHaveLength(before);
});

test('with Jira down, a named engineer’s word lets resolved be said, and is in the timeline', async ({
  story: { world, seed, sitDown },
}) => {
  const id = seed.incidentA;
  world.down.add('api.atlassian.com');
  const mara = await sitDown(id, 'mara', { scheme: 'dark' });
  await expect(mara.at('jira-trouble')).toContainText('Jira can’t be read: no answer from Jira');
  await mara.at('post-update').click();
  const modal = modalOf(mara);
  await modal.at('stage-resolved').click();
  await expect(modal.at('gate-unknown')).toContainText('Ask Engineering, and name who confirmed it.');
  await modal.at('post-gateBy').fill('Sam Osei (Engineering)');
  await modal.at('post-gateWhere').fill('Slack #inc-502');
  await mara.page.screenshot({ path: `${SCREENS}gate-unknown-dark.png` });
  await modal.at('post-send').click();
  await expect.poll(() => world.ticket(id).status, { timeout: 60_000 }).toBe('solved');
  await modal.at('post-close').click();
  await mara.at('timeline').click();
  await expect(
    modal.app.getByText('Resolved on the word of Sam Osei (Engineering), Slack #inc-502'),
  ).toBeVisible();
});
