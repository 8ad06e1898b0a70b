import { describe, expect, test } from 'vitest';
import { checkSubmit } from '../../src/actions/checkSubmit.ts';
import { settleSubmit } from '../../src/actions/settleSubmit.ts';
import type { Wanted } from './openOutage.ts';
import { openReport } from './openReport.ts';

/** The ticket form of an admin who left our fields off it. */
const NOT_ON_FORM: Wanted = { fieldsOnForm: [] };

/** A report whose customer was told update 1, in the same words but for the number. */
async function openTold(wanted: Wanted = {}) {
  const opened = await openReport({ ...wanted, outage: { update: 1, told: undefined as never } });
  await opened.insert();
  await opened.submit();
  await opened.time.advance(60_000);
  opened.postUpdate(2);
  return opened;
}

describe('a reply that has grown old', () => {
  test('stops the save once, and says which update is out', async () => {
    const { insert, submit, postUpdate, now, session } = await openReport();
    await insert();
    postUpdate(3);
    expect(await submit()).toEqual({ plan: { do: 'stop', because: 'old', held: 2, newest: 3 } });
    expect(now().publicComments).toHaveLength(1);
    expect(session.composer.text).toContain('Issue Identified');
    expect((await submit()).plan).toEqual({ do: 'pass' });
    expect(now().publicComments).toHaveLength(2);
  });

  test('stops it again when yet another update came out since', async () => {
    const { insert, submit, postUpdate } = await openReport();
    await insert();
    postUpdate(3);
    await submit();
    postUpdate(4);
    expect((await submit()).plan).toEqual({ do: 'stop', because: 'old', held: 2, newest: 4 });
  });

  test('passes once it was replaced', async () => {
    const { insert, submit, postUpdate, ledger, incident } = await openReport();
    await insert();
    postUpdate(3);
    await submit();
    await insert();
    expect(await submit()).toEqual({ plan: { do: 'pass' }, settled: 'marked' });
    expect(ledger()).toBe(`${incident.id}/3`);
  });

  test('is caught by what was last seen when Zendesk does not answer', async () => {
    const { insert, submit, world } = await openReport();
    await insert();
    world.faults.script({ url: '/api' }, { kind: 'lost', applied: false }, Number.POSITIVE_INFINITY);
    expect(await submit(3)).toEqual({ plan: { do: 'stop', because: 'old', held: 2, newest: 3 } });
  });
});

describe('our own trouble never holds up a save', () => {
  test('a ticket without a reply of ours is saved without asking Zendesk anything', async () => {
    const { submit, session, world, now } = await openReport();
    session.composer.write('<p>Just me.</p>');
    world.faults.script({}, { kind: 'server-error', status: 503, applied: false }, Number.POSITIVE_INFINITY);
    expect(await submit()).toEqual({ plan: { do: 'pass' }, settled: 'no reply' });
    expect(now().publicComments).toHaveLength(2);
  });

  test.each([
    ['is down', { kind: 'server-error', status: 503, applied: false }],
    ['does not answer', { kind: 'lost', applied: false }],
    ['refuses', { kind: 'answer', status: 403, body: {} }],
    ['answers nonsense', { kind: 'answer', status: 200, body: 'sign in' }],
  ] as const)('when Zendesk %s', async (_, fault) => {
    const { insert, submit, world, ledger, incident } = await openReport();
    await insert();
    world.faults.script({ url: '/api' }, fault);
    expect((await submit()).plan).toEqual({ do: 'pass' });
    expect(ledger()).toBe(`${incident.id}/2`);
  });

  test('a slow Zendesk holds it up for four seconds and no longer', async () => {
    const { insert, ports, ticketId, world, run, time } = await openReport();
    await insert();
    world.faults.script({}, { kind: 'slow', ms: 25_000 });
    const start = time.now();
    expect(await run(checkSubmit(ports, ticketId, undefined, undefined))).toEqual({ do: 'pass' });
    expect(time.now() - start).toBeLessThanOrEqual(4_000);
  });
});

describe('a reply that does not go out', () => {
  test('because it was deleted before submit is not counted as told', async () => {
    const { insert, submit, session, ledger, incident, now } = await openReport();
    await insert();
    session.composer.write('<p>Something else entirely, from me.</p>');
    expect((await submit()).plan).toEqual({ do: 'unmark' });
    expect(now().publicComments).toHaveLength(2);
    expect(ledger()).toBe(`${incident.id}/1`);
  });

  test('because it became an internal note is not counted as told', async () => {
    const { insert, submit, session, ledger, incident, now } = await openReport();
    await insert();
    session.composer.setType('internalNote');
    expect(await submit()).toEqual({ plan: { do: 'unmark' }, settled: 'not sent' });
    expect(now().internalNotes.at(-1)?.body).toContain('Issue Identified');
    expect(ledger()).toBe(`${incident.id}/1`);
  });

  test('is not counted as told because an earlier update, sent before, has the same sentences', async () => {
    const { insert, submit, session, ledger, incident } = await openTold();
    await insert();
    session.composer.write('<p>Something else entirely, from me.</p>');
    expect(await submit()).toEqual({ plan: { do: 'unmark' }, settled: 'not sent' });
    expect(ledger()).toBe(`${incident.id}/1`);
  });

  test('is not counted as told either where the fields are not on the form', async () => {
    const { insert, submit, session, ledger, incident } = await openTold(NOT_ON_FORM);
    await insert();
    session.composer.write('<p>Something else entirely, from me.</p>');
    expect((await submit()).settled).toBe('not sent');
    expect(ledger()).toBe(`${incident.id}/1`);
  });

  test('and is put back before the save counts after all', async () => {
    const { insert, submit, session, ledger, incident, ports, ticketId, run } = await openReport();
    await insert();
    const { text } = session.composer;
    session.composer.write('<p>Hm.</p>');
    // Another app stops this save.
    expect(await run(checkSubmit(ports, ticketId, undefined, undefined))).toEqual({ do: 'unmark' });
    session.composer.write(text);
    expect((await submit()).settled).toBe('marked');
    expect(ledger()).toBe(`${incident.id}/2`);
  });
});

describe('where the field is not on the form', () => {
  test('the ledger is written after the submit', async () => {
    const { insert, submit, ledger, incident, deeds, ticketId, world } = await openReport(NOT_ON_FORM);
    expect(await insert()).toMatchObject({ did: 'insert', isMarked: false });
    expect(await submit()).toEqual({ plan: { do: 'pass' }, settled: 'marked' });
    expect(ledger()).toBe(`${incident.id}/2`);
    expect(world.valueOf(ticketId, 'allclear_stage')).toBe('allclear_identified');
    expect(deeds(ticketId)).toEqual([{ did: 'told', incident: incident.id, n: 2, by: 'hand' }]);
  });

  test('it is written once, whatever becomes of the first tries', async () => {
    for (const fault of [
      { kind: 'lost', applied: true },
      { kind: 'lost', applied: false },
      { kind: 'database-conflict' },
      { kind: 'too-many', retryAfter: 2 },
      { kind: 'server-error', status: 502, applied: true },
    ] as const) {
      const { insert, submit, ledger, incident, deeds, ticketId, world } = await openReport(NOT_ON_FORM);
      await insert();
      world.faults.script({ method: 'PUT' }, fault);
      expect((await submit()).settled).toBe('marked');
      expect(ledger()).toBe(`${incident.id}/2`);
      expect(deeds(ticketId)).toHaveLength(1);
    }
  });

  test('it is never put back to an older update', async () => {
    const { insert, ports, run, session, setField, ticketId, incident, ledger } =
      await openReport(NOT_ON_FORM);
    await insert();
    await run(checkSubmit(ports, ticketId, undefined, undefined));
    await run(session.submit());
    setField(ticketId, 'allclear_told', `${incident.id}/3`);
    expect(await run(settleSubmit(ports, ticketId))).toBe('marked');
    expect(ledger()).toBe(`${incident.id}/3`);
  });

  test('trouble that stays is reported, and the reply is remembered for the next time', async () => {
    const { insert, submit, ledger, incident, world, ports, run, ticketId } = await openReport(NOT_ON_FORM);
    await insert();
    world.faults.script({ method: 'PUT' }, { kind: 'lost', applied: false }, Number.POSITIVE_INFINITY);
    await expect(submit()).rejects.toMatchObject({ trouble: 'unreachable' });
    world.faults.clear();
    expect(await run(settleSubmit(ports, ticketId))).toBe('marked');
    expect(ledger()).toBe(`${incident.id}/2`);
  });
});
