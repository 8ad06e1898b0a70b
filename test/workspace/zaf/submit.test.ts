import { describe, expect, test } from 'vitest';
import { openClient } from '../client.ts';
import { virtualClock } from '../world/clock.ts';
import { createWorld } from '../world/createWorld.ts';
import { smallOutage } from '../world/seed/build.ts';

function open() {
  const clock = virtualClock();
  const world = createWorld({ clock });
  const { mara, reports } = smallOutage(world);
  const ticketId = reports[0]!.id;
  return { ...openClient(world, { agent: mara.id, ticketId }), world, clock, ticketId };
}

describe('submitting', () => {
  test('saves the comment and the changed fields in one update', async () => {
    const { client, clock, session, world, ticketId } = open();
    const told = world.fieldId('allclear_told');
    await client.set(`ticket.customField:custom_field_${told}`, '1/3');
    await client.invoke('ticket.editor.insert', '<p>We are on it.</p>');
    await clock.run(session.submit('pending'));
    const ticket = world.ticket(ticketId);
    expect(world.valueOf(ticketId, 'allclear_told')).toBe('1/3');
    expect(ticket.status).toBe('pending');
    expect(ticket.publicComments.at(-1)?.body).toContain('We are on it.');
    expect(ticket.audits.at(-1)?.comment).toBeDefined();
    expect(ticket.audits.at(-1)?.changes.map(({ field }) => field)).toContain('status');
    expect(session.composer.text).toBe('');
  });

  test('tells the app how it goes', async () => {
    const { client, clock, session } = open();
    const heard: string[] = [];
    for (const step of ['start', 'done', 'fail', 'always'])
      client.on(`ticket.submit.${step}`, () => heard.push(step));
    await client.get('ticket.id');
    await clock.run(session.submit());
    expect(heard).toEqual(['start', 'done', 'always']);
  });

  test('a refused save keeps the comment and says why', async () => {
    const { client, clock, session, world, ticketId } = open();
    const heard: string[] = [];
    for (const step of ['done', 'fail']) client.on(`ticket.submit.${step}`, () => heard.push(step));
    await client.invoke('comment.appendText', 'Too late');
    world.closeTicket(ticketId);
    const outcome = await clock.run(session.submit());
    expect(outcome).toMatchObject({ saved: false });
    expect(heard).toEqual(['fail']);
    expect(session.composer.text).toBe('Too late');
    expect(session.toasts.at(-1)).toMatchObject({ kind: 'error' });
  });

  test('an internal note is not public', async () => {
    const { client, clock, session, world, ticketId } = open();
    await client.set('comment.type', 'internalNote');
    await client.invoke('comment.appendText', 'Between us');
    await clock.run(session.submit());
    expect(world.ticket(ticketId).internalNotes.at(-1)?.body).toBe('Between us');
  });

  test('an app can disable saving', async () => {
    const { client, clock, session } = open();
    await client.invoke('disableSave');
    expect(await clock.run(session.submit())).toMatchObject({ saved: false });
    await client.invoke('enableSave');
    expect(await clock.run(session.submit())).toEqual({ saved: true });
  });
});

describe('the ticket.save hook', () => {
  const refusals: [string, () => unknown, unknown][] = [
    ['returns false', () => false, false],
    ['returns text', () => 'Not yet', 'Not yet'],
    ['returns an Error', () => new Error('Not so'), 'Not so'],
    [
      'throws',
      () => {
        throw new Error('Broken');
      },
      'Broken',
    ],
    ['rejects with text', () => Promise.reject('Later'), 'Later'],
    ['rejects with an Error', () => Promise.reject(new Error('Old reply')), 'Old reply'],
    ['rejects without a reason', () => Promise.reject(), undefined],
  ];
  test.each(refusals)('a handler that %s blocks the save', async (_how, handler, blocked) => {
    const { client, clock, session, world, ticketId } = open();
    const stamp = world.ticket(ticketId).audits.length;
    client.on('ticket.save', handler);
    await client.get('ticket.id');
    expect(await clock.run(session.submit('solved'))).toEqual({ saved: false, blocked });
    expect(world.ticket(ticketId).audits).toHaveLength(stamp);
    expect(session.form.value('status')).toBe('open');
    expect(session.toasts).toHaveLength(1);
  });

  const agreements: [string, () => unknown][] = [
    ['returns nothing', () => undefined],
    ['returns true', () => true],
    ['resolves', () => Promise.resolve()],
    ['resolves with false', () => Promise.resolve(false)],
    ['resolves with text', () => Promise.resolve('no')],
  ];
  test.each(agreements)('a handler that %s lets it through', async (_how, handler) => {
    const { client, clock, session } = open();
    client.on('ticket.save', handler);
    await client.get('ticket.id');
    expect(await clock.run(session.submit())).toEqual({ saved: true });
  });

  test('sees the status that is about to be saved', async () => {
    const { client, clock, session } = open();
    const seen: unknown[] = [];
    client.on('ticket.save', async () => {
      seen.push((await client.get('ticket.status'))['ticket.status']);
    });
    await client.get('ticket.id');
    await clock.run(session.submit('solved'));
    expect(seen).toEqual(['solved']);
  });

  test('of several handlers the first refusal counts', async () => {
    const { client, clock, session } = open();
    client.on('ticket.save', () => undefined);
    client.on('ticket.save', () => 'first');
    client.on('ticket.save', () => 'second');
    await client.get('ticket.id');
    expect(await clock.run(session.submit())).toEqual({ saved: false, blocked: 'first' });
  });

  test('a handler taken off is asked no more', async () => {
    const { client, clock, session } = open();
    const refuse = () => 'no';
    client.on('ticket.save', refuse);
    expect(client.has('ticket.save', refuse)).toBe(true);
    client.off('ticket.save', refuse);
    await client.get('ticket.id');
    expect(await clock.run(session.submit())).toEqual({ saved: true });
  });
});
