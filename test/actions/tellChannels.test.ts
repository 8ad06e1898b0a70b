import { describe, expect, test } from 'vitest';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { tellChannels } from '../../src/actions/tellChannels.ts';
import { channelState } from '../../src/domain/channels.ts';
import { toIncident } from '../../src/domain/incident.ts';
import { FAULTS, failCall } from './faultsAtEveryCall.ts';
import { openLinks } from './openLinks.ts';

function openChannels(wanted: Parameters<typeof openLinks>[0] = {}) {
  const opened = openLinks(wanted);
  const { at, run, incident, time, theIssue, draft } = opened;
  const incidentNow = async () => toIncident(await run(at('mara').tickets.readOne(incident.id)));
  return {
    ...opened,
    tell: (n: number, who: 'mara' | 'tom' = 'mara') => run(tellChannels(at(who), incident.id, n)),
    post: (seen: number, symptoms: string) =>
      run(claimUpdate(at('mara'), incident.id, seen, draft({ symptoms }))),
    state: async () => channelState(await incidentNow(), 'jira', new Date(time.now())),
    receipt: async () => (await incidentNow()).receipts.find(({ channel }) => channel === 'jira'),
    /** The updates that were told on the issue, in order. */
    heard: () =>
      theIssue().comments.flatMap(({ body }) =>
        [...JSON.stringify(body).matchAll(/#allclear-update-(\d+)/g)].map(([, n]) => Number(n)),
      ),
  };
}

describe('an update on the issue', () => {
  test('is one comment that the service desk’s customers do not see, and its receipt says so', async () => {
    const { tell, heard, theIssue, receipt, comments } = openChannels();
    expect(await tell(1)).toMatchObject([{ channel: 'jira', n: 1, outcome: 'told' }]);
    expect(heard()).toEqual([1]);
    expect(theIssue().comments[0]?.jsdPublic).toBe(false);
    expect(comments()[0]).toContain('Donors press Give and see “Something went wrong”.');
    expect(await receipt()).toMatchObject({ channel: 'jira', n: 1, outcome: 'told' });
  });

  test('is not told again, by anybody, and nothing is written then', async () => {
    const { tell, heard, world, incident, writes } = openChannels();
    await tell(1);
    writes();
    const audits = world.ticket(incident.id).audits.length;
    expect(await tell(1, 'tom')).toEqual([]);
    expect(heard()).toEqual([1]);
    expect(writes()).toEqual([]);
    expect(world.ticket(incident.id).audits).toHaveLength(audits);
  });

  test('of two who tell it at the same moment one does', async () => {
    const { at, run, incident, heard, state } = openChannels();
    await run(
      Promise.all([tellChannels(at('mara'), incident.id, 1), tellChannels(at('tom'), incident.id, 1)]),
    );
    expect(heard()).toEqual([1]);
    expect(await state()).toBe('told');
  });

  test('with Jira down the receipt says why, and a try later tells it', async () => {
    const { tell, heard, world, state, receipt } = openChannels();
    world.takeDown('api.atlassian.com');
    expect(await tell(1)).toMatchObject([{ outcome: 'failed', reason: 'unreachable' }]);
    expect(await receipt()).toMatchObject({ outcome: 'failed', reason: 'unreachable' });
    world.bringBack('api.atlassian.com');
    await tell(1, 'tom');
    expect(heard()).toEqual([1]);
    expect(await state()).toBe('told');
  });

  test('what could not be told then comes with the next update, in order', async () => {
    const { sync, tell, post, heard, world } = openChannels();
    await sync(); // since when the issue is ours
    await tell(1);
    await post(1, 'It is the payment service.');
    world.takeDown('api.atlassian.com');
    await tell(2);
    world.bringBack('api.atlassian.com');
    await post(2, 'A fix is on its way.');
    await tell(3);
    expect(heard()).toEqual([1, 2, 3]);
  });

  test('an update that was overtaken is nobody’s to tell any more', async () => {
    const { tell, post, heard } = openChannels();
    await post(1, 'Newer.');
    expect(await tell(1)).toEqual([]);
    expect(heard()).toEqual([]);
  });

  test('a tab that died at it is not waited for forever', async () => {
    const { tell, heard, world, incident, state, time, setRecord } = openChannels();
    const until = new Date(time.now() + 4 * 60_000).toISOString();
    const at = new Date(time.now()).toISOString();
    const dead = { channel: 'jira', n: 1, outcome: 'telling', by: 'a closed tab', at, until };
    setRecord((record) => ({ ...record, receipts: [dead] }));
    expect(world.valueOf(incident.id, 'allclear_record')).toContain('a closed tab');
    expect(await state()).toBe('telling');
    expect(await tell(1)).toEqual([]);
    await time.advance(5 * 60_000);
    expect(await state()).toBe('unknown');
    await tell(1);
    expect(heard()).toEqual([1]);
  });

  test('without an issue there is no channel and no receipt', async () => {
    const { tell, setRecord, receipt } = openChannels();
    setRecord(({ jira, ...record }) => record);
    expect(await tell(1)).toEqual([]);
    expect(await receipt()).toBeUndefined();
  });

  test('the receipt of the tickets stays', async () => {
    const { tell, setRecord, world, incident } = openChannels();
    const at = '2026-11-23T11:00:00.000Z';
    setRecord((record) => ({ ...record, receipts: [{ channel: 'tickets', n: 1, outcome: 'told', at }] }));
    await tell(1);
    const { receipts } = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
    expect(receipts.map(({ channel }: { channel: string }) => channel)).toEqual(['tickets', 'jira']);
  });
});

describe('whatever one call comes to', () => {
  test.each(FAULTS)(
    '%s, at every call in turn: told once',
    async (_, fault) => {
      const whole = openChannels();
      let calls = 0;
      whole.world.faults.script(() => ++calls < 0, fault);
      await whole.tell(1);
      expect(calls).toBeGreaterThan(6);
      for (let index = 0; index < calls; index++) {
        const { tell, heard, world, state, time } = openChannels();
        failCall(world, index, fault);
        await tell(1).catch(() => {});
        await time.advance(5 * 60_000);
        await tell(1, 'tom');
        expect(heard(), `call ${index}`).toEqual([1]);
        expect(await state(), `call ${index}`).toBe('told');
      }
    },
    30_000,
  ); // dozens of worlds
});
