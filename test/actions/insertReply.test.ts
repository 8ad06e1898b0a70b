import { describe, expect, test } from 'vitest';
import { attachReport } from '../../src/actions/attachReport.ts';
import { addIncident } from '../workspace/world/seed/build.ts';
import { whenAsked } from './faultsAtEveryCall.ts';
import { openReport } from './openReport.ts';

const OWN_WORDS = '<p>Dear Ana, thank you for your patience with us.</p>';

describe('inserting the reply', () => {
  test('puts the update in force into the composer and its mark into the open form, and saves nothing', async () => {
    const { insert, session, ledger, incident, world, now } = await openReport();
    expect(await insert()).toMatchObject({ did: 'insert', isMarked: true });
    expect(session.composer.text).toContain('Issue Identified - Fix in Progress');
    expect(session.composer.text).toContain('Donors press Give');
    expect(session.form.value(`custom_field_${world.fieldId('allclear_told')}`)).toBe(`${incident.id}/2`);
    expect(ledger()).toBe(`${incident.id}/1`);
    expect(now().publicComments).toHaveLength(1);
  });

  test('the agent’s submit saves comment, ledger and stage together', async () => {
    const { insert, submit, ledger, incident, now, world, ticketId } = await openReport();
    await insert();
    expect(await submit()).toEqual({ plan: { do: 'pass' }, settled: 'marked' });
    expect(now().publicComments.at(-1)?.body).toContain('Issue Identified');
    expect(ledger()).toBe(`${incident.id}/2`);
    expect(world.valueOf(ticketId, 'allclear_stage')).toBe('allclear_identified');
    expect(now().audits.at(-1)?.comment).toBeDefined();
    expect(now().audits.at(-1)?.changes.length).toBeGreaterThan(0);
  });

  test('a reply that Zendesk would cut is not inserted, and what was typed stays', async () => {
    const { insert, postUpdate, session, ledger, incident } = await openReport();
    session.composer.write(OWN_WORDS);
    postUpdate(2, { symptoms: 'é'.repeat(31_000) });
    expect(await insert()).toEqual({ did: 'nothing', because: 'too long' });
    expect(session.composer.text).toBe(OWN_WORDS);
    expect(ledger()).toBe(`${incident.id}/1`);
    postUpdate(2, { symptoms: 'é'.repeat(2_000) });
    expect(await insert()).toMatchObject({ did: 'insert' });
  });

  test('makes the reply public when the composer was on an internal note', async () => {
    const { insert, session } = await openReport();
    session.composer.setType('internalNote');
    expect(await insert()).toMatchObject({ did: 'insert', holdsNote: false });
    expect(session.composer.type).toBe('publicReply');
  });

  test('says so when that makes a note public that was meant for colleagues', async () => {
    const { insert, session } = await openReport();
    session.composer.setType('internalNote');
    session.composer.write('<p>Between us: this is the third time.</p>');
    expect(await insert()).toMatchObject({ did: 'insert', holdsNote: true });
    const other = await openReport();
    other.session.composer.write(OWN_WORDS);
    expect(await other.insert()).toMatchObject({ did: 'insert', holdsNote: false });
  });

  test('keeps what the agent has typed', async () => {
    const { insert, session } = await openReport();
    session.composer.write(OWN_WORDS);
    await insert();
    expect(session.composer.text).toContain(OWN_WORDS);
    expect(session.composer.text).toContain('Issue Identified');
  });

  test('pressed twice, it is in the composer once', async () => {
    const { insert, session } = await openReport();
    await insert();
    const { text } = session.composer;
    expect(await insert()).toEqual({ did: 'nothing', because: 'in composer' });
    expect(session.composer.text).toBe(text);
  });

  test('pressed again after a reload of the app, it is still in the composer once', async () => {
    const first = await openReport();
    await first.insert();
    const { text } = first.session.composer;
    // The same tab: Zendesk has kept the composer, the tab its storage.
    const again = await first.at('mara', first.ticketId, { storage: first.storage });
    again.session.composer.write(text);
    const { insertReply } = await import('../../src/actions/insertReply.ts');
    expect(await first.run(insertReply(again.ports, first.ticketId, first.incident.id))).toEqual({
      did: 'nothing',
      because: 'in composer',
    });
    expect(again.session.composer.text).toBe(text);
  });

  test('before the first update it says what the incident’s fields say', async () => {
    const { insert, session, setField, incident, ledger, submit } = await openReport({
      outage: { told: undefined as never },
    });
    setField(incident.id, 'allclear_record', null);
    expect(await insert()).toMatchObject({ did: 'insert' });
    expect(session.composer.text).toContain('Donors press Give');
    await submit();
    expect(ledger()).toBe(`${incident.id}/0`);
  });
});

describe('the reply is replaced', () => {
  test('text the agent typed stays when the reply is replaced', async () => {
    const { insert, session, postUpdate } = await openReport();
    session.composer.write(OWN_WORDS);
    await insert();
    session.composer.append('<p>Call me on 030 12345.</p>', 'html');
    postUpdate(3, { stage: 'monitoring', symptoms: 'Gifts go through again.' });
    expect(await insert()).toMatchObject({ did: 'replace', isMarked: true });
    const { text } = session.composer;
    expect(text).toContain(OWN_WORDS);
    expect(text).toContain('Call me on 030 12345.');
    expect(text).toContain('Gifts go through again.');
    expect(text).not.toContain('Issue Identified');
    expect(text.match(/Service Status Update/g)).toHaveLength(1);
  });

  test('the customer is told the newer one, and the ledger says so', async () => {
    const { insert, submit, postUpdate, ledger, incident } = await openReport();
    await insert();
    postUpdate(3);
    await insert();
    await submit();
    expect(ledger()).toBe(`${incident.id}/3`);
  });

  test('an older reply that the agent has written into is left as it is', async () => {
    const { insert, session, postUpdate } = await openReport();
    await insert();
    const joined = `<p>My own words. ${session.composer.text.replace(/<\/?p>/g, '<br>')}</p>`;
    session.composer.write(joined);
    postUpdate(3);
    expect(await insert()).toEqual({ did: 'nothing', because: 'edited' });
    expect(session.composer.text).toBe(joined);
  });
});

describe('a customer who was told', () => {
  test('is not told twice without asking: it says when', async () => {
    const { insert, submit, session, time } = await openReport();
    await insert();
    await submit();
    const toldAt = time.now();
    await time.advance(240_000);
    const outcome = await insert();
    expect(outcome).toMatchObject({ did: 'nothing', because: 'told', n: 2 });
    expect(Math.abs(Date.parse(String('at' in outcome && outcome.at)) - toldAt)).toBeLessThan(5_000);
    expect(session.composer.isEmpty).toBe(true);
  });

  test('is told again when the agent insists', async () => {
    const { insert, submit, session, now } = await openReport();
    await insert();
    await submit();
    expect(await insert({ again: true })).toMatchObject({ did: 'insert' });
    expect(session.composer.text).toContain('Issue Identified');
    await submit();
    expect(now().publicComments).toHaveLength(3);
  });

  test('by hand, in the field, counts as told; another incident’s mark does not', async () => {
    const { insert, setField, ticketId, incident } = await openReport();
    setField(ticketId, 'allclear_told', `${incident.id}/2`);
    expect(await insert()).toMatchObject({ did: 'nothing', because: 'told', n: 2 });
    setField(ticketId, 'allclear_told', '99/2');
    expect(await insert()).toMatchObject({ did: 'insert' });
  });
});

describe('no reply goes in, and what was in the composer is still there', () => {
  test('for a light agent', async () => {
    const { insert, session } = await openReport({ by: 'ines' });
    session.composer.write(OWN_WORDS);
    expect(await insert()).toEqual({ did: 'nothing', because: 'not allowed' });
    expect(session.composer.text).toBe(OWN_WORDS);
  });

  test('when the incident’s record can’t be read', async () => {
    const { insert, session, setField, incident } = await openReport();
    setField(incident.id, 'allclear_record', '{"v":1,"update":{"n":"two"}}');
    session.composer.write(OWN_WORDS);
    expect(await insert()).toEqual({ did: 'nothing', because: 'record' });
    expect(session.composer.text).toBe(OWN_WORDS);
  });

  test('when the ticket was closed', async () => {
    const { insert, session, world, ticketId } = await openReport();
    world.closeTicket(ticketId);
    expect(await insert()).toEqual({ did: 'nothing', because: 'closed' });
    expect(session.composer.isEmpty).toBe(true);
  });

  test('when a colleague has moved the ticket to another incident', async () => {
    const opened = await openReport();
    const { insert, at, world, run, ticketId, session } = opened;
    const other = addIncident(world, opened, { subject: 'Receipts arrive late' });
    const tom = await at('tom', ticketId);
    await run(attachReport(tom.ports, ticketId, other.id, { move: true }));
    expect(await insert()).toEqual({ did: 'nothing', because: 'not attached' });
    expect(session.composer.isEmpty).toBe(true);
  });

  test('when the status was changed while the reply was made', async () => {
    const { insert, session, world } = await openReport();
    whenAsked(world, { url: '/macros' }, () => session.set('ticket.status', 'pending'));
    expect(await insert()).toEqual({ did: 'nothing', because: 'moved' });
    expect(session.composer.isEmpty).toBe(true);
  });

  test('when the channel was changed while the reply was made', async () => {
    const { insert, session, world } = await openReport();
    whenAsked(world, { url: '/macros' }, () => session.composer.setChannel('whatsapp'));
    expect(await insert()).toEqual({ did: 'nothing', because: 'moved' });
    expect(session.composer.isEmpty).toBe(true);
  });

  test('when the composer will not become public', async () => {
    const { insert, session, ports, ledger, incident } = await openReport();
    session.composer.setType('internalNote');
    ports.form.makePublic = () => Promise.resolve();
    expect(await insert()).toEqual({ did: 'nothing', because: 'internal' });
    expect(session.composer.isEmpty).toBe(true);
    expect(ledger()).toBe(`${incident.id}/1`);
  });

  test('when the composer takes the text but does not show it, nothing is marked', async () => {
    const { insert, session, world } = await openReport();
    session.composer.clean = () => '';
    expect(await insert()).toEqual({ did: 'nothing', because: 'lost' });
    expect(session.form.isEdited(`custom_field_${world.fieldId('allclear_told')}`)).toBe(false);
  });

  test.each([0, 1])('when Zendesk is down at call %i', async (index) => {
    const { insert, session, world } = await openReport();
    let seen = -1;
    world.faults.script(() => ++seen === index, { kind: 'server-error', status: 503, applied: false });
    session.composer.write(OWN_WORDS);
    await expect(insert()).rejects.toMatchObject({ trouble: 'down' });
    expect(session.composer.text).toBe(OWN_WORDS);
  });
});
