import { expect, test } from './stories/story.ts';

test('an engineer’s Jira stands beside the tickets, and shows what happens there at once', async ({
  story,
}) => {
  const { world, seed } = story;
  const { page } = await story.sitDown(seed.incidentA);
  await page.getByTitle('Jira').click();
  await page.getByRole('link', { name: 'PAY-123' }).click();
  const jira = page.getByRole('region', { name: 'Jira' });
  await expect(jira.getByRole('heading', { level: 1 })).toHaveText('Donation form returns error 502');
  await expect(jira.getByText('Sev 2')).toBeVisible();

  // Somebody else's doing is on the page without a reload.
  const link = {
    url: 'https://harborgifts.zendesk.com/agent/tickets/1',
    title: '#1',
    summary: null,
    icon: null,
  };
  const issue = world.issue('PAY-123');
  issue.links.push({
    id: 77,
    globalId: 'a',
    application: { name: 'Zendesk' },
    relationship: 'customer ticket',
    object: { ...link, status: { resolved: false } },
  });
  world.jira.comment('PAY-123', 'Allclear', '3 customers <b>wait</b>', { internal: true });
  const links = jira.getByRole('list', { name: 'Zendesk' });
  await expect(links.getByRole('link', { name: '#1' })).not.toHaveClass('resolved');
  await expect(jira.getByRole('article').filter({ hasText: 'Internal note' })).toContainText(
    '3 customers <b>wait</b>',
  );
  world.jira.changeLink('PAY-123', 77, { status: { resolved: true } });
  await expect(links.getByRole('link', { name: '#1' })).toHaveClass('resolved');

  await jira.getByLabel('Resolution').selectOption('Duplicate');
  await jira.getByRole('button', { name: 'Resolve' }).click();
  await expect(jira.getByRole('button', { name: 'Reopen' })).toBeVisible();
  expect(issue.values).toMatchObject({ status: { category: 'done' }, resolution: 'Duplicate' });
  await jira.getByLabel('Assignee').selectOption('Priya Raman');
  await expect.poll(() => issue.values.assignee?.displayName).toBe('Priya Raman');

  await jira.getByLabel('Move to project').selectOption('OPS');
  await expect(jira.getByText('moved from PAY-123')).toBeVisible();
  expect(world.issue('PAY-123').values).toMatchObject({ key: 'OPS-31', status: { name: 'Erledigt' } });

  await jira.getByText('Delete …').click();
  await jira.getByRole('button', { name: 'Delete OPS-31' }).click();
  await expect(jira.getByRole('heading', { level: 1 })).toContainText('4 issues');
  expect(world.jira.find('PAY-123')).toBeUndefined();
});
