import { expect, test } from 'vitest';
import { askAs } from './ask.ts';
import { openAccount } from './openAccount.ts';

const OLD = '/api/services/jira/links';

function openLinks(manageJiraLinks: boolean) {
  const account = openAccount(2, { manageJiraLinks });
  const link = (ticket: number) => ({
    link: { ticket_id: String(ticket), issue_id: '10123', issue_key: 'PAY-123' },
  });
  return { ...account, link, admin: askAs(account.world, account.mara.id) };
}

test('links of the official integration are for admins, and only where links may be managed', async () => {
  const off = openLinks(false);
  const on = openLinks(true);
  for (const { world, tom, report, link } of [off, on])
    expect((await askAs(world, tom.id).post(OLD, link(report.id))).status).toBe(403);
  expect((await off.admin.get('/jira/links')).status).toBe(403);
  expect((await on.admin.get('/jira/links')).status).toBe(200);
});

test('a link is made, shows on the ticket, and is gone when it is deleted', async () => {
  const { admin, get, report, link, reports } = openLinks(true);
  const made = await admin.post<{ link: { id: number } }>(OLD, link(report.id));
  expect(made).toMatchObject({
    status: 201,
    body: { link: { ticket_id: String(report.id), issue_id: '10123' } },
  });
  await admin.post(OLD, link(reports[1]!.id));
  const issues = () => get(`/tickets/${report.id}/related`).then(({ body }) => body.jira_issue_ids ?? body);
  expect(JSON.stringify(await issues())).toContain('10123');
  const { body } = await admin.get(`/jira/links?filter[ticket_id]=${report.id}&page[size]=5`);
  expect(body).toMatchObject({ total: 1, links: [{ issue_key: 'PAY-123' }], meta: { has_more: false } });
  expect((await admin.get(`${OLD}?issue_id=10123`)).body).toMatchObject({ total: 2 });
  expect((await admin.get(`${OLD}/${made.body.link.id}`)).status).toBe(200);
  expect((await admin.del(`${OLD}/${made.body.link.id}`)).status).toBe(204);
  expect(JSON.stringify(await issues())).not.toContain('10123');
});

test('repeating a link makes a second record', async () => {
  const { admin, report, link, world } = openLinks(true);
  await admin.post(OLD, link(report.id));
  await admin.post(OLD, link(report.id));
  expect(world.jiraLinks.size).toBe(2);
  expect(report.jiraIssueIds).toEqual(['10123']);
});
