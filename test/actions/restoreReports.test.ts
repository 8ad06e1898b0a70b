import { describe, expect, test } from 'vitest';
import { attachReports } from '../../src/actions/attachReports.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { detachReport } from '../../src/actions/detachReport.ts';
import { restoreReports } from '../../src/actions/restoreReports.ts';
import { tellChannels } from '../../src/actions/tellChannels.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { channelState } from '../../src/domain/channels.ts';
import { toIncident } from '../../src/domain/incident.ts';
import type { Priority } from '../workspace/world/ticket.ts';
import { updateTicket } from '../workspace/world/updateTicket.ts';
import { whenAsked } from './faultsAtEveryCall.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

const RESOLVED = {
  stage: 'resolved',
  next: undefined,
  gate: { kind: 'confirmed', by: 'Sam Osei', where: 'Slack' },
} as const;

/** An incident, and tickets of these priorities that are attached to it with the app. */
async function open(priorities: readonly (Priority | undefined)[] = ['low', undefined], wanted: Wanted = {}) {
  const opened = openBroadcast({ reports: 0, ...wanted });
  const { world, time, run, ports, incident, mara, draft } = opened;
  const tickets = priorities.map((priority, index) =>
    world.addTicket({
      subject: 'I cannot donate',
      text: 'It says that something went wrong.',
      requesterId: world.addUser({ name: `Customer ${index}` }).id,
      at: time.now() - 600_000,
      tags: ['vip'],
      ...(priority && { priority }),
    }),
  );
  const ids = tickets.map(({ id }) => id);
  await run(attachReports(ports, incident.id, ids));
  const incidentNow = async () => toIncident(await run(ports.tickets.readOne(incident.id)));
  return {
    ...opened,
    ids,
    first: ids[0]!,
    priorities: () => ids.map((id) => world.ticket(id).priority),
    tags: (id = ids[0]!) => world.ticket(id).tags.filter((tag) => !tag.startsWith('allclear_res')),
    /** Posts an update and tells it to everybody. */
    async tell(different: Parameters<typeof draft>[0] = {}) {
      await time.advance(3_000);
      const { update } = await incidentNow();
      const claimed = await run(claimUpdate(ports, incident.id, update?.n ?? 0, draft(different)));
      if (claimed.do !== 'claimed') throw new Error(`not posted: ${claimed.do}`);
      await run(tellEveryone(ports, incident.id, claimed.update.n));
      await time.advance(3_000);
    },
    change: (id: number, change: Parameters<typeof updateTicket>[2]) =>
      updateTicket(world, world.ticket(id), change, mara, { channel: 'web' }),
    restore: () => run(restoreReports(ports, incident.id)),
    state: async () => channelState(await incidentNow(), 'restore', new Date(time.now())),
  };
}

describe('while an incident runs', () => {
  test('its reports are urgent, and kept from auto-solve by a tag that says so', async () => {
    const { priorities, tags, tell } = await open();
    expect(priorities()).toEqual(['urgent', 'urgent']);
    expect(tags()).toEqual(['vip', 'allclear_running', 'allclear_low_to_urgent']);
    await tell();
    expect(tags()).toEqual(expect.arrayContaining(['vip', 'allclear_running', 'allclear_identified']));
  });

  test('nothing is put back, whoever asks for it', async () => {
    const { restore, priorities, tell } = await open();
    await tell();
    expect(await restore()).toEqual({ end: 'running', restored: 0, refused: [] });
    expect(priorities()).toEqual(['urgent', 'urgent']);
  });

  test('a ticket that somebody linked by hand gets the tag with the next update, and keeps its priority', async () => {
    const { tell, change, world, incident, time } = await open();
    const linked = world.addTicket({
      subject: 'Error',
      requesterId: world.addUser({ name: 'Noor' }).id,
      priority: 'low',
    });
    change(linked.id, { type: 'incident', problemId: incident.id });
    await time.advance(3_000);
    await tell();
    expect(world.ticket(linked.id).tags).toContain('allclear_running');
    expect(world.ticket(linked.id).priority).toBe('low');
  });

  test('whoever is taken off it loses the tags with it', async () => {
    const { tell, ports, run, first, world } = await open();
    await tell();
    await run(detachReport(ports, first));
    expect(world.ticket(first).tags).toEqual(['vip']);
    expect(world.ticket(first).priority).toBe('low');
  });
});

describe('once an incident is over', () => {
  test('each report has the priority that it had, in one job for all, and no tag of ours keeps it open', async () => {
    const { tell, restore, priorities, tags, ids, deedsOf, world } = await open([
      'low',
      'high',
      undefined,
      'urgent',
    ]);
    await tell(RESOLVED);
    const jobs = world.jobs.size;
    expect(await restore()).toEqual({ end: 'done', restored: 4, refused: [] });
    expect(priorities()).toEqual(['low', 'high', 'normal', 'urgent']);
    for (const id of ids) expect(tags(id)).toEqual(['vip']);
    expect(world.jobs.size - jobs).toBe(1);
    expect(ids.map((id) => world.ticket(id).status)).toEqual(['solved', 'solved', 'solved', 'solved']);
    expect(deedsOf(ids[0]!).at(-1)).toMatchObject({ did: 'restore' });
  });

  test('doing it again writes nothing', async () => {
    const { tell, restore, world, ids } = await open();
    await tell(RESOLVED);
    await restore();
    const audits = () => ids.map((id) => world.ticket(id).audits.length);
    const before = audits();
    expect(await restore()).toEqual({ end: 'done', restored: 0, refused: [] });
    expect(audits()).toEqual(before);
  });

  test('a priority that a person chose meanwhile stays theirs, and a closed ticket is not touched', async () => {
    const { tell, restore, priorities, change, ids, world } = await open(['low', 'low', 'low']);
    change(ids[0]!, { priority: 'high' });
    await tell(RESOLVED);
    world.closeTicket(ids[1]!);
    await restore();
    expect(priorities()).toEqual(['high', 'urgent', 'low']);
  });

  test('a change at the same moment is read before anything is written', async () => {
    const { tell, restore, priorities, change, ids, world } = await open(['low', 'low']);
    await tell(RESOLVED);
    whenAsked(world, { url: 'update_many' }, () => change(ids[0]!, { priority: 'high' }));
    await restore();
    expect(priorities()).toEqual(['high', 'low']);
  });

  test('it follows *resolved* by itself, says that it failed, and is made up for by whoever tries again', async () => {
    const { tell, at, run, incident, world, state, priorities } = await open();
    await tell(RESOLVED);
    expect(await state()).toBe('missing');
    world.faults.script(({ url }) => url.includes('update_many'), { kind: 'answer', status: 403, body: {} });
    expect(await run(tellChannels(at('mara'), incident.id, 2))).toMatchObject([
      { channel: 'restore', outcome: 'failed' },
    ]);
    expect(await state()).toBe('failed');
    await run(tellChannels(at('tom'), incident.id, 2, true));
    expect(await state()).toBe('told');
    expect(priorities()).toEqual(['low', 'normal']);
    expect(await run(tellChannels(at('mara'), incident.id, 2))).toEqual([]);
  });
});

describe('when it was not over', () => {
  test('whoever had heard that it was is urgent again with the next update, and gets back the same in the end', async () => {
    const { tell, restore, priorities, tags } = await open(['low', 'high']);
    await tell(RESOLVED);
    await restore();
    await tell({ stage: 'identified', reopens: true });
    expect(priorities()).toEqual(['urgent', 'urgent']);
    expect(tags()).toEqual(expect.arrayContaining(['allclear_running', 'allclear_low_to_urgent']));
    await tell(RESOLVED);
    await restore();
    expect(priorities()).toEqual(['low', 'high']);
  });
});
