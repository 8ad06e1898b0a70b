import { describe, expect, test } from 'vitest';
import { openClient } from '../client.ts';
import { virtualClock } from '../world/clock.ts';
import { createWorld } from '../world/createWorld.ts';
import { addCustomer, addReport, smallOutage } from '../world/seed/build.ts';

function open(options: Partial<Parameters<typeof openClient>[1]> = {}) {
  const clock = virtualClock();
  const world = createWorld({ clock });
  const { mara, tom, ines, reports, incident } = smallOutage(world);
  const ticketId = reports[1]!.id;
  const opened = openClient(world, { agent: mara.id, ticketId, ...options });
  return { ...opened, world, clock, mara, tom, ines, incident, ticketId };
}

describe('reading', () => {
  test('several paths come in one answer, with an error for each that failed', async () => {
    const { client, ticketId } = open();
    const result = await client.get(['ticket.id', 'ticket.nonsense', 'ticket.type']);
    expect(result).toEqual({
      'ticket.id': ticketId,
      'ticket.type': 'incident',
      errors: { 'ticket.nonsense': { name: 'HostError', message: 'No such Api', path: 'ticket.nonsense' } },
    });
  });

  test('one unknown path rejects and is named', async () => {
    const { client } = open();
    await expect(client.get('ticket.nonsense')).rejects.toThrow('"ticket.nonsense" No such Api');
  });

  test('the problem of a ticket cannot be read', async () => {
    const { client } = open();
    await expect(client.get('ticket.problem_id')).rejects.toThrow('No such Api');
  });

  test('the requester has a locale and a time zone with the minutes ahead of UTC', async () => {
    const { client } = open();
    const result = await client.get(['ticket.requester', 'ticket.requester.locale']);
    expect(result['ticket.requester.locale']).toBe('es');
    expect(result['ticket.requester']).toMatchObject({
      timeZone: { name: 'Madrid', ianaName: 'Europe/Madrid', offset: 60 },
    });
  });

  test.each([
    ['currentUser.role', 'admin'],
    ['currentUser.timeZone.ianaName', 'Europe/Berlin'],
    ['currentAccount.subdomain', 'harborgifts'],
    ['ticket.brand.name', 'Harbor Gifts'],
    ['comment.text', ''],
    ['ticket.comment.type', 'publicReply'],
    ['ticket.editor.targetChannel', { name: 'email' }],
    ['colorScheme', 'light'],
  ])('%s is %j', async (path, value) => {
    const { client } = open();
    expect((await client.get(path))[path]).toEqual(value);
  });

  test('requirements are found by key, and are not there under zcli', async () => {
    const { client, world } = open();
    const path = 'requirement:allclear_told';
    expect((await client.get(path))[path]).toEqual({
      requirement_id: world.fieldId('allclear_told'),
      requirement_type: 'ticket_fields',
    });
    await expect(open({ requirements: false }).client.get(path)).rejects.toThrow('allclear_told');
  });

  test('context and metadata hold no secure setting', async () => {
    const { client, ticketId } = open({ settings: { jira_token: 'secret', reply_language: 'es' } });
    expect(await client.context()).toMatchObject({ location: 'ticket_sidebar', ticketId });
    const metadata = await client.metadata();
    expect(metadata).toMatchObject({ settings: { reply_language: 'es' } });
    expect(JSON.stringify(metadata)).not.toContain('secret');
  });
});

describe('changing the form', () => {
  test('what is set is seen at once, told to the app, and saved only on submit', async () => {
    const { client, clock, session, world, ticketId } = open();
    const heard: unknown[] = [];
    client.on('ticket.priority.changed', (value) => heard.push(value));
    client.on('*.changed', (value) => heard.push(value));
    await client.set('ticket.priority', 'low');
    expect((await client.get('ticket.priority'))['ticket.priority']).toBe('low');
    expect(world.ticket(ticketId).priority).toBe('urgent');
    expect(heard).toEqual(['low', { propertyName: 'ticket.priority', newValue: 'low', oldValue: 'urgent' }]);
    expect(await clock.run(session.submit())).toEqual({ saved: true });
    expect(world.ticket(ticketId).priority).toBe('low');
  });

  test('setting the status changes its category and its custom status with it', async () => {
    const { client } = open();
    const heard: string[] = [];
    for (const name of ['status', 'statusCategory', 'customStatus'])
      client.on(`ticket.${name}.changed`, () => heard.push(name));
    await client.set('ticket.status', 'pending');
    await client.get('ticket.id');
    expect(heard).toEqual(['status', 'statusCategory', 'customStatus']);
  });

  test('a field that is not on the form can neither be read nor set', async () => {
    const { client, world } = open({ fieldsOnForm: ['allclear_stage'] });
    const told = `ticket.customField:custom_field_${world.fieldId('allclear_told')}`;
    await expect(client.get(told)).rejects.toThrow('on this form');
    await expect(client.set(told, '1/2')).rejects.toThrow('on this form');
    const stage = `ticket.customField:custom_field_${world.fieldId('allclear_stage')}`;
    expect(await client.get(stage)).toHaveProperty([stage]);
  });

  test('values that make no sense are refused', async () => {
    const { client } = open();
    await expect(client.set('ticket.status', 'closed')).rejects.toThrow('ticket.status');
    await expect(client.set('ticket.type', 'disaster')).rejects.toThrow('ticket.type');
  });

  test('fields can be hidden from the form and shown again', async () => {
    const { client, session, world } = open();
    const id = world.fieldId('allclear_record');
    await client.invoke(`ticketFields:custom_field_${id}.hide`);
    expect(session.fieldStates.get(id)?.hidden).toBe(true);
    await client.invoke(`ticketFields:custom_field_${id}.show`);
    expect(session.fieldStates.get(id)?.hidden).toBe(false);
  });
});

describe('when somebody else changes the ticket', () => {
  test('what was not edited here follows, what was edited stays', async () => {
    const { client, clock, session, world, ticketId, tom } = open();
    let updates = 0;
    client.on('ticket.updated', () => updates++);
    await client.set('ticket.subject', 'Mine');
    const other = openClient(world, { agent: tom.id, ticketId });
    await other.client.set({ 'ticket.subject': 'Theirs', 'ticket.priority': 'low' });
    await clock.run(other.session.submit());
    expect(updates).toBe(1);
    expect(session.form.value('priority')).toBe('low');
    expect(session.form.value('subject')).toBe('Mine');
    await clock.run(session.submit());
    expect(world.ticket(ticketId)).toMatchObject({ subject: 'Mine', priority: 'low' });
  });

  test('an own write by REST is merged, but is not somebody else', async () => {
    const { client, clock, session, ticketId } = open();
    let updates = 0;
    client.on('ticket.updated', () => updates++);
    await clock.run(
      client.request({
        url: `/api/v2/tickets/${ticketId}.json`,
        type: 'PUT',
        contentType: 'application/json',
        data: JSON.stringify({ ticket: { subject: 'By REST' } }),
      }),
    );
    expect(session.form.value('subject')).toBe('By REST');
    expect(updates).toBe(0);
  });

  test('a closed tab hears nothing more', async () => {
    const { client, close, world, ticketId } = open();
    const heard: string[] = [];
    client.on('app.willDestroy', () => heard.push('willDestroy'));
    client.on('ticket.updated', () => heard.push('updated'));
    await client.get('ticket.id');
    close();
    world.customerWrites(ticketId, 'Are you there?');
    await Promise.resolve();
    expect(heard).toEqual(['willDestroy']);
  });
});

describe('the composer', () => {
  test('takes rich text in an e-mail ticket', async () => {
    const { client, session } = open();
    await client.invoke('ticket.editor.insert', '<p>Hello <b>you</b></p>');
    await client.invoke('comment.appendText', 'a < b\nc');
    expect(session.composer.text).toBe('<p>Hello <b>you</b></p><br>a &lt; b<br>c');
  });

  test('keeps only plain text on a messaging ticket', async () => {
    const { world, tom } = open();
    const customer = addCustomer(world, 9);
    const chat = world.addTicket({
      subject: 'Hi',
      text: 'Hi',
      requesterId: customer.id,
      channel: 'native_messaging',
    });
    const { client, session } = openClient(world, { agent: tom.id, ticketId: chat.id });
    await client.invoke('ticket.editor.insert', '<p>Hello <b>you</b> &amp; all</p><p>Bye</p>');
    expect(session.composer.text).toBe('Hello you & all\n\nBye');
    expect((await client.get('ticket.editor.targetChannel.name'))['ticket.editor.targetChannel.name']).toBe(
      'native_messaging',
    );
  });

  test('a light agent writes notes and nothing else', async () => {
    const { world, ines, ticketId } = open();
    const { client } = openClient(world, { agent: ines.id, ticketId });
    expect((await client.get('comment.type'))['comment.type']).toBe('internalNote');
    await expect(client.set('comment.type', 'publicReply')).rejects.toThrow('light agent');
  });

  test('says that its text and type have changed', async () => {
    const { client } = open();
    const heard: unknown[] = [];
    client.on('comment.text.changed', (value) => heard.push(value));
    client.on('comment.type.changed', (value) => heard.push(value));
    await client.set({ 'comment.text': 'Hello', 'comment.type': 'internalNote' });
    await client.get('ticket.id');
    expect(heard).toEqual(['Hello', 'internalNote']);
  });
});

test('each agent sees the report of another ticket alone', async () => {
  const { world, client, incident, mara, tom } = open();
  const customer = addCustomer(world, 4);
  const company = {
    mara,
    tom,
    ines: tom,
    support: [...world.groups.values()][0]!,
    billing: [...world.groups.values()][0]!,
  };
  const report = addReport(world, company, incident, customer);
  const other = openClient(world, { agent: tom.id, ticketId: report.id });
  await other.client.set('ticket.subject', 'Elsewhere');
  expect((await client.get('ticket.subject'))['ticket.subject']).toBe('I cannot donate');
});
