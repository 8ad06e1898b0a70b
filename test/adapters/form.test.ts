import { describe, expect, test } from 'vitest';
import { openForm as open, settled } from './openForm.ts';

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

  test('replacing in a composer without rich text leaves no tags for customers to see', async () => {
    const { form, session } = open();
    session.composer.setChannel('whatsapp');
    session.composer.write('Old news');
    await form.replaceComposer('<p>Hello Ana,</p><p>we know &#38; work on it.</p>');
    expect((await form.composer()).html).toBe('Hello Ana,\nwe know & work on it.');
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
