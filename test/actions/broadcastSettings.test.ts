import { describe, expect, test } from 'vitest';
import { broadcast } from '../../src/actions/broadcast.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { tellOne } from '../../src/actions/tellOne.ts';
import type { UpdateDraft } from '../../src/domain/update.ts';
import { addCustomer, addReport } from '../workspace/world/seed/build.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

/** An outage whose update 2 is told by an account with these settings. */
async function tell(
  settings: Record<string, unknown>,
  wanted: Wanted = {},
  draft: Partial<UpdateDraft> = {},
) {
  const opened = openBroadcast({ ...wanted, app: settings });
  const { ports, incident, run, world } = opened;
  return {
    ...opened,
    start: async () => {
      await run(claimUpdate(ports, incident.id, 1, opened.draft(draft)));
      return run(broadcast(ports, incident.id, 2));
    },
    heardText: (id: number) => world.ticket(id).publicComments.at(-1)?.body ?? '',
  };
}

describe('two reports of one person', () => {
  async function twice(settings: Record<string, unknown>, reports = 4) {
    const opened = await tell(settings, { reports });
    const [first, ...others] = opened.reports.map(({ id }) => id) as [number, ...number[]];
    const last = others.at(-1)!;
    const ticket = opened.world.ticket(last);
    ticket.values = { ...ticket.values, requesterId: opened.world.ticket(first).requesterId };
    return { ...opened, first, others, last };
  }

  test('get the whole text both, unless set otherwise', async () => {
    const { start, heardText, last } = await twice({});
    expect(await start()).toMatchObject({ end: 'done', told: 4 });
    expect(heardText(last)).toContain('Issue Identified');
  });

  test('get it once, and the number of that request', async () => {
    const { start, heardText, first, last, heard, deedsOf } = await twice({ same_person: 'pointer' });
    expect(await start()).toMatchObject({ end: 'done', told: 4 });
    expect(heardText(first)).toContain('Issue Identified');
    expect(heardText(last)).not.toContain('Issue Identified');
    expect(heardText(last)).toContain(`We have written to you about this in request #${first}.`);
    expect(heard(last)).toEqual([2]);
    expect(deedsOf(last).at(-1)).toMatchObject({ did: 'told', n: 2, first });
  });

  test('get the whole text in the second where the first can’t be told', async () => {
    const { start, heardText, first, last, world } = await twice({ same_person: 'pointer' });
    world.closeTicket(first);
    expect(await start()).toMatchObject({ end: 'done', told: 3, skipped: [{ id: first }] });
    expect(heardText(last)).toContain('Issue Identified');
  });

  test('get the whole text in the second where Zendesk refuses to write to the first', async () => {
    const { start, heardText, first, last, world } = await twice({ same_person: 'pointer' });
    world.faults.scriptJob(
      { kind: 'rows', fails: (id) => id === first, error: 'Sorry', details: 'Not today.' },
      9,
    );
    expect(await start()).toMatchObject({ end: 'done', told: 3 });
    expect(heardText(last)).toContain('Issue Identified');
  });

  test('by two agents at once get it once', async () => {
    const { ports, at, run, incident, draft, heardText, first, last, heard } = await twice(
      { same_person: 'pointer' },
      150,
    );
    await run(claimUpdate(ports, incident.id, 1, draft()));
    await run(Promise.all([broadcast(ports, incident.id, 2), broadcast(at('tom'), incident.id, 2)]));
    expect(heardText(first)).toContain('Issue Identified');
    expect(heardText(last)).toContain(`request #${first}`);
    expect(heard(last)).toEqual([2]);
  });

  test('ask for no second list', async () => {
    const { start, world } = await twice({ same_person: 'pointer' }, 300);
    let lists = 0;
    const isList = ({ url }: { url: string }) => {
      if (url.includes('/incidents')) lists += 1;
      return false;
    };
    world.faults.script(isList, { kind: 'slow', ms: 0 });
    expect(await start()).toMatchObject({ end: 'done', told: 300 });
    expect(lists).toBe(3);
  });
});

describe('the status of reports', () => {
  test('stays as it is, unless set otherwise', async () => {
    const { start, world, reports } = await tell({}, { status: 'pending' });
    await start();
    for (const { id } of reports) expect(world.ticket(id).status).toBe('pending');
  });

  test('becomes what the settings say, in the write that tells', async () => {
    const { start, world, reports } = await tell({ status_running: 'hold' });
    expect(await start()).toMatchObject({ end: 'done', told: 3 });
    for (const { id } of reports) {
      expect(world.ticket(id).status).toBe('hold');
      expect(world.ticket(id).audits).toHaveLength(2);
    }
  });

  test('of a solved report stays solved', async () => {
    const { start, world, reports } = await tell({ status_running: 'open' });
    const [solved] = reports;
    solved!.values = { ...solved!.values, status: 'solved' };
    expect(await start()).toMatchObject({ told: 3 });
    expect(world.ticket(solved!.id).status).toBe('solved');
  });

  test('is solved with the end where a ticket has somebody who can solve it', async () => {
    const end = {
      stage: 'resolved',
      next: undefined,
      gate: { kind: 'confirmed', by: 'Sam', where: 'Slack #inc-502' },
    } as const;
    const { start, world, reports, tom } = await tell({ status_resolved: 'solved' }, {}, end);
    const [assigned, ...others] = reports;
    assigned!.values = { ...assigned!.values, assigneeId: tom.id };
    expect(await start()).toMatchObject({ end: 'done', told: 3, statusLeft: { count: 2 } });
    expect(world.ticket(assigned!.id).status).toBe('solved');
    for (const { id } of others) expect(world.ticket(id).status).toBe('open');
  });

  test('that the account does not have keeps nobody from being told', async () => {
    const { start, world, reports, heard } = await tell(
      { status_running: 'hold' },
      { reports: 250, settings: { onHold: false } },
    );
    const told = await start();
    expect(told).toMatchObject({ end: 'done', told: 250, skipped: [] });
    expect(told.statusLeft).toEqual({ count: 250, detail: 'Status: is invalid' });
    for (const { id } of reports) expect(heard(id)).toEqual([2]);
    expect(world.ticket(reports[0]!.id).status).toBe('open');
  });
});

describe('the status of a report that is told late', () => {
  test.each([
    [true, 'hold'],
    [false, 'open'],
  ] as const)('becomes what the settings say, where Zendesk lets it (%s)', async (onHold, expected) => {
    const opened = await tell({ status_running: 'hold' }, { settings: { onHold } });
    const { start, run, ports, world, incident, heard } = opened;
    await start();
    const late = addReport(world, opened, incident, addCustomer(world, 50));
    expect(await run(tellOne(ports, incident.id, late.id))).toMatchObject({ do: 'told' });
    expect(heard(late.id)).toEqual([2]);
    expect(world.ticket(late.id).status).toBe(expected);
  });
});
