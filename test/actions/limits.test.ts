import { describe, expect, test } from 'vitest';
import type { Progress } from '../../src/actions/broadcast.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import type { UpdateDraft } from '../../src/domain/update.ts';
import { answer } from '../workspace/answer.ts';
import { inFlight } from '../workspace/world/runJob.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

const MINUTE = 60_000;
const CLOCK_TICK = 1; // a computer’s clock has whole milliseconds
const RESOLVED: Partial<UpdateDraft> = {
  stage: 'resolved',
  next: undefined,
  gate: { kind: 'confirmed', by: 'Sam Osei (Engineering)', where: 'Slack #inc-502' },
};

/** An outage; what the app asks is noted with its time, another app's calls are not. */
function open(wanted: Wanted) {
  const opened = openBroadcast(wanted);
  const { world, time, mara, ports, incident, draft } = opened;
  const asked: { at: number; url: string }[] = [];
  const waits: (Progress['waiting'] & object)['for'][] = [];
  world.faults.script(
    ({ url }) => {
      if (!url.startsWith(OTHER)) asked.push({ at: time.now(), url });
      return false;
    },
    { kind: 'slow', ms: 0 },
  );
  return {
    ...opened,
    asked,
    waits,
    /** Another app of the same agent asks something. */
    otherApp: () => void answer(world, { method: 'GET', url: OTHER, headers: {}, agent: mara.id }),
    async post(different: Partial<UpdateDraft> = {}) {
      const claimed = await claimUpdate(ports, incident.id, 1, draft(different));
      if (claimed.do !== 'claimed') throw new Error(claimed.do);
      return tellEveryone(ports, incident.id, claimed.update.n, {
        onProgress: ({ waiting }) => void (waiting && waits.push(waiting.for)),
      });
    },
  };
}

const OTHER = '/api/v2/groups';

describe('requests', () => {
  test.each([true, false])(
    'are at most eighty in any minute, from the claim to the solving (people brought along: %s)',
    async (incidentsSideloadUsers) => {
      const { run, post, asked } = open({ reports: 2_800, settings: { incidentsSideloadUsers } });
      expect(await run(post(RESOLVED))).toMatchObject({
        broadcast: { told: 2_800 },
        finished: { isSolved: true },
      });
      const inMinuteUpTo = (index: number) =>
        asked.filter(({ at }, i) => i <= index && at > asked[index]!.at - MINUTE + CLOCK_TICK);
      expect(asked.length).toBeGreaterThan(100);
      expect(Math.max(...asked.map((_, index) => inMinuteUpTo(index).length))).toBe(80);
    },
  );

  test('leave another app of the same agent its fifth of the limit', async () => {
    const { run, post, otherApp, time, waits } = open({ reports: 4_300 });
    const minutes = [0, 1, 2, 3];
    for (const minute of minutes)
      for (let i = 0; i < 20; i++) time.after(minute * MINUTE + i * 3_000, otherApp);
    expect(await run(post())).toMatchObject({ broadcast: { end: 'done', told: 4_300 } });
    expect(waits).toContain('our share');
    expect(waits).not.toContain('too many');
  });

  test('stop altogether when another app takes more, until Zendesk says', async () => {
    const { run, post, otherApp, time, waits, asked } = open({ reports: 4_300 });
    for (let i = 0; i < 60; i++) time.after(1_000, otherApp);
    const began = time.now();
    expect(await run(post())).toMatchObject({ broadcast: { end: 'done', told: 4_300 } });
    expect(waits).toContain('too many');
    // The limiter's minute began with the first request; what was under way when it filled up was refused too.
    const late = asked.filter(({ at }) => at > began + 10_000 && at < began + MINUTE - 1_000);
    expect(late).toEqual([]);
  });
});

describe('jobs', () => {
  test('are fewer than twenty at the same time', async () => {
    const { run, post, world } = open({ reports: 2_500 });
    let most = 0;
    world.changes.subscribe(() => {
      most = Math.max(most, inFlight(world).length);
    });
    await run(post());
    expect(most).toBeGreaterThan(10);
    expect(most).toBeLessThan(20);
  });

  test('wait when other apps have filled the account’s queue, as long as Zendesk says', async () => {
    const { run, post, world, time, tom, asked, waits } = open({ reports: 700 });
    // Somebody else's jobs: 28 of 30 for five minutes.
    for (let i = 0; i < 28; i++) world.faults.scriptJob({ kind: 'late', ms: 5 * MINUTE });
    const ids = world.addTicket({ subject: 'Other', text: 'Other', requesterId: tom.id }).id;
    const body = { ticket: { additional_tags: ['x'] } };
    const url = `/api/v2/tickets/update_many.json?ids=${ids}`;
    for (let i = 0; i < 28; i++)
      await run(answer(world, { method: 'PUT', url, headers: {}, agent: tom.id, body }));
    asked.length = 0;
    expect(await run(post())).toMatchObject({ broadcast: { end: 'done', told: 700 } });
    expect(waits).toContain('too many');
    const sends = asked.filter(({ url }) => url.includes('update_many')).map(({ at }) => at);
    expect(world.jobs.size).toBe(28 + 7);
    // Two find room at once; the others come back a minute later, not before.
    const first = sends[0]!;
    const early = sends.filter((at) => at > first + 2_000 && at < first + MINUTE);
    expect(early).toEqual([]);
    expect(time.now() - first).toBeLessThan(5 * MINUTE);
  });

  test('go on a hundred tickets a minute, should those count as updates', async () => {
    const { run, post, time, waits, asked, reports, heard } = open({
      reports: 650,
      settings: { jobItemsCount: true },
    });
    const began = time.now();
    expect(await run(post())).toMatchObject({ broadcast: { end: 'done', told: 650 } });
    expect(waits).toContain('too many');
    expect(time.now() - began).toBeLessThan(8 * MINUTE);
    expect(asked.length).toBeLessThan(120);
    for (const { id } of reports) expect(heard(id)).toEqual([2]);
  });
});
