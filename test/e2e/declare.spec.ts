import type { Desk } from './stories/desk.ts';
import { declared, loginTickets } from './stories/loginOutage.ts';
import { type ModalDesk, modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

/** The form, opened from the ticket's sidebar and filled in. */
async function fillIn(desk: Desk): Promise<ModalDesk> {
  await desk.at('declare').click();
  const modal = modalOf(desk);
  await modal.at('declare-symptoms').fill('People ask for a login code, and no e-mail arrives.');
  await modal.at('declare-steps').fill('Open the sign-in page.\nAsk for a code.');
  return modal;
}

test.use({ hurry: 3 });

test('the lead declares an incident from one ticket and three that sound like it', async ({
  story: { world, sitDown },
}) => {
  const tickets = loginTickets(world);
  world.settings.manageJiraLinks = true;
  const desk = await sitDown(tickets[0] ?? 0);
  await expect(desk.at('declare-foot')).toContainText('3 more tickets of the last hour sound like this one.');
  const modal = await fillIn(desk);
  await expect(modal.at('declare-send')).toHaveText('Declare, and attach 4 tickets');
  await expect(modal.at('declare-tickets')).toContainText('both say');
  await expect(modal.at('declare-impact')).toContainText('4 people wrote');
  await expect(modal.at('declare-impact')).toContainText('Lakeside Food Bank');

  await modal.at('declare-kind').selectOption('Incident');
  await modal.at('declare-send').click();
  await expect(modal.app.getByText('Jira asks for “Severity”.')).toBeVisible();
  await modal.at('demand-Severity').selectOption('Sev 2');
  await modal.at('declare-send').click();

  await expect(modal.at('note-success')).toContainText('All is done.', { timeout: 60_000 });
  for (const step of ['ticket', 'attached', 'issue', 'linked'])
    await expect(modal.at(`step-${step}`)).toHaveAttribute('data-state', 'done');
  const [incident] = declared(world);
  expect(declared(world)).toHaveLength(1);
  const { ticket, record } = incident!;
  for (const id of tickets) {
    expect(world.ticket(id)).toMatchObject({ type: 'incident', problemId: ticket.id });
    expect(world.valueOf(id, 'allclear_jira')).toBe(record.jira?.key);
  }
  const issue = world.jira.issue(record.jira?.key ?? '');
  expect(issue.values).toMatchObject({ summary: 'Login code never arrives', type: { name: 'Incident' } });
  expect(issue.links).toHaveLength(5);
  await expect(modal.at('declare-post')).toBeEnabled();
  // The official integration knows the incident, too.
  const official = () => [...world.jiraLinks.values()].map(({ ticketId, issueId }) => [ticketId, issueId]);
  await expect.poll(official).toEqual([[ticket.id, issue.id]]);

  await desk.page.goto(`${new URL(desk.page.url()).origin}/#/jira/${record.jira?.key}?agent=mara`);
  const jira = desk.page.getByRole('region', { name: 'Jira' });
  await expect(jira.locator('[data-test-id="jira-summary"]')).toHaveText('Login code never arrives');
  await expect(jira.locator('[data-test-id="jira-description"]')).toContainText('Open the sign-in page.');
  const links = jira.getByRole('list', { name: 'Zendesk' });
  for (const id of [ticket.id, ...tickets]) await expect(links).toContainText(`#${id}`);
});

test('Jira is lost in the middle, and a colleague continues from the incident’s ticket', async ({
  story: { world, sitDown },
}) => {
  const [ticket = 0] = loginTickets(world, 2);
  const desk = await sitDown(ticket);
  const modal = await fillIn(desk);
  await expect(modal.at('declare-impact')).toContainText('2 people wrote');
  world.takeDown('api.atlassian.com');
  await modal.at('declare-send').click();
  await expect(modal.at('step-attached')).toHaveAttribute('data-state', 'done', { timeout: 60_000 });
  await expect(modal.at('step-issue')).toHaveAttribute('data-state', 'failed', { timeout: 60_000 });
  await expect(modal.at('note-danger')).toContainText('What is done stays done');

  const [incident] = declared(world);
  const colleague = await sitDown(incident?.ticket.id ?? 0, 'tom');
  await expect(colleague.at('step-issue')).toHaveAttribute('data-state', 'failed');
  world.bringBack('api.atlassian.com');
  await colleague.at('declare-continue').click();
  await expect(colleague.at('step-issue')).toHaveAttribute('data-state', 'done', { timeout: 60_000 });
  expect(declared(world)).toHaveLength(1);
  expect(world.jira.issue(declared(world)[0]?.record.jira?.key ?? '').values.summary).toBe(
    'Login code never arrives',
  );
});

test('an issue of Engineering’s and a problem ticket are taken over, and what is written is kept', async ({
  story: { world, seed, sitDown },
}) => {
  const [ticket = 0] = loginTickets(world, 1);
  world.jira.addIssue({
    summary: 'Mail relay rejects login codes',
    reporter: 'Sam Osei',
    at: world.clock.now(),
  });
  const desk = await sitDown(ticket);
  const first = await fillIn(desk);
  await first.close();
  await desk.at('declare').click();
  const modal = modalOf(desk);
  await expect(modal.app.getByText('What you wrote before is still here.')).toBeVisible();
  await expect(modal.at('declare-steps')).toHaveValue(/Ask for a code/);

  await modal.app.getByText('Use an issue that Engineering has filed').click();
  await modal.at('declare-issueKey').fill('mail relay');
  await modal.at('declare-search').click();
  await modal.at('declare-found').getByRole('button').first().click();
  await modal.at('declare-problem').selectOption(String(seed.ordinaryProblem));
  await modal.at('declare-send').click();
  await expect(modal.at('step-issue')).toHaveAttribute('data-state', 'done', { timeout: 60_000 });
  const problem = world.ticket(seed.ordinaryProblem);
  expect(problem.tags).toContain('allclear_incident');
  expect(declared(world).map(({ ticket: { id } }) => id)).toEqual([problem.id]);
  expect(world.jira.issue(declared(world)[0]?.record.jira?.key ?? '').values.summary).toBe(
    'Mail relay rejects login codes',
  );
});
