import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { answer } from './answer.ts';
import { createRecorder } from './record.ts';
import type { VirtualClock } from './world/clock.ts';
import { addAllclearMacro } from './world/seed/build.ts';
import { NOTICE } from './world/seed/notice.ts';
import { seedOutage } from './world/seed/outage.ts';
import { createWorld } from './world/world.ts';
import { askAs, type WireJob } from './zendesk/ask.ts';
import { findRoute } from './zendesk/findRoute.ts';
import { routes } from './zendesk/routes.ts';
import { iso } from './zendesk/wireTicket.ts';

const FOLDER = fileURLToPath(new URL('../../test-results/traffic/', import.meta.url));

// The check's digest of Zendesk's description leaves the first out, and takes the list in the others for a cursor's links.
const UNCHECKED = ['GET /api/v2/custom_roles', 'GET /api/v2/jira/links', 'GET /api/services/jira/links'];

// The file is what the check of the vendors' API descriptions reads: every route, and the refusals that matter.
test('traffic that touches every route is recorded, one exchange a line', async () => {
  const world = createWorld({});
  const outage = seedOutage(world);
  world.traffic = createRecorder();
  await touchEverything(world, outage);

  const ndjson = world.traffic.toNdjson();
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}workspace.ndjson`, ndjson);

  const touched = world.traffic.exchanges
    .filter(({ response }) => response && response.status < 400)
    .map(({ request }) =>
      findRoute(request.method as 'GET', new URL(request.url, 'https://x').pathname.replace(/\.json$/, '')),
    )
    .map((found) => found && `${found.route.method} ${found.route.path}`);
  const wanted = routes
    .map(({ method, path }) => `${method} ${path}`)
    .filter((each) => !UNCHECKED.includes(each));
  expect([...new Set(touched)].sort()).toEqual(wanted.sort());
  expect(ndjson.trim().split('\n')).toHaveLength(world.traffic.exchanges.length);
});

test('what is recorded is what the app wrote, not what the proxy filled in', async () => {
  const world = createWorld({});
  const { tom } = seedOutage(world);
  world.traffic = createRecorder();
  const headers = { authorization: 'Bearer xyz' };
  const asMade = { url: '/api/v2/users/me', headers: { authorization: 'Bearer {{setting.token}}' } };
  const call = { method: 'GET', url: asMade.url, headers, agent: tom.id, asMade } as const;
  await (world.clock as VirtualClock).run(answer(world, call));
  await (world.clock as VirtualClock).run(answer(world, { ...call, byHost: true }));
  expect(world.traffic.exchanges.map(({ request }) => request.headers)).toEqual([asMade.headers]);
});

test('an answer that never came is recorded as none', async () => {
  const world = createWorld({});
  const { tom } = seedOutage(world);
  world.traffic = createRecorder();
  world.faults.script({}, { kind: 'lost', applied: true });
  await expect(askAs(world, tom.id).get('/users/me')).rejects.toThrow('no answer');
  expect(world.traffic.exchanges).toMatchObject([{ service: 'zendesk', response: null }]);
});

async function touchEverything(world: ReturnType<typeof createWorld>, outage: ReturnType<typeof seedOutage>) {
  const { get, put, post, del, clock } = askAs(world, outage.mara.id);
  const { incidentA, lucia, closed, behind, reportsA } = outage;
  const stamp = (id: number) => iso(world.ticket(id).updatedAt);
  const macro = addAllclearMacro(world, 'Identified', '<p>Hello {{ticket.requester.first_name}}</p>');
  const variants = [{ id: 21, localeId: 1, content: 'Hello', isDefault: true }];
  world.dynamicContent.set(20, {
    id: 20,
    name: 'Hi',
    placeholder: '{{dc.hi}}',
    defaultLocaleId: 1,
    variants,
  });

  for (const path of [
    '/users/me',
    '/ticket_fields.json',
    '/ticket_fields?page[size]=5',
    '/locales',
    '/custom_statuses?active=true',
    '/dynamic_content/items?page[size]=10',
    '/groups',
    '/group_memberships?page[size]=2',
    '/macros?active=true&page[size]=2',
    `/macros/${macro.id}`,
    `/macros/${macro.id}/apply`,
    `/tickets/${lucia}/macros/${macro.id}/apply`,
    `/apps/installations/${world.settings.installationId}/requirements`,
    '/problems?include=incident_counts',
    `/tickets/${incidentA}.json?include=users,groups,organizations,custom_statuses`,
    `/tickets/${incidentA}/related`,
    `/tickets/${incidentA}/incidents?page[size]=30&include=users,organizations`,
    `/tickets/${incidentA}/incidents?per_page=30&page=2&include=users`,
    `/tickets/${incidentA}/audits?page[size]=100&include=users`,
    `/tickets/${reportsA[0]}/audits`,
    `/tickets/${reportsA[0]}/comments?include=users&sort_order=desc`,
    `/tickets/${reportsA[1]}/comments?page[size]=1&sort=-created_at`,
    `/tickets/show_many?ids=${reportsA.slice(0, 20)}&include=users`,
    `/users/show_many?ids=${outage.tom.id},${world.ticket(lucia).requesterId}&include=organizations,groups`,
    `/organizations/show_many?ids=${world.ticket(lucia).values.organizationId}`,
    '/search?query=type:ticket status<solved donation',
    '/search?query=Mara',
    '/search?query=Support',
    '/search?query=harbour',
    '/search/count?query=type:ticket',
    '/search/export?query=502&filter[type]=ticket&page[size]=10',
    '/tickets/999999',
  ])
    await get(path);
  await post('/problems/autocomplete', { text: 'donation' });

  const attach = {
    type: 'incident',
    problem_id: incidentA,
    priority: 'urgent',
    metadata: { allclear: { did: 'attach' } },
  };
  const safely = { safe_update: true, updated_stamp: stamp(lucia) };
  await put(`/tickets/${lucia}`, { ticket: { ...attach, ...safely } });
  await clock.advance(2000);
  await put(`/tickets/${lucia}`, {
    ticket: { priority: 'high', safe_update: true, updated_stamp: '2026-11-23T08:00:00Z' },
  });
  await put(`/tickets/${closed}`, { ticket: { comment: { body: 'Hello', public: true } } });

  const tags = `/tickets/${lucia}/tags`;
  await get(tags);
  await put(tags, { tags: ['one'], safe_update: 'true', updated_stamp: stamp(lucia) });
  await post(tags, { tags: ['two'] });
  await del(tags, { tags: ['two'] });

  const ticket = {
    subject: 'Again',
    comment: { html_body: '<p>Again</p>', public: false },
    tags: ['x'],
    priority: 'low',
  };
  await post('/tickets', { ticket }, { 'Idempotency-Key': 'k1' });
  await post('/tickets', { ticket }, { 'Idempotency-Key': 'k1' });
  await post('/tickets', { ticket: { ...ticket, via_followup_source_id: closed } });
  await post('/tickets?async=true', { ticket });
  await post('/apps/notify', { app_id: world.settings.appId, event: 'update', body: { n: 4 } });

  const told = { id: world.fieldId('allclear_told'), value: `${incidentA}/3` };
  const row = (id: number) => ({
    id,
    safe_update: true,
    updated_stamp: stamp(id),
    comment: { html_body: '<p>Hello</p>', public: true },
    custom_fields: [told],
    metadata: { allclear: { did: 'told', incident: incidentA, n: 3 } },
  });
  const batch = await put<{ job_status: WireJob }>('/tickets/update_many', {
    tickets: [...behind, closed].map(row),
  });
  const bulk = await put<{ job_status: WireJob }>(`/tickets/update_many?ids=${behind}`, {
    ticket: { additional_tags: ['seen'] },
  });
  await get(`/job_statuses/${batch.body.job_status.id}`);
  await clock.advance(10_000);
  await get(`/job_statuses/show_many?ids=${batch.body.job_status.id},${bulk.body.job_status.id}`);
  await get(`/job_statuses/${batch.body.job_status.id}.json`);
  await get('/job_statuses?page[size]=1');

  const article = `/help_center/articles/${NOTICE.article}`;
  await get('/help_center/articles/search?label_names=allclear_notice');
  await get(`${article}.json`);
  await get(`/help_center/es/articles/${NOTICE.article}`);
  await put(article, { article: { label_names: ['allclear_notice'] } });
  await get(`${article}/translations?per_page=100`);
  await get(`${article}/translations/es`);
  await put(`${article}/translations/es`, { translation: { body: '<pre>{}</pre>' } });

  const links = '/api/services/jira/links';
  const link = { ticket_id: lucia, issue_id: '10123', issue_key: 'PAY-123' };
  await post(links, { link });
  world.settings.manageJiraLinks = true;
  const linked = await post<{ link: { id: number } }>(links, { link });
  await get(`${links}/${linked.body.link.id}`);
  await del(`${links}/${linked.body.link.id}`);

  world.faults.script({}, { kind: 'too-many', retryAfter: 5 });
  await get('/users/me');
  world.faults.script({}, { kind: 'server-error', status: 503, applied: false, retryAfter: 1 });
  await get('/users/me');
  world.faults.script({}, { kind: 'database-conflict' });
  await put(`/tickets/${lucia}`, { ticket: { priority: 'low' } });
}
