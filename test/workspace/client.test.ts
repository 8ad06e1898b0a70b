import { describe, expect, test } from 'vitest';
import type { ZafClient as AppClient } from '../../src/adapters/zaf/client.ts';
import { openClient } from './client.ts';
import { createRecorder } from './record.ts';
import { virtualClock } from './world/clock.ts';
import { createWorld } from './world/createWorld.ts';
import { smallOutage } from './world/seed/build.ts';

function open() {
  const clock = virtualClock();
  const world = createWorld({ clock });
  const { mara, reports } = smallOutage(world);
  const ticketId = reports[0]!.id;
  return { ...openClient(world, { agent: mara.id, ticketId }), world, clock, ticketId };
}

test('the client is one that the app can use', async () => {
  const client: AppClient = open().client;
  expect(await client.get(['colorScheme', 'nope'])).toMatchObject({
    colorScheme: 'light',
    errors: { nope: {} },
  });
});

describe('client.request', () => {
  test('resolves with the parsed body, in the session of the agent', async () => {
    const { client, clock } = open();
    const body = await clock.run(client.request('/api/v2/users/me.json'));
    expect(body).toMatchObject({ user: { name: 'Mara Lind' } });
  });

  test('shows status and headers to those who ask for the complete response', async () => {
    const { client, clock, ticketId } = open();
    const url = `/api/v2/tickets/${ticketId}.json`;
    const response = await clock.run(client.request({ url, httpCompleteResponse: true }));
    expect(response).toMatchObject({
      status: 200,
      statusText: 'OK',
      responseJSON: { ticket: { id: ticketId } },
    });
    expect(response).toHaveProperty('headers');
  });

  test('rejects with what jQuery would: status, text and JSON', async () => {
    const { client, clock } = open();
    const refused = clock.run(client.request('/api/v2/tickets/999999.json'));
    await expect(refused).rejects.toMatchObject({
      status: 404,
      statusText: 'Not Found',
      readyState: 4,
      responseJSON: { error: 'RecordNotFound' },
    });
  });

  test('an answer that is no JSON is text alone', async () => {
    const { client, clock, world } = open();
    world.faults.script(
      { url: /users\/me/ },
      { kind: 'server-error', status: 503, applied: false, retryAfter: 7 },
    );
    const refused = clock.run(client.request({ url: '/api/v2/users/me.json', httpCompleteResponse: true }));
    const response = await refused.catch((reason: unknown) => reason);
    expect(response).toMatchObject({ status: 503, headers: { 'retry-after': '7' } });
    expect(response).not.toHaveProperty('responseJSON');
  });

  test('a lost response has status 0', async () => {
    const { client, clock, world } = open();
    world.faults.script({ url: /users\/me/ }, { kind: 'lost', applied: false });
    const refused = clock.run(client.request('/api/v2/users/me.json'));
    await expect(refused).rejects.toMatchObject({ status: 0, readyState: 0, responseText: '' });
  });

  test('a time-out ends the waiting, not the call', async () => {
    const { client, clock, world } = open();
    world.faults.script({ url: /users\/me/ }, { kind: 'slow', ms: 60_000 });
    const refused = clock.run(client.request({ url: '/api/v2/users/me.json', timeout: 5000 }));
    await expect(refused).rejects.toMatchObject({ status: 0, statusText: 'timeout' });
  });

  test('data becomes a query, a form, or JSON', async () => {
    const { client, clock, world } = open();
    world.traffic = createRecorder();
    await clock.run(client.request({ url: '/api/v2/users/show_many.json', data: { ids: '1,2' } }));
    expect(world.traffic.exchanges[0]?.request.url).toBe('/api/v2/users/show_many.json?ids=1%2C2');
  });

  test('an option that jQuery would pass over is refused by name', async () => {
    const { client } = open();
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    const before = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', note);
    const wrong = { url: '/api/v2/users/me.json', method: 'PUT' };
    await expect(client.request(wrong)).rejects.toMatchObject({
      statusText: expect.stringContaining('method'),
    });
    await new Promise((resolve) => setImmediate(resolve));
    process.removeListener('unhandledRejection', note);
    for (const listener of before) process.on('unhandledRejection', listener);
    expect(unhandled).toHaveLength(1);
  });
});

describe('instances', () => {
  test('a modal talks to the sidebar that opened it', async () => {
    const { client, modal, session } = open();
    const made = await client.invoke('instances.create', {
      location: 'modal',
      url: 'assets/index.html#modal',
    });
    const [{ instanceGuid }] = made['instances.create'] as [{ instanceGuid: string }];
    const heard: unknown[] = [];
    client.instance(instanceGuid).on('modal.save', (value) => heard.push(value));
    client.instance(instanceGuid).on('modal.close', () => heard.push('closed'));
    const inside = modal(instanceGuid);
    expect(await inside.context()).toMatchObject({ location: 'modal', instanceGuid });
    expect(await client.instance(instanceGuid).context()).toMatchObject({ location: 'modal' });
    inside.trigger('modal.save', { stage: 'identified' });
    void inside.invoke('destroy'); // its page is gone before an answer could come
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual([{ stage: 'identified' }, 'closed']);
    expect(session.instances.open.has(instanceGuid)).toBe(false);
  });

  test('the sidebar talks to the modal it opened', async () => {
    const { client, modal } = open();
    const made = await client.invoke('instances.create', { location: 'modal' });
    const [{ instanceGuid }] = made['instances.create'] as [{ instanceGuid: string }];
    const inside = modal(instanceGuid);
    const heard: unknown[] = [];
    inside.on('draft', (value) => heard.push(value));
    await inside.get('ticket.id');
    client.instance(instanceGuid).trigger('draft', 4);
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual([4]);
  });

  test('the app can lead the agent to another ticket', async () => {
    const { client, session } = open();
    await client.invoke('routeTo', 'ticket', 3016);
    expect(session.routes).toEqual([{ type: 'ticket', id: 3016 }]);
  });
});
