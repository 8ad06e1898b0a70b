import { describe, expect, test } from 'vitest';
import { openClient } from '../client.ts';
import { virtualClock } from '../world/clock.ts';
import { createWorld } from '../world/createWorld.ts';
import { smallOutage } from '../world/seed/build.ts';

/** The host's end of an iframe, spoken to in raw messages. */
function open() {
  const clock = virtualClock();
  const world = createWorld({ clock });
  const { mara, reports } = smallOutage(world);
  const { session } = openClient(world, { agent: mara.id, ticketId: reports[0]!.id });
  const { guid } = session.instances.add({ location: 'ticket_sidebar', guid: 'G' });
  const raw: unknown[] = [];
  const port = session.instances.connect(guid, (message) => raw.push(message));
  const say = (message: Record<string, unknown>) =>
    port.receive(JSON.stringify({ appGuid: 'G', instanceGuid: 'G', ...message }));
  const messages = () => raw.map((one) => JSON.parse(String(one)) as Record<string, unknown>);
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { world, clock, session, say, raw, messages, settled, port, ticketId: reports[0]!.id };
}

test('the handshake is answered once, in JSON text', () => {
  const { say, raw, messages } = open();
  say({ key: 'iframe.handshake', message: { version: '2.0' } });
  say({ key: 'iframe.handshake', message: { version: '2.0' } });
  expect(raw.every((message) => typeof message === 'string')).toBe(true);
  expect(messages().filter(({ key }) => key === 'zaf.app.registered')).toHaveLength(1);
  expect(messages()[0]).toMatchObject({
    key: 'zaf.app.registered',
    message: { context: { instanceGuid: 'G', location: 'ticket_sidebar' }, metadata: { appId: 770_100 } },
  });
  expect(messages()[1]).toMatchObject({ key: 'zaf.app.activated' });
});

describe('answers', () => {
  test('hold the paths asked, and errors', async () => {
    const { say, messages, settled, ticketId } = open();
    say({ id: 1, request: 'get', params: ['ticket.id', 'nope'] });
    await settled();
    expect(messages()[0]).toEqual({
      id: 1,
      result: {
        'ticket.id': ticketId,
        errors: { nope: { name: 'HostError', message: 'No such Api', path: 'nope' } },
      },
    });
  });

  test('are one error when all paths failed', async () => {
    const { say, messages, settled } = open();
    say({ id: 2, request: 'set', params: { 'ticket.id': 3 } });
    await settled();
    expect(messages()[0]).toMatchObject({ id: 2, error: { name: 'HostError', path: 'ticket.id' } });
  });

  test('to an invoke with nothing to say still hold a result', async () => {
    const { say, messages, settled, session } = open();
    say({ id: 3, request: 'invoke', params: { notify: ['Hi', 'alert', { sticky: true }] } });
    await settled();
    expect(messages()[0]).toEqual({ id: 3, result: { errors: {} } });
    expect(session.toasts).toEqual([{ text: 'Hi', kind: 'alert', life: undefined }]);
  });

  test('to instances.create name the new instance', async () => {
    const { say, messages, settled, session } = open();
    say({
      id: 4,
      request: 'invoke',
      params: { 'instances.create': [{ location: 'modal', url: 'a.html#modal' }] },
    });
    await settled();
    const { result } = messages()[0] as { result: Record<string, { instanceGuid: string }[]> };
    const made = result['instances.create']?.[0]?.instanceGuid ?? '';
    expect(session.instances.open.get(made)).toMatchObject({
      location: 'modal',
      parent: 'G',
      url: 'a.html#modal',
    });
  });

  test('are given to objects as to JSON text', async () => {
    const { port, messages, settled } = open();
    port.receive({ id: 5, request: 'get', params: ['colorScheme'] });
    await settled();
    expect(messages()[0]).toMatchObject({ id: 5, result: { colorScheme: 'light' } });
  });
});

describe('events', () => {
  test('go to those who listen, until the last handler is gone', () => {
    const { say, messages, session } = open();
    say({ key: 'iframe.handshake' });
    const heard = () => messages().filter(({ key }) => key === 'zaf.colorScheme.changed');
    session.setColorScheme('dark');
    expect(heard()).toHaveLength(0);
    say({ key: 'iframe.on:colorScheme.changed', message: { subscriberCount: 2 } });
    session.setColorScheme('light');
    say({ key: 'iframe.off:colorScheme.changed', message: { subscriberCount: 1 } });
    session.setColorScheme('dark');
    expect(heard()).toEqual([
      { key: 'zaf.colorScheme.changed', message: 'light' },
      { key: 'zaf.colorScheme.changed', message: 'dark' },
    ]);
    say({ key: 'iframe.off:colorScheme.changed', message: { subscriberCount: 0 } });
    session.setColorScheme('light');
    expect(heard()).toHaveLength(2);
  });

  test('of another instance reach those who listen to it there, and no one else', () => {
    const { say, messages, session } = open();
    say({ key: 'iframe.handshake' });
    const modal = session.instances.add({ location: 'modal', guid: 'M' });
    const inModal: unknown[] = [];
    const port = session.instances.connect(modal.guid, (message) => inModal.push(message));
    port.receive({ key: 'iframe.handshake', instanceGuid: 'M' });
    port.receive({ key: 'iframe.on:done', message: { subscriberCount: 1 }, instanceGuid: 'M' });
    port.receive({ key: 'iframe.trigger:done', message: 1, instanceGuid: 'M' });
    say({ key: 'iframe.on:done', message: { subscriberCount: 1 }, instanceGuid: 'M' });
    port.receive({ key: 'iframe.trigger:done', message: 2, instanceGuid: 'M' });
    const heard = messages().filter(({ key }) => key === 'zaf.done');
    expect(heard).toEqual([{ key: 'zaf.done', instanceGuid: 'M', message: 2 }]);
    expect(inModal.filter((message) => String(message).includes('zaf.done'))).toHaveLength(2);
  });

  test('chatter is accepted and answered with nothing', async () => {
    const { say, messages, settled } = open();
    say({ key: 'session.live' });
    say({ key: 'session.idle' });
    say({ key: '__track__', message: {} });
    say({ key: 'anything', message: 'of the app' });
    await settled();
    expect(messages()).toEqual([]);
    say({ id: 9, request: 'invoke', params: { track: [{ type: 'click', value: 'x' }] } });
    await settled();
    expect(messages()).toEqual([{ id: 9, result: { errors: {} } }]);
  });
});

describe('the hook', () => {
  test('asks with needsReply, and only those who listen', async () => {
    const { say, messages, session } = open();
    say({ key: 'iframe.handshake' });
    expect(await session.instances.ask('ticket.save')).toEqual({ ok: true });
    say({ key: 'iframe.on:ticket.save', message: { subscriberCount: 1 } });
    const asked = session.instances.ask('ticket.save');
    const again = session.instances.ask('ticket.save');
    expect(messages().filter(({ needsReply }) => needsReply)).toEqual([
      { key: 'zaf.ticket.save', needsReply: true },
    ]);
    say({ key: 'iframe.reply:ticket.save', error: { msg: 'No' } });
    expect(await asked).toEqual({ ok: false, reason: 'No' });
    expect(await again).toEqual({ ok: false, reason: 'No' });
  });

  test.each([
    [{ error: { msg: false } }, { ok: false, reason: false }],
    [{ error: {} }, { ok: false, reason: undefined }],
    [{}, { ok: true }],
  ])('understands the reply %j', async (reply, meaning) => {
    const { say, session } = open();
    say({ key: 'iframe.handshake' });
    say({ key: 'iframe.on:ticket.save', message: { subscriberCount: 1 } });
    const asked = session.instances.ask('ticket.save');
    say({ key: 'iframe.reply:ticket.save', ...reply });
    expect(await asked).toEqual(meaning);
  });

  test('does not wait for an app that is gone', async () => {
    const { say, session } = open();
    say({ key: 'iframe.handshake' });
    say({ key: 'iframe.on:ticket.save', message: { subscriberCount: 1 } });
    const asked = session.instances.ask('ticket.save');
    session.instances.close('G');
    expect(await asked).toEqual({ ok: true });
  });
});

test('a request is answered under its own key', async () => {
  const { say, messages, clock, settled } = open();
  say({ key: 'iframe.handshake' });
  say({ key: 'request:1', message: { url: '/api/v2/users/me.json' } });
  await settled();
  await clock.advance(1000);
  expect(messages().at(-1)).toMatchObject({
    key: 'zaf.request:1.done',
    message: { responseArgs: [{ user: { name: 'Mara Lind' } }, 'success', { status: 200, readyState: 4 }] },
  });
});
