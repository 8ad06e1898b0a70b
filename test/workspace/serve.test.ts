import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace, type Workspace } from './serve.ts';

let workspace: Workspace;
beforeAll(async () => {
  const appDir = fileURLToPath(new URL('host/probe', import.meta.url));
  workspace = await openWorkspace({ appDir, record: true, settings: { slack_token: 'xoxb-secret' } });
});
afterAll(() => workspace.close());

const ask = async (path: string) => {
  const response = await fetch(new URL(path, workspace.url));
  return { status: response.status, text: await response.text() };
};

test('of the built app one thing is changed: where the SDK comes from', async () => {
  const html = await (await fetch(workspace.appUrl)).text();
  expect(html).toContain('<script src="/zaf_sdk.js"></script>');
  expect(html).toContain('<script src="./probe.js"></script>');
  expect(html).not.toContain('zdassets');
  const sdk = await (await fetch(new URL('/zaf_sdk.js', workspace.appUrl))).text();
  expect(sdk).toContain('iframe.handshake');
});

test('only assets are served of the package', async () => {
  for (const path of [
    '/manifest.json',
    '/assets/../manifest.json',
    '/assets/%2e%2e/manifest.json',
    '/assets/nope.js',
  ])
    expect((await fetch(new URL(path, workspace.appUrl))).status).toBe(404);
});

test('no secure setting reaches the browser', async () => {
  const { status, text } = await ask('/__workspace/start');
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({ installation: { settings: { greeting: 'hello' } } });
  expect(text).not.toContain('xoxb-secret');
});

test('an outage is in progress', async () => {
  const rows = JSON.parse((await ask('/__workspace/tickets')).text) as { type: string }[];
  expect(rows.filter(({ type }) => type === 'incident').length).toBeGreaterThan(30);
  const agents = (JSON.parse((await ask('/__workspace/start')).text) as { agents: { slug: string }[] })
    .agents;
  expect(agents.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['mara', 'tom', 'ines']));
});

test('what the workspace does not know is refused by name', async () => {
  expect(await ask('/__workspace/nonsense')).toEqual({
    status: 404,
    text: 'The workspace does not know GET /__workspace/nonsense.',
  });
  expect(await ask('/__workspace/tickets/1?agent=1')).toMatchObject({
    status: 404,
    text: 'There is no ticket 1.',
  });
});

test('other names for this machine are refused', async () => {
  const { port } = new URL(workspace.url);
  expect(await statusOf(workspace.url, '/', { host: `evil.example:${port}` })).toBe(403);
});

test('no address is too odd for an answer', async () => {
  const sites = [workspace.url, workspace.appUrl];
  const statuses = (path: string) => Promise.all(sites.map((site) => statusOf(site, path)));
  expect(await statuses('//')).toEqual([200, 404]); // `${workspace.url}/#/tickets/1` asks for this
  expect(await statuses('///__workspace/start')).toEqual([200, 404]);
  for (const path of ['//evil.example/assets', '/%', '/assets/%E0%A4%A', 'http://:0/', '/\\', '*'])
    expect(await statuses(path), path).toEqual([404, 404]);
  expect((await ask('/')).status).toBe(200);
});

/** Asks for this very path; `fetch` would tidy it up first. */
function statusOf(site: string, path: string, headers: Record<string, string> = {}): Promise<unknown> {
  const { port } = new URL(site);
  return new Promise((resolve, reject) => {
    request(
      { host: '127.0.0.1', port, path, headers: { host: `127.0.0.1:${port}`, ...headers } },
      (response) => resolve(response.resume().statusCode),
    )
      .on('error', reject)
      .end();
  });
}

test('an app’s request is recorded, the page’s own reading is not', async () => {
  const { agents } = JSON.parse((await ask('/__workspace/start')).text) as { agents: { id: number }[] };
  const body = JSON.stringify({ agent: agents[0]?.id, options: { url: '/api/v2/users/me.json' } });
  const response = await fetch(new URL('/__workspace/request', workspace.url), { method: 'POST', body });
  expect(await response.json()).toMatchObject({ done: true });
  expect(workspace.world.traffic?.exchanges.map((one) => one.request.url)).toEqual(['/api/v2/users/me.json']);
});
