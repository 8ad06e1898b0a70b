import { expect, test } from '@playwright/test';
import { at, fromApp, fromHost, openProbe, type Probe } from './openProbe.ts';

let probe: Probe;
test.beforeAll(async () => {
  probe = await openProbe();
});
test.afterAll(() => probe.workspace.close());

test('the app is loaded from another site, with what the SDK needs in its address', async ({ browser }) => {
  const { page, app, close } = await probe.open(browser);
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
  const { page, app, ticketId, close } = await probe.open(browser);
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
  const { page, app, ticketId, close } = await probe.open(browser);
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
  const { page, app, ticketId, close } = await probe.open(browser);
  await app.evaluate(() => window.client.set({ 'ticket.priority': 'low', 'comment.type': 'internalNote' }));
  await expect(page.locator(at('ticket-priority'))).toHaveValue('low');
  await expect(page.locator(at('composer-mode'))).toHaveValue('internalNote');
  expect(probe.workspace.world.ticket(ticketId).priority).toBe('urgent');
  const refused = app.evaluate(() => window.client.set('ticket.status', 'closed'));
  await expect(refused).rejects.toThrow('ticket.status');
  await page.locator(at('submit')).click();
  await expect(page.locator(at('save-state'))).toHaveText('Saved');
  expect(probe.workspace.world.ticket(ticketId).priority).toBe('low');
  await close();
});

test('invoke: notify, insert, append, routeTo', async ({ browser }) => {
  const { page, app, close } = await probe.open(browser);
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
  await app.evaluate((id) => window.client.invoke('routeTo', 'ticket', id), probe.seed.incident.id);
  await expect(page).toHaveURL(new RegExp(`tickets/${probe.seed.incident.id}`));
  await close();
});

test('invoke: unknown actions reject, several actions answer together', async ({ browser }) => {
  const { app, close } = await probe.open(browser);
  await expect(app.evaluate(() => window.client.invoke('explode'))).rejects.toThrow('No such Api');
  const both = await app.evaluate(() => window.client.invoke({ 'ticket.tags.add': ['vip'], explode: [] }));
  expect(both).toMatchObject({ errors: { explode: { name: 'HostError' } } });
  expect((await app.evaluate(() => window.client.get('ticket.tags')))['ticket.tags']).toContain('vip');
  await close();
});

test('request: subscribed, answered under its key, as done or as fail', async ({ browser }) => {
  const { page, app, close } = await probe.open(browser);
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
  const { app, close } = await probe.open(browser);
  const reason = await app.evaluate(() =>
    window.client
      .request({ url: 'https://evil.example/', secure: true })
      .catch((refused: unknown) => refused),
  );
  expect(reason).toMatchObject({ status: 400, responseText: 'Proxy error: Invalid request' });
  await close();
});

test('chatter is accepted, other windows are not', async ({ browser }) => {
  const { page, app, problems, close } = await probe.open(browser);
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
