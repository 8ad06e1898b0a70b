import { describe, expect, test } from 'vitest';
import { createForm } from '../../src/adapters/zaf/form.ts';
import { openTicket, type Wanted } from './openTicket.ts';

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

function open(wanted: Wanted = {}) {
  const opened = openTicket(wanted);
  const form = createForm(opened.client, async () => opened.fieldIds);
  const submit = (status?: string) => opened.time.run(opened.session.submit(status));
  return { ...opened, form, submit };
}

describe('looking at the open ticket', () => {
  test('the form says which ticket, which status and which channel', async () => {
    const { form, ticketId } = open();
    expect(await form.look()).toEqual({ ticket: ticketId, status: 'open', channel: 'email' });
  });

  test('a status that was chosen and not yet submitted counts', async () => {
    const { form, session } = open();
    session.set('ticket.status', 'pending');
    expect((await form.look()).status).toBe('pending');
  });

  test('a channel that the agent switched to counts', async () => {
    const { form, session } = open();
    session.composer.setChannel('whatsapp');
    expect((await form.look()).channel).toBe('whatsapp');
  });

  test('the customer is known by name, language and time zone', async () => {
    const { form, customers } = open();
    expect(await form.customer()).toEqual({
      id: customers[0]!.id,
      name: 'Customer 1',
      locale: 'en-US',
      timeZone: 'America/New_York',
    });
  });

  test('the brand is the ticket’s', async () => {
    expect(await open().form.brand()).toEqual({ id: 360_001, name: 'Harbor Gifts' });
  });

  test('fields are read as texts, an empty one as no text', async () => {
    const { form, incident } = open({ outage: { told: 1 } });
    expect(await form.fields(['allclear_told', 'allclear_jira'])).toEqual({
      allclear_told: `${incident.id}/1`,
      allclear_jira: '',
    });
  });

  test('fields that are not on this form are empty', async () => {
    const { form } = open({ outage: { told: 1 }, fieldsOnForm: ['allclear_stage'] });
    expect(await form.fields(['allclear_told', 'allclear_stage'])).toMatchObject({ allclear_told: '' });
    expect(await form.fields(['allclear_told'])).toEqual({ allclear_told: '' });
  });
});

describe('writing a reply', () => {
  test('an inserted reply stands behind what the agent has typed', async () => {
    const { form, session } = open();
    session.composer.write('<p>Hi!</p>');
    await form.insert('<p>We know.</p>');
    expect(await form.composer()).toEqual({ html: '<p>Hi!</p><p>We know.</p>', isPublic: true });
  });

  test('a composer without rich text gets the words alone', async () => {
    const { form, session } = open();
    session.composer.setChannel('native_messaging');
    await form.insert('<p>We know &#38; work on it.</p>');
    expect((await form.composer()).html).toBe('We know & work on it.');
  });

  test('replacing puts one text in place of all', async () => {
    const { form, session } = open();
    session.composer.write('<p>Old</p>');
    await form.replaceComposer('<p>New</p>');
    expect((await form.composer()).html).toBe('<p>New</p>');
  });

  test('an internal note becomes a public reply', async () => {
    const { form, session } = open();
    session.composer.setType('internalNote');
    expect((await form.composer()).isPublic).toBe(false);
    await form.makePublic();
    expect((await form.composer()).isPublic).toBe(true);
  });

  test('a light agent cannot reply in public, and hears why', async () => {
    const { form } = open({ by: 'ines' });
    await expect(form.makePublic()).rejects.toMatchObject({
      service: 'Zendesk',
      trouble: 'refused',
      detail: expect.stringContaining('A light agent cannot reply in public'),
    });
  });
});

describe('setting fields of the open form', () => {
  const told = { allclear_told: '1/3', allclear_stage: 'allclear_identified' };

  test('they are saved when the agent submits, and not before', async () => {
    const { form, submit, world, ticketId } = open();
    expect(await form.setFields(told)).toBe(true);
    expect(await form.fields(['allclear_told', 'allclear_stage'])).toEqual(told);
    expect(world.valueOf(ticketId, 'allclear_told') ?? null).toBeNull();
    expect(await submit()).toEqual({ saved: true });
    expect(world.valueOf(ticketId, 'allclear_told')).toBe('1/3');
  });

  test('they can be emptied again', async () => {
    const { form } = open({ outage: { told: 1 } });
    expect(await form.setFields({ allclear_told: '', allclear_stage: '' })).toBe(true);
    expect(await form.fields(['allclear_told'])).toEqual({ allclear_told: '' });
  });

  test('when one of them is not on this form, none is set and the answer is no', async () => {
    const { form, session, fieldIds } = open({ fieldsOnForm: ['allclear_stage'] });
    expect(await form.setFields(told)).toBe(false);
    expect(session.form.value(`custom_field_${fieldIds.allclear_stage}`)).toBeNull();
  });

  test('when none of them is on this form, the answer is no as well', async () => {
    const { form } = open({ fieldsOnForm: [] });
    expect(await form.setFields(told)).toBe(false);
  });

  test('a value that the field does not take is no', async () => {
    const { form } = open();
    expect(await form.setFields({ allclear_told: '1/3', allclear_stage: 'allclear_done' })).toBe(false);
    expect(await form.setFields({ allclear_stage: 'allclear_done' })).toBe(false);
  });
});

describe('hiding fields of the open form', () => {
  test('the machine’s record is out of the agent’s sight', async () => {
    const { form, session, fieldIds } = open();
    form.hide(['allclear_record']);
    await settled();
    await settled();
    expect(session.fieldStates.get(fieldIds.allclear_record)?.hidden).toBe(true);
    expect(session.fieldStates.get(fieldIds.allclear_jira)).toBeUndefined();
  });

  test('one that is not on this form is no trouble', async () => {
    const { form, session } = open({ fieldsOnForm: ['allclear_stage'] });
    form.hide(['allclear_record', 'allclear_stage']);
    await settled();
    await settled();
    expect(session.fieldStates.size).toBe(1);
  });
});

describe('saving', () => {
  test('is stopped with our words, and nothing is written', async () => {
    const { form, submit, session, world, ticketId } = open();
    form.beforeSave(async () => 'This reply has grown old.');
    await settled();
    session.composer.write('<p>Old news</p>');
    expect(await submit()).toEqual({ saved: false, blocked: 'This reply has grown old.' });
    expect(world.ticket(ticketId).comments).toHaveLength(1);
  });

  test('goes through when there is nothing to say', async () => {
    const { form, submit, session, world, ticketId } = open();
    let checks = 0;
    form.beforeSave(async () => {
      checks += 1;
      return undefined;
    });
    await settled();
    session.composer.write('<p>News</p>');
    expect(await submit()).toEqual({ saved: true });
    expect(checks).toBe(1);
    expect(world.ticket(ticketId).publicComments.at(-1)?.body).toBe('News');
  });

  test('is no longer watched once nobody wants to', async () => {
    const { form, submit } = open();
    const stop = form.beforeSave(async () => 'No.');
    await settled();
    stop();
    await settled();
    expect(await submit('pending')).toEqual({ saved: true });
  });

  test('is told of when it is done, and when it failed', async () => {
    const { form, submit, world, session } = open();
    const outcomes: string[] = [];
    const stop = form.afterSave((outcome) => outcomes.push(outcome));
    await settled();
    session.composer.write('<p>News</p>');
    await submit();
    await settled();
    expect(outcomes).toEqual(['saved']);

    world.takeDown('harborgifts.zendesk.com');
    session.composer.write('<p>More</p>');
    await submit();
    await settled();
    expect(outcomes).toEqual(['saved', 'failed']);

    stop();
    await settled();
    await submit();
    await settled();
    expect(outcomes).toHaveLength(2);
  });
});

describe('what happens around the form', () => {
  test('a change by somebody else is told', async () => {
    const { form, world, ticketId, tom } = open();
    let changes = 0;
    const stop = form.onChange(() => {
      changes += 1;
    });
    await settled();
    world.agentWrites(ticketId, tom.id, 'On it.', { public: false });
    await settled();
    expect(changes).toBeGreaterThan(0);

    stop();
    await settled();
    const before = changes;
    world.agentWrites(ticketId, tom.id, 'Done.', { public: false });
    await settled();
    expect(changes).toBe(before);
  });

  test('a status chosen in the form is told', async () => {
    const { form, session } = open();
    let changes = 0;
    form.onChange(() => {
      changes += 1;
    });
    await settled();
    session.set('ticket.status', 'pending');
    await settled();
    expect(changes).toBe(1);
  });

  test('a notice is text, whatever it quotes', async () => {
    const { form, session } = open();
    form.notify('Told <b>Ana</b> & others', 'alert');
    await settled();
    expect(session.toasts).toMatchObject([{ text: expect.not.stringMatching(/[<>&]/), kind: 'alert' }]);
  });

  test('another ticket is opened beside this one', async () => {
    const { form, session, incident } = open();
    form.openTicket(incident.id);
    await settled();
    expect(session.routes).toEqual([{ type: 'ticket', id: incident.id }]);
  });
});
