import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createRecorder } from '../record.ts';
import { adfOfText } from '../world/jira/adf.ts';
import { findRoute } from './answerJira.ts';
import { openJira } from './askJira.ts';
import { routes } from './routes.ts';

const FOLDER = fileURLToPath(new URL('../../../test-results/traffic/', import.meta.url));

// Removed or never described: the check of the API descriptions refuses them, as Jira does.
const UNCHECKED = ['GET /search', 'POST /search', 'GET /issue/createmeta'];

// The file is what the check of the vendors' API descriptions reads: every route, and the refusals that matter.
test('traffic that touches every route is recorded, one exchange a line', async () => {
  const opened = openJira();
  const { world } = opened;
  world.traffic = createRecorder();
  await touchEverything(opened);

  const ndjson = world.traffic.toNdjson();
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}workspace-jira.ndjson`, ndjson);

  const touched = world.traffic.exchanges
    .filter(({ response }) => response && response.status < 400)
    .map(({ request }) =>
      findRoute(request.method as 'GET', new URL(request.url).pathname.split('/rest/api/3')[1] ?? ''),
    )
    .map((found) => found && `${found.route.method} ${found.route.path}`);
  const wanted = routes
    .map(({ method, path }) => `${method} ${path}`)
    .filter((each) => !UNCHECKED.includes(each));
  expect([...new Set(touched)].sort()).toEqual(wanted.sort());
});

async function touchEverything({ world, key, get, put, post, del, clock }: ReturnType<typeof openJira>) {
  const link = (globalId: string, more: object = {}) => ({
    globalId,
    application: { type: 'com.zendesk', name: 'Zendesk' },
    relationship: 'customer ticket',
    object: {
      url: 'https://harborgifts.zendesk.com/agent/tickets/1',
      title: '#1',
      status: { resolved: false },
      ...more,
    },
  });
  const first = 'system=https://harborgifts.zendesk.com&ticket=1';
  const fields = {
    project: { id: '10000' },
    issuetype: { id: '10002' },
    summary: 'Checkout is down',
    description: adfOfText('Donors see 502.\nSince nine.'),
    labels: ['allclear'],
    priority: { name: 'High' },
    components: [{ id: '10010' }],
    customfield_10041: { value: 'Sev 1' },
  };
  await get('/serverInfo');
  await get('/myself');
  await get('/mypermissions?projectKey=PAY&permissions=CREATE_ISSUES,LINK_ISSUES,EDIT_ALL_COMMENTS');
  await get(`/mypermissions?issueKey=${key}&permissions=LINK_ISSUES`);
  await get('/field');
  await get('/status');
  await get('/project/search?query=pay');
  await get('/project/PAY');
  await get('/issue/createmeta/PAY/issuetypes');
  await get('/issue/createmeta/PAY/issuetypes/10002?maxResults=200');
  const made = await post<{ id: string }>('/issue', {
    fields,
    properties: [{ key: 'allclear', value: { incident: 12 } }],
  });
  await post('/issue', { fields: { project: { id: '10000' }, issuetype: { id: '10002' } } });
  await get(`/issue/${made.body.id}?fields=summary,status,resolution&properties=allclear`);
  await get(`/issue/${key}`);
  await put(`/issue/${key}?notifyUsers=false`, {
    update: { labels: [{ add: 'seen' }] },
    fields: { assignee: null },
  });
  await put(`/issue/${key}?returnIssue=true`, { fields: { summary: 'Down' } });
  const { body } = await post<{ id: number }>(`/issue/${key}/remotelink`, link(first));
  await post(`/issue/${key}/remotelink`, link(first, { status: { resolved: true } }));
  await post(`/issue/${key}/remotelink`, { object: { url: 'https://a.example/', title: 'A' } });
  await post(`/issue/${key}/remotelink`, { object: { url: 'https://a.example/', title: '' } });
  await get(`/issue/${key}/remotelink`);
  await get(`/issue/${key}/remotelink?globalId=${encodeURIComponent(first)}`);
  await get(`/issue/${key}/remotelink?globalId=none`);
  await get(`/issue/${key}/remotelink/${body.id}`);
  await put(`/issue/${key}/remotelink/${body.id}`, link(first));
  await del(`/issue/${key}/remotelink?globalId=${encodeURIComponent(first)}`);
  const again = await post<{ id: number }>(`/issue/${key}/remotelink`, link(first));
  await del(`/issue/${key}/remotelink/${again.body.id}`);
  await clock.advance(30_000);
  const comment = await post<{ id: string }>(`/issue/${key}/comment`, {
    body: adfOfText('3 customers'),
    properties: [{ key: 'sd.public.comment', value: { internal: true } }],
  });
  await get(`/issue/${key}/comment?orderBy=-created&maxResults=10`);
  await get(`/issue/${key}/comment/${comment.body.id}`);
  await put(`/issue/${key}/comment/${comment.body.id}`, { body: adfOfText('4 customers') });
  await get(`/issue/${key}?fields=*all`);
  await del(`/issue/${key}/comment/${comment.body.id}`);
  await put(`/issue/${key}/properties/allclear`, { count: 3 });
  await put(`/issue/${key}/properties/allclear`, { count: 4 });
  await get(`/issue/${key}/properties`);
  await get(`/issue/${key}/properties/allclear`);
  await del(`/issue/${key}/properties/allclear`);
  await get(`/issue/${key}/transitions?expand=transitions.fields`);
  await post(`/issue/${key}/transitions`, { transition: { id: '31' } });
  await post(`/issue/${key}/transitions`, {
    transition: { id: '31' },
    fields: { resolution: { name: 'Done' } },
  });
  await get(`/search/jql?jql=${encodeURIComponent('project = PAY')}&maxResults=1`);
  await post('/search/jql', {
    jql: 'project = PAY AND summary ~ "down"',
    fields: ['summary', 'status'],
    reconcileIssues: [10_501],
  });
  await post('/search/jql', { jql: 'order by created' });
  await post('/search/approximate-count', { jql: 'project = PAY' });
  await get('/issue/picker?query=down&currentJQL=project%20%3D%20PAY');
  await get('/issue/PAY-999');

  world.faults.script({}, { kind: 'too-many', retryAfter: 5 });
  await get('/myself');
  world.faults.script({}, { kind: 'server-error', status: 503, applied: false, retryAfter: 1 });
  await get('/myself');
  world.faults.script({}, { kind: 'database-conflict' });
  await put(`/issue/${key}`, { fields: { summary: 'Up' } });
  world.jira.account.expired = true;
  await get('/myself');
}
