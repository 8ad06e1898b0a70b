import { describe, expect, test } from 'vitest';
import { broadcast } from '../../src/actions/broadcast.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { tellOne } from '../../src/actions/tellOne.ts';
import { addCustomer, addReport } from '../workspace/world/seed/build.ts';
import { updateTicket } from '../workspace/world/updateTicket.ts';
import { FAULTS, failCall, whenAsked } from './faultsAtEveryCall.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

/** Update 2 was told to everybody; then another ticket is attached. */
async function open(wanted: Wanted = {}) {
  const opened = openBroadcast({ reports: 2, ...wanted });
  const { ports, incident, run, draft, at, world, time } = opened;
  await run(claimUpdate(ports, incident.id, 1, draft()));
  await run(broadcast(ports, incident.id, 2));
  await time.advance(5_000);
  const late = addReport(world, opened, incident, addCustomer(world, 1)).id;
  const tell = (who: 'mara' | 'tom' | 'ines' = 'tom', id = late) => tellOne(at(who), incident.id, id);
  return {
    ...opened,
    late,
    start: tell,
    tell: (...args: Parameters<typeof tell>) => run(tell(...args)),
    comments: () => world.ticket(late).publicComments.length - 1,
    setLedger: (value: string) =>
      updateTicket(
        world,
        world.ticket(late),
        { fields: [{ id: world.fieldId('allclear_told'), value }] },
        opened.mara,
      ),
  };
}

describe('a customer who joins late', () => {
  test('hears the newest update alone, in their language, with ledger and stage in the same write', async () => {
    const { tell, late, heard, world, incident, comments } = await open();
    expect(await tell()).toEqual({ do: 'told', n: 2 });
    expect(heard(late)).toEqual([2]);
    expect(comments()).toBe(1);
    expect(world.ticket(late).publicComments.at(-1)?.html).toContain('Donors press Give');
    expect(world.ticket(late).publicComments.at(-1)?.html).not.toContain('Issue Identified'); // Spanish
    expect(world.valueOf(late, 'allclear_told')).toBe(`${incident.id}/2`);
    expect(world.valueOf(late, 'allclear_stage')).toBe('allclear_identified');
    expect(world.jobs.size).toBe(1); // the broadcast's: one customer needs no job
  });

  test('hears it once, however often it is asked for', async () => {
    const { tell, comments } = await open();
    await tell();
    expect(await tell('mara')).toEqual({ do: 'already told', n: 2 });
    expect(comments()).toBe(1);
  });

  test('hears it once from two agents at the same moment', async () => {
    const { start, run, comments } = await open();
    const outcomes = await run(Promise.all([start('tom'), start('mara')]));
    for (const outcome of outcomes) expect(outcome).toMatchObject({ n: 2 });
    expect(comments()).toBe(1);
  });

  test('hears it once while a broadcast runs', async () => {
    const { start, run, at, incident, comments } = await open();
    await run(Promise.all([start('tom'), broadcast(at('mara'), incident.id, 2), start('mara')]));
    expect(comments()).toBe(1);
  });

  test('hears the update that is posted at that very moment, or this one and then that', async () => {
    for (const ms of [50, 150, 300, 600, 1_200, 2_100, 2_300, 2_500]) {
      const { start, run, at, incident, draft, late, heard, time } = await open();
      const posted = time
        .pause(ms)
        .then(() => claimUpdate(at('mara'), incident.id, 2, draft({ stage: 'monitoring' })))
        .then(() => broadcast(at('mara'), incident.id, 3));
      await run(Promise.all([start(), posted]));
      expect([[3], [2, 3]]).toContainEqual(heard(late));
    }
  });

  test('who writes meanwhile hears it all the same, once', async () => {
    const { start, run, time, world, late, comments } = await open();
    const telling = start();
    for (const ms of [100, 400, 2_200]) time.after(ms, () => void world.customerWrites(late, 'Hello?'));
    expect(await run(telling)).toEqual({ do: 'told', n: 2 });
    expect(comments()).toBe(1 + 3);
  });
});

describe('whichever call goes wrong', () => {
  test.each(FAULTS)('(%s) nobody hears it twice, and asking again is enough', async (_, fault) => {
    for (let call = 0; call < 6; call++) {
      const { tell, world, comments } = await open();
      failCall(world, call, fault);
      await tell().catch(() => undefined);
      expect(comments()).toBeLessThanOrEqual(1);
      world.faults.clear();
      expect(await tell()).toMatchObject({ n: 2 });
      expect(comments()).toBe(1);
    }
  });

  test('a reply that may have gone out is never said not to have', async () => {
    const { tell, world, comments } = await open();
    whenAsked(world, { method: 'PUT' }, () =>
      world.faults.script({ method: 'GET' }, { kind: 'answer', status: 403, body: {} }, 9),
    );
    world.faults.script({ method: 'PUT' }, { kind: 'lost', applied: true });
    await expect(tell()).rejects.toMatchObject({ trouble: 'unreachable' });
    expect(comments()).toBe(1);
  });
});

describe('nothing is sent', () => {
  test('to a ticket that was detached, closed, merged, deleted, or runs on messaging', async () => {
    const outcome = async (given: (opened: Awaited<ReturnType<typeof open>>) => void) => {
      const opened = await open();
      given(opened);
      const told = await opened.tell();
      expect(opened.comments()).toBe(0);
      return told;
    };
    const cannot = (because: string) => ({ do: 'cannot', because });
    expect(await outcome(({ world, late }) => world.closeTicket(late))).toEqual(cannot('closed'));
    expect(await outcome(({ world, late, reports }) => world.mergeTicket(late, reports[0]!.id))).toEqual(
      cannot('merged'),
    );
    expect(
      await outcome(({ world, late }) => Object.assign(world.ticket(late), { fromMessagingChannel: true })),
    ).toEqual(cannot('messaging'));
    expect(
      await outcome(({ world, late, mara }) =>
        updateTicket(world, world.ticket(late), { type: null, problemId: null }, mara),
      ),
    ).toEqual(cannot('not attached'));
    expect(await outcome(({ world, late }) => world.tickets.delete(late)).catch(String)).toContain(
      'no ticket',
    );
  });

  test('before any update was posted, or while the record can’t be read', async () => {
    for (const [text, because] of [
      [null, 'no update'],
      ['{"v":9}', 'record'],
    ] as const) {
      const { tell, world, incident, mara, comments } = await open();
      const fields = [{ id: world.fieldId('allclear_record'), value: text }];
      updateTicket(world, world.ticket(incident.id), { fields }, mara);
      expect(await tell()).toEqual({ do: 'cannot', because });
      expect(comments()).toBe(0);
    }
  });

  test('by an agent who may not answer customers', async () => {
    const { tell, comments, world, tom } = await open();
    expect(await tell('ines')).toEqual({ do: 'refuse', because: 'light agent' });
    world.giveRole(tom.id, { name: 'Tier 1', configuration: { ticket_comment_access: 'none' } });
    expect(await tell()).toMatchObject({ do: 'refuse', because: 'role', lacks: 'answer in public' });
    expect(comments()).toBe(0);
  });
});

test('an agent who may not tell everyone may tell the one customer they see', async () => {
  const { tell, world, tom, support } = await open();
  Object.assign(world.user(tom.id), { ticketRestriction: 'groups', groupIds: [support.id] });
  world.giveRole(tom.id, { name: 'Tier 1', configuration: { ticket_bulk_edit: false } });
  expect(await tell()).toEqual({ do: 'told', n: 2 });
});

describe('a ledger that was edited by hand', () => {
  test('is set right when the audits say that the customer was told', async () => {
    const { tell, setLedger, comments, world, late, incident, time } = await open();
    await tell();
    await time.advance(20_000);
    for (const value of ['', 'told!', `${incident.id}/99`]) {
      setLedger(value);
      expect(await tell()).toEqual({ do: 'already told', n: 2 });
      expect(world.valueOf(late, 'allclear_told')).toBe(`${incident.id}/2`);
    }
    expect(comments()).toBe(1);
  });

  test('does not keep a customer in the dark who was not', async () => {
    const { tell, setLedger, comments, incident } = await open();
    setLedger(`${incident.id}/99`);
    expect(await tell()).toEqual({ do: 'told', n: 2 });
    expect(comments()).toBe(1);
  });
});
