import { describe, expect, test } from 'vitest';
import { broadcast } from '../../src/actions/broadcast.ts';
import { checkSubmit } from '../../src/actions/checkSubmit.ts';
import { settleSubmit } from '../../src/actions/settleSubmit.ts';
import { takeOutReply } from '../../src/actions/takeOutReply.ts';
import { nameOfStop } from '../../src/domain/draft.ts';
import { openAgent } from '../simulation/openAgent.ts';
import { updateTicket } from '../workspace/world/updateTicket.ts';
import type { Wanted } from './openOutage.ts';
import { openReport } from './openReport.ts';

/** Tom has the reply for update 2 in his composer when Mara's broadcast comes to the same report. */
async function open(wanted: Wanted = {}) {
  const opened = await openReport({ by: 'tom', ...wanted });
  const { world, time, run, mara, incident, insert, session, ports, ticketId, now } = opened;
  await insert();
  await time.advance(5_000);
  return {
    ...opened,
    broadcast: (n = 2) =>
      run(broadcast(openAgent(world, time, { agent: mara.id }).ports, incident.id, n)).then(({ end }) =>
        expect(end).toBe('done'),
      ),
    takeOut: () => run(takeOutReply(ports, ticketId)),
    addOwnWords: () => session.composer.write(`${session.composer.text}<p>Your gift is safe.</p>`),
    /** How many comments this customer got since they wrote. */
    heard: () => now().publicComments.length - 1,
  };
}

describe('a reply that a broadcast was faster with', () => {
  test('stops the save once, and nothing is sent', async () => {
    const { broadcast, submit, heard } = await open();
    await broadcast();
    expect(await submit()).toEqual({ plan: { do: 'stop', because: 'told', held: 2, told: 2 } });
    expect(heard()).toBe(1);
  });

  test('is taken out with one click; the agent’s own words go out, and the ledger stays', async () => {
    const { broadcast, submit, takeOut, addOwnWords, session, heard, now, ledger, incident } = await open();
    addOwnWords();
    await broadcast();
    await submit();
    expect(await takeOut()).toEqual({ did: 'take out' });
    expect(session.composer.text).not.toContain('Issue Identified');
    expect(session.composer.text).toContain('Your gift is safe.');
    expect(await submit()).toEqual({ plan: { do: 'pass' }, settled: 'no reply' });
    expect(heard()).toBe(2);
    expect(now().publicComments.at(-1)?.body.trim()).toBe('Your gift is safe.');
    expect(ledger()).toBe(`${incident.id}/2`);
  });

  test('is left alone when its words can’t be told from the agent’s', async () => {
    const { broadcast, submit, takeOut, session } = await open();
    session.composer.write(session.composer.text.replace('We apologize', 'My own words. We apologize'));
    await broadcast();
    await submit();
    expect(await takeOut()).toEqual({ did: 'nothing', because: 'edited' });
  });

  test('goes out when the agent insists', async () => {
    const { broadcast, submit, heard, ledger, incident } = await open();
    await broadcast();
    await submit();
    expect(await submit()).toEqual({ plan: { do: 'pass' }, settled: 'marked' });
    expect(heard()).toBe(2);
    expect(ledger()).toBe(`${incident.id}/2`);
  });

  test('stops the save where the fields are not on the form, too', async () => {
    const { broadcast, submit, ledger, incident } = await open({ fieldsOnForm: [] });
    await broadcast();
    expect((await submit()).plan).toMatchObject({ because: 'told' });
    expect((await submit()).settled).toBe('marked');
    expect(ledger()).toBe(`${incident.id}/2`);
  });

  test('passes when Zendesk does not answer', async () => {
    const { broadcast, submit, world } = await open();
    await broadcast();
    world.faults.script({ url: 'show_many' }, { kind: 'lost', applied: false });
    expect((await submit()).plan).toEqual({ do: 'pass' });
  });
});

describe('a newer update that was told meanwhile', () => {
  async function openOvertaken(wanted: Wanted = {}) {
    const opened = await open(wanted);
    opened.postUpdate(3, { stage: 'monitoring' });
    return opened;
  }

  test('is why the save is stopped, rather than the age of the reply', async () => {
    const { broadcast, submit } = await openOvertaken();
    await broadcast(3);
    expect((await submit()).plan).toEqual({ do: 'stop', because: 'told', held: 2, told: 3 });
  });

  test('stays in the ledger when the old reply goes out all the same, and is not told again', async () => {
    for (const fieldsOnForm of [undefined, []]) {
      const opened = await openOvertaken(fieldsOnForm ? { fieldsOnForm } : {});
      const { broadcast, submit, ledger, incident, heard, time, world, ticketId } = opened;
      await broadcast(3);
      await submit();
      await submit();
      expect(ledger()).toBe(`${incident.id}/3`);
      expect(world.valueOf(ticketId, 'allclear_stage')).toBe('allclear_monitoring');
      await time.advance(5_000);
      await broadcast(3);
      expect(heard()).toBe(2);
    }
  });

  test('stays in the ledger when it was told between the check and the save', async () => {
    const { broadcast, ports, ticketId, run, session, ledger, incident, heard, time, deeds } =
      await openOvertaken();
    const stop = await run(checkSubmit(ports, ticketId, undefined, undefined));
    if (stop.do !== 'stop') throw new Error(stop.do);
    await run(checkSubmit(ports, ticketId, undefined, nameOfStop(stop)));
    await broadcast(3);
    await run(session.submit());
    expect(ledger()).toBe(`${incident.id}/2`); // what the form held
    await run(settleSubmit(ports, ticketId));
    expect(ledger()).toBe(`${incident.id}/3`);
    expect(deeds(ticketId).at(-1)).toEqual({ did: 'mend', incident: incident.id, n: 3 });
    await time.advance(5_000);
    await broadcast(3);
    expect(heard()).toBe(2);
  });

  test('does not let the old reply out that this customer has heard, without a word about that', async () => {
    const { broadcast, submit, postUpdate } = await open();
    await broadcast(2);
    postUpdate(3);
    expect((await submit()).plan).toMatchObject({ because: 'old' });
    expect((await submit()).plan).toEqual({ do: 'stop', because: 'told', held: 2, told: 2 });
    expect((await submit()).plan).toEqual({ do: 'pass' });
  });

  test('is proposed in place of the old reply while it was told to nobody', async () => {
    const { broadcast, submit, postUpdate } = await open();
    await broadcast(2);
    postUpdate(3);
    expect((await submit()).plan).toEqual({ do: 'stop', because: 'old', held: 2, newest: 3 });
  });
});

describe('the ledger is not put back', () => {
  test('by a reply that was deleted from the composer after a broadcast told it', async () => {
    const { broadcast, submit, session, ledger, incident, heard, time } = await open();
    await broadcast();
    session.composer.write('<p>Something else entirely, from me.</p>');
    expect((await submit()).plan).toEqual({ do: 'unmark' });
    expect(ledger()).toBe(`${incident.id}/2`);
    await time.advance(5_000);
    await broadcast();
    expect(heard()).toBe(2);
  });

  test('by trouble after the save, which is not the agent’s', async () => {
    const { submit, world } = await open();
    world.faults.script({ method: 'GET', url: 'show_many' }, { kind: 'slow', ms: 0 });
    world.faults.script({ method: 'GET' }, { kind: 'server-error', status: 503, applied: false }, 9);
    expect(await submit()).toEqual({ plan: { do: 'pass' }, settled: 'marked' });
  });
});

describe('a ledger that somebody has edited', () => {
  test('after a broadcast told the customer does not hide it, at the submit or at an insertion', async () => {
    for (const value of ['', 'told!']) {
      const { broadcast, submit, takeOut, insert, world, ticketId, mara, time } = await open();
      await broadcast();
      const fields = [{ id: world.fieldId('allclear_told'), value }];
      updateTicket(world, world.ticket(ticketId), { fields }, mara);
      expect((await submit()).plan).toEqual({ do: 'stop', because: 'told', held: 2, told: 2 });
      await takeOut();
      await time.advance(1_000);
      expect(await insert()).toMatchObject({ did: 'nothing', because: 'told' });
    }
  });
});

describe('what the ledger says is not believed', () => {
  test('when it said so before the reply was inserted once more', async () => {
    const { insert, submit, session, time } = await openReport();
    await insert();
    await submit();
    await time.advance(5_000);
    await insert({ again: true });
    expect(session.composer.text).toContain('Issue Identified');
    expect((await submit()).plan).toEqual({ do: 'pass' });
  });

  test('when somebody wrote a number that no update has', async () => {
    const { setField, submit, ticketId, incident } = await open();
    setField(ticketId, 'allclear_told', `${incident.id}/99`);
    expect((await submit()).plan).toEqual({ do: 'pass' });
  });
});

test('no older reply is inserted when the ledger is ahead of what was read of the incident', async () => {
  const { insert, setField, ticketId, incident } = await openReport();
  setField(ticketId, 'allclear_told', `${incident.id}/3`);
  expect(await insert()).toMatchObject({ did: 'nothing', because: 'told' });
});
