import { fileURLToPath } from 'node:url';
import { type Browser, expect, type Frame, type Page, test } from '@playwright/test';
import { openWorkspace, type Workspace } from '../workspace/serve.ts';
import { realClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { addCustomer, type SmallOutage, smallOutage } from '../workspace/world/seed/build.ts';

/** The host page against Zendesk's real SDK file, message by message. The shapes are those of the SDK's own source. */

type Message = Record<string, unknown> & { key?: string; id?: number };
type Sdk = {
  get(path: unknown): Promise<Record<string, unknown>>;
  set(...args: unknown[]): Promise<unknown>;
  invoke(...args: unknown[]): Promise<Record<string, never>>;
  request(options: unknown): Promise<unknown>;
  on(event: string, handler: (value: unknown) => unknown): void;
  off(event: string, handler: unknown): void;
  trigger(event: string, value?: unknown): void;
  postMessage(name: string, value?: unknown): void;
  context(): Promise<unknown>;
  metadata(): Promise<unknown>;
  instance(guid: string): Sdk;
};
declare global {
  interface Window {
    client: Sdk;
    early: Promise<Record<string, unknown>>;
    heard: unknown[];
    messages: Message[];
  }
}

let workspace: Workspace;
let seed: SmallOutage;

test.beforeAll(async () => {
  const world = createWorld({ clock: realClock(), settings: { latency: { read: 5, write: 5, jitter: 0 } } });
  seed = smallOutage(world, { reports: 24 });
  const appDir = fileURLToPath(new URL('../workspace/host/probe', import.meta.url));
  workspace = await openWorkspace({ world, appDir, settings: { slack_token: 'xoxb-secret' } });
});
test.afterAll(() => workspace.close());

let next = 0;
const freshTicket = () => seed.reports[next++ % seed.reports.length]!.id;
const at = (name: string) => `[data-test-id="${name}"]`;

async function open(browser: Browser, ticketId = freshTicket(), agent = 'mara') {
  const context = await browser.newContext();
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  // In the host this records what the app says, in the app what the host says: exactly as it was posted.
  await page.addInitScript(() => {
    window.messages = [];
    window.addEventListener('message', ({ data }) => {
      const message = typeof data === 'string' ? JSON.parse(data) : data;
      window.messages.push({ ...message, wasText: typeof data === 'string' });
    });
  });
  await page.goto(`${workspace.url}#/tickets/${ticketId}?agent=${agent}`);
  const app = await frameOf(page, 'app-frame');
  await app.evaluate(() => window.early);
  return { page, app, ticketId, problems, close: () => context.close() };
}

async function frameOf(page: Page, name: string): Promise<Frame> {
  const element = await page.locator(`${at(name)}:visible`).elementHandle();
  const frame = await element!.contentFrame();
  await frame!.waitForFunction(() => 'client' in window);
  return frame!;
}

const fromApp = (page: Page) => page.evaluate(() => window.messages);
const fromHost = (app: Frame) => app.evaluate(() => window.messages);

test('the app is loaded from another site, with what the SDK needs in its address', async ({ browser }) => {
  const { page, app, close } = await open(browser);
  const address = new URL(app.url());
  expect(address.hostname).toBe('127.0.0.1');
  expect(new URL(page.url()).hostname).toBe('localhost');
  expect(address.searchParams.get('origin')).toBe(new URL(page.url()).origin);
  expect(address.searchParams.get('app_guid')).toMatch(/^[0-9a-f-]{36}$/);
  expect(address.searchParams.get('colorScheme')).toBe('light');
  expect(await page.locator(at('app-frame')).getAttribute('sandbox')).not.toContain('modals');
  await close();
});

test('the handshake comes first, is answered once, and lets the queue out', async ({ browser }) => {
  const { page, app, ticketId, close } = await open(browser);
  expect(await app.evaluate(() => window.early)).toMatchObject({
    'ticket.id': ticketId,
    colorScheme: 'light',
  });
  const said = await fromApp(page);
  expect(said[0]).toMatchObject({ key: 'iframe.handshake', message: { version: expect.any(String) } });
  expect(said[1]?.key).toBe('iframe.on:context.updated');
  await app.evaluate(() => window.parent.postMessage(JSON.stringify({ key: 'iframe.handshake' }), '*'));
  await app.evaluate(() => window.client.get('ticket.id'));
  const heard = await fromHost(app);
  expect(heard.filter(({ key }) => key === 'zaf.app.registered')).toHaveLength(1);
  expect(heard[0]).toMatchObject({
    key: 'zaf.app.registered',
    message: {
      context: {
        product: 'support',
        location: 'ticket_sidebar',
        account: { subdomain: 'harborgifts' },
        ticketId,
      },
      metadata: { name: 'Probe', version: '1.0.0', settings: { greeting: 'hello' } },
    },
  });
  expect(heard.every(({ wasText }) => wasText)).toBe(true);
  expect(JSON.stringify(heard)).not.toContain('xoxb-secret');
  await close();
});

test('get: one path, several, and those that fail', async ({ browser }) => {
  const { page, app, ticketId, close } = await open(browser);
  const seen = await app.evaluate(async () => ({
    one: await window.client.get('ticket.id'),
    several: await window.client.get(['ticket.id', 'nope']),
    wrong: await window.client.get('nope').catch((error: Error) => [error.name, error.message]),
    problem: await window.client.get('ticket.problem_id').catch((error: Error) => error.message),
  }));
  expect(seen.one).toEqual({ 'ticket.id': ticketId, errors: {} });
  expect(seen.several).toMatchObject({ 'ticket.id': ticketId, errors: { nope: { message: 'No such Api' } } });
  expect(seen.wrong).toEqual(['HostError', '"nope" No such Api']);
  expect(seen.problem).toContain('No such Api');
  const asked = (await fromApp(page)).find(
    ({ request, params }) => request === 'get' && String(params) === 'ticket.id',
  );
  expect(asked).toMatchObject({ id: expect.any(Number), params: ['ticket.id'] });
  const answered = (await fromHost(app)).find(({ id }) => id === asked?.id);
  expect(answered).toEqual({ id: asked?.id, result: { 'ticket.id': ticketId, errors: {} }, wasText: true });
  await close();
});

test('set: the open form changes, and Zendesk only on submit', async ({ browser }) => {
  const { page, app, ticketId, close } = await open(browser);
  await app.evaluate(() => window.client.set({ 'ticket.priority': 'low', 'comment.type': 'internalNote' }));
  await expect(page.locator(at('ticket-priority'))).toHaveValue('low');
  await expect(page.locator(at('composer-mode'))).toHaveValue('internalNote');
  expect(workspace.world.ticket(ticketId).priority).toBe('urgent');
  const refused = app.evaluate(() => window.client.set('ticket.status', 'closed'));
  await expect(refused).rejects.toThrow('ticket.status');
  await page.locator(at('submit')).click();
  await expect(page.locator(at('save-state'))).toHaveText('Saved');
  expect(workspace.world.ticket(ticketId).priority).toBe('low');
  await close();
});

test('invoke: notify, insert, append, routeTo', async ({ browser }) => {
  const { page, app, close } = await open(browser);
  const composer = page.locator(at('composer'));
  await composer.pressSequentially('Before after');
  for (let i = 0; i < ' after'.length; i++) await page.keyboard.press('ArrowLeft');
  await app.evaluate(() => window.client.invoke('ticket.editor.insert', '<b>, in between,</b>'));
  await expect(composer).toHaveText('Before, in between, after');
  await expect(composer.locator('b')).toHaveCount(1);
  await app.evaluate(() => window.client.invoke('comment.appendText', '<i>not markup</i>'));
  await expect(composer).toContainText('<i>not markup</i>');
  const text = await app.evaluate(() => window.client.get('comment.text'));
  expect(text['comment.text']).toContain('<b>, in between,</b>');
  const answered = await app.evaluate(() => window.client.invoke('notify', 'Well done', 'notice'));
  expect(answered).toEqual({ errors: {} });
  await expect(page.locator(at('toast'))).toHaveText('Well done');
  await app.evaluate((id) => window.client.invoke('routeTo', 'ticket', id), seed.incident.id);
  await expect(page).toHaveURL(new RegExp(`tickets/${seed.incident.id}`));
  await close();
});

test('invoke: unknown actions reject, several actions answer together', async ({ browser }) => {
  const { app, close } = await open(browser);
  await expect(app.evaluate(() => window.client.invoke('explode'))).rejects.toThrow('No such Api');
  const both = await app.evaluate(() => window.client.invoke({ 'ticket.tags.add': ['vip'], explode: [] }));
  expect(both).toMatchObject({ errors: { explode: { name: 'HostError' } } });
  expect((await app.evaluate(() => window.client.get('ticket.tags')))['ticket.tags']).toContain('vip');
  await close();
});

test('request: subscribed, answered under its key, as done or as fail', async ({ browser }) => {
  const { page, app, close } = await open(browser);
  const me = await app.evaluate(() => window.client.request('/api/v2/users/me.json'));
  expect(me).toMatchObject({ user: { name: 'Mara Lind' } });
  const wrong = await app.evaluate(() =>
    window.client.request({ url: '/api/v2/tickets/999999.json' }).catch((reason: unknown) => reason),
  );
  expect(wrong).toMatchObject({
    status: 404,
    statusText: 'Not Found',
    responseJSON: { error: 'RecordNotFound' },
  });
  const said = (await fromApp(page)).map(({ key }) => key);
  const requested = said.indexOf('request:1');
  expect(said.indexOf('iframe.on:request:1.done')).toBeLessThan(requested);
  expect(said.indexOf('iframe.on:request:1.fail')).toBeLessThan(requested);
  const heard = await fromHost(app);
  const done = heard.find(({ key }) => key === 'zaf.request:1.done') as {
    message?: { responseArgs: unknown[] };
  };
  expect(done.message?.responseArgs.slice(1)).toMatchObject(['success', { status: 200, readyState: 4 }]);
  expect(heard.find(({ key }) => key === 'zaf.request:2.fail')).toMatchObject({
    message: { responseArgs: [{ status: 404 }, 'error', 'Not Found'] },
  });
  await close();
});

test('request: the proxy lets out only what the manifest lists', async ({ browser }) => {
  const { app, close } = await open(browser);
  const reason = await app.evaluate(() =>
    window.client
      .request({ url: 'https://evil.example/', secure: true })
      .catch((refused: unknown) => refused),
  );
  expect(reason).toMatchObject({ status: 400, responseText: 'Proxy error: Invalid request' });
  await close();
});

test('events: what the agent and the account change is told to those who listen', async ({ browser }) => {
  const { page, app, ticketId, close } = await open(browser);
  await app.evaluate(() => {
    for (const event of [
      'ticket.priority.changed',
      '*.changed',
      'ticket.updated',
      'colorScheme.changed',
      'comment.text.changed',
    ])
      window.client.on(event, (value) => window.heard.push([event, value ?? null]));
  });
  await page.locator(at('ticket-priority')).selectOption('high');
  await page.locator(at('composer')).pressSequentially('H');
  await page.locator(at('scheme-switch')).click();
  workspace.world.customerWrites(ticketId, 'Any news?');
  await expect(page.locator(at('comment')).last()).toContainText('Any news?');
  const heard = await app.evaluate(() => window.heard);
  expect(heard).toContainEqual(['ticket.priority.changed', 'high']);
  expect(heard).toContainEqual([
    '*.changed',
    { propertyName: 'ticket.priority', newValue: 'high', oldValue: 'urgent' },
  ]);
  expect(heard).toContainEqual(['comment.text.changed', 'H']);
  expect(heard).toContainEqual(['colorScheme.changed', 'dark']);
  expect(heard).toContainEqual(['ticket.updated', null]);
  await close();
});

test('events: activated, deactivated, and will be destroyed', async ({ browser }) => {
  const { page, app, ticketId, close } = await open(browser);
  await page.locator(at('nav-views')).click();
  await page
    .locator(at(`tab-${ticketId}`))
    .getByRole('link')
    .click();
  await expect
    .poll(() => app.evaluate(() => window.heard.map((one) => (one as [string])[0])))
    .toEqual(['app.activated', 'app.deactivated', 'app.activated']);
  const gone = app.evaluate(
    () => new Promise((resolve) => window.client.on('app.willDestroy', () => resolve('heard'))),
  );
  await page.getByRole('button', { name: `Close ticket ${ticketId}` }).click();
  expect(await gone).toBe('heard');
  await expect(page.locator(at('app-frame'))).toHaveCount(0);
  await close();
});

const refusals: [string, () => unknown, string][] = [
  ['returns text', () => 'Old reply: refresh it first', 'Old reply: refresh it first'],
  ['returns false', () => false, 'An app has stopped this ticket from being saved.'],
  [
    'throws',
    () => {
      throw new Error('Broken handler');
    },
    'Broken handler',
  ],
  ['rejects', () => Promise.reject(new Error('Not yet')), 'Not yet'],
  ['rejects without a reason', () => Promise.reject(), 'An app has stopped this ticket from being saved.'],
];
for (const [how, handler, words] of refusals) {
  test(`the ticket.save hook: a handler that ${how} blocks the save`, async ({ browser }) => {
    const { page, app, ticketId, close } = await open(browser);
    const before = workspace.world.ticket(ticketId).audits.length;
    await app.evaluate(`window.client.on('ticket.save', ${handler.toString()})`);
    await page.locator(at('submit')).click();
    await expect(page.locator(at('toast'))).toHaveText(words);
    await expect(page.locator(at('save-state'))).toHaveText('Not saved');
    expect(workspace.world.ticket(ticketId).audits).toHaveLength(before);
    const replies = (await fromApp(page)).filter(({ key }) => key === 'iframe.reply:ticket.save');
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatchObject({ appGuid: expect.any(String), wasText: false });
    await close();
  });
}

test('the ticket.save hook: what resolves lets the save through, and the steps are told', async ({
  browser,
}) => {
  const { page, app, ticketId, close } = await open(browser);
  await app.evaluate(() => {
    window.client.on('ticket.save', async () => {
      const { 'ticket.status': status } = await window.client.get('ticket.status');
      window.heard.push(['ticket.save', status]);
      return false;
    });
    for (const step of ['start', 'done', 'fail', 'always'])
      window.client.on(`ticket.submit.${step}`, () => window.heard.push([step]));
    window.heard.length = 0;
  });
  await page.locator(at('composer')).pressSequentially('Here you are.');
  await page.locator(at('submit-menu')).click();
  await page.locator(at('submit-status-pending')).click();
  await expect(page.locator(at('save-state'))).toHaveText('Saved');
  expect(await app.evaluate(() => window.heard)).toEqual([
    ['ticket.save', 'pending'],
    ['start'],
    ['done'],
    ['always'],
  ]);
  expect(workspace.world.ticket(ticketId).status).toBe('pending');
  expect(workspace.world.ticket(ticketId).publicComments.at(-1)?.body).toBe('Here you are.');
  await expect(page.locator(at('composer'))).toBeEmpty();
  await close();
});

test('instances: a modal and the sidebar talk to each other', async ({ browser }) => {
  const { page, app, problems, close } = await open(browser);
  const made = await app.evaluate(() =>
    window.client.invoke('instances.create', {
      location: 'modal',
      url: 'assets/index.html#modal',
      size: { width: '500px', height: '300px' },
    }),
  );
  const [{ instanceGuid }] = made['instances.create'] as unknown as [{ instanceGuid: string }];
  const modal = await frameOf(page, 'modal-frame');
  expect(new URL(modal.url()).hash).toBe('#modal');
  expect(new URL(modal.url()).searchParams.get('app_guid')).toBe(instanceGuid);
  expect(await modal.evaluate(() => window.client.context())).toMatchObject({
    location: 'modal',
    instanceGuid,
  });
  await expect(page.locator(at('modal-frame'))).toHaveCSS('width', '500px');
  const listed = await app.evaluate(() => window.client.get('instances'));
  expect(listed.instances).toMatchObject({ [instanceGuid]: { location: 'modal' } });

  await app.evaluate((guid) => {
    for (const event of ['modal.save', 'modal.close'])
      window.client.instance(guid).on(event, (value) => window.heard.push([event, value ?? null]));
  }, instanceGuid);
  await modal.evaluate(() => window.client.on('draft', (value) => window.heard.push(['draft', value])));
  await modal.evaluate(() => window.client.get('ticket.id'));
  await app.evaluate((guid) => window.client.instance(guid).trigger('draft', 4), instanceGuid);
  await modal.evaluate(() => window.client.trigger('modal.save', { n: 4 }));
  await expect.poll(() => modal.evaluate(() => window.heard)).toContainEqual(['draft', 4]);
  await expect.poll(() => app.evaluate(() => window.heard)).toContainEqual(['modal.save', { n: 4 }]);
  await modal.evaluate(() => void window.client.invoke('destroy'));
  await expect(page.locator(at('modal'))).toHaveCount(0);
  await expect.poll(() => app.evaluate(() => window.heard)).toContainEqual(['modal.close', null]);
  expect(problems).toEqual([]);
  await close();
});

test('chatter is accepted, other windows are not', async ({ browser }) => {
  const { page, app, problems, close } = await open(browser);
  const before = (await fromHost(app)).length;
  await app.evaluate(() => {
    for (const name of ['session.live', 'session.idle', '__track__', 'something'])
      window.client.postMessage(name, { any: 'thing' });
    window.parent.postMessage('no JSON {', '*');
    return window.client.invoke('track', { type: 'click', value: 'x' });
  });
  expect((await fromHost(app)).length).toBe(before + 1);
  await page.evaluate(() =>
    window.postMessage({ id: 1, request: 'invoke', params: { notify: ['Forged'] } }, '*'),
  );
  await app.evaluate(() => window.client.get('ticket.id'));
  await expect(page.locator(at('toast'))).toHaveCount(0);
  // The one that cannot be parsed is the recorder's problem above, not the host's.
  expect(problems.filter((problem) => !problem.includes('JSON'))).toEqual([]);
  await close();
});

test('the frame can be reloaded, and speaks again', async ({ browser }) => {
  const { page, ticketId, close } = await open(browser);
  await page.locator(at('reload-apps')).click();
  await expect(page.locator(at('app-frame'))).toHaveCount(1);
  const again = await frameOf(page, 'app-frame');
  expect(await again.evaluate(() => window.early)).toMatchObject({ 'ticket.id': ticketId });
  await close();
});

test('two windows share one world, and an edit in progress survives the other', async ({ browser }) => {
  const mine = await open(browser);
  const theirs = await open(browser, mine.ticketId, 'tom');
  await mine.page.locator(at('ticket-priority')).selectOption('low');
  await theirs.page.locator(at('ticket-type')).selectOption('question');
  await theirs.page.locator(at('submit')).click();
  await expect(mine.page.locator(at('ticket-type'))).toHaveValue('question');
  await expect(mine.page.locator(at('ticket-priority'))).toHaveValue('low');
  await mine.close();
  await theirs.close();
});

test('a light agent cannot reply in public, a messaging ticket keeps plain text', async ({ browser }) => {
  const light = await open(browser, freshTicket(), 'ines');
  await expect(light.page.locator(at('composer-mode'))).toHaveValue('internalNote');
  await expect(light.page.locator(`${at('composer-mode')} option[value="publicReply"]`)).toBeDisabled();
  await light.close();
  const customer = addCustomer(workspace.world, 1);
  const chat = workspace.world.addTicket({
    subject: 'Hello?',
    text: 'Hello?',
    requesterId: customer.id,
    channel: 'native_messaging',
  });
  const { page, app, close } = await open(browser, chat.id);
  await app.evaluate(() => window.client.invoke('ticket.editor.insert', '<p>One <b>two</b></p><p>three</p>'));
  await expect(page.locator(at('composer'))).toHaveText('One two\n\nthree', { useInnerText: true });
  await close();
});

test('what a customer writes never runs in the host page', async ({ browser }) => {
  const html = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><a href="javascript:window.hacked=1">go</a>
    <style>body{display:none}</style><iframe srcdoc="<script>parent.hacked=1</script>"></iframe><b>bold</b>`;
  const customer = workspace.world.addUser({ name: '<img src=x onerror="window.hacked=1">' });
  const ticket = workspace.world.addTicket({
    subject: '<b onclick=1>Sub</b>',
    html,
    requesterId: customer.id,
  });
  const { page, app, close } = await open(browser, ticket.id);
  await expect(page.locator(at('comment')).locator('b')).toHaveText('bold');
  await app.evaluate((text) => window.client.invoke('ticket.editor.insert', text), html);
  await app.evaluate((text) => window.client.set('comment.text', text), html);
  await page.locator(at('comment')).locator('a').click();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await expect(page.getByRole('heading', { level: 1, name: '<b onclick=1>Sub</b>' })).toBeVisible();
  await close();
});
