import { describe, expect, test } from 'vitest';
import { openForm as open, settled } from './openForm.ts';

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
