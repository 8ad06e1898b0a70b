import { describe, expect, test } from 'vitest';
import { broadcast } from '../../src/actions/broadcast.ts';
import { countCoverage } from '../../src/actions/countCoverage.ts';
import { detachReport } from '../../src/actions/detachReport.ts';
import { setAside } from '../../src/actions/setAside.ts';
import { toIncident } from '../../src/domain/incident.ts';
import { change } from '../e2e/stories/lead.ts';
import { FAULTS, whenAsked } from './faultsAtEveryCall.ts';
import { openBroadcast } from './openBroadcast.ts';

const REASON = ' They have left us;\nno news is for them. ';
const KEPT = 'They have left us; no news is for them.';

/** Four reports of which nobody was told update 1, and a lead who sets some aside. */
async function open() {
  const opened = openBroadcast({ reports: 4 });
  const { ports, run, incident, reports, time, world } = opened;
  await time.advance(10_000);
  const ids = reports.map(({ id }) => id) as [number, number, number, number];
  return {
    ...opened,
    ids,
    aside: (some: readonly number[], reason: string | undefined = REASON, at = ports) =>
      run(setAside(at, { incident: incident.id, ids: some, reason })),
    back: (some: readonly number[]) =>
      run(setAside(ports, { incident: incident.id, ids: some, reason: undefined })),
    tell: () => run(broadcast(ports, incident.id, 1)),
    tagged: () => ids.filter((id) => world.ticket(id).tags.includes(`allclear_aside_${incident.id}`)),
  };
}

describe('a report that was set aside', () => {
  test('is told by no broadcast, which names it, until it is taken back', async () => {
    const { aside, back, tell, ids, heard, deedsOf, incident, time, tagged } = await open();
    const [first, second] = ids;
    expect(await aside([first, second])).toEqual({ do: 'done', tickets: [first, second], not: [] });
    expect(deedsOf(first).at(-1)).toEqual({ did: 'set aside', incident: incident.id, reason: KEPT });
    await time.advance(10_000);
    const told = await tell();
    expect(told).toMatchObject({ end: 'done', told: 2 });
    expect(told.skipped).toEqual([
      { id: first, because: 'set aside' },
      { id: second, because: 'set aside' },
    ]);
    expect(ids.map(heard)).toEqual([[], [], [1], [1]]);

    expect(await back([first])).toMatchObject({ do: 'done', tickets: [first] });
    expect(deedsOf(first).at(-1)).toEqual({ did: 'take back', incident: incident.id });
    expect(tagged()).toEqual([second]);
    await time.advance(10_000);
    await tell();
    expect(ids.map(heard)).toEqual([[1], [], [1], [1]]);
  });

  test('at the very moment in which its text is on its way is not told', async () => {
    const { tell, ids, heard, world, incident } = await open();
    const [first] = ids;
    whenAsked(world, { method: 'PUT', url: '/update_many' }, () =>
      change(world, first, { tags: [...world.ticket(first).tags, `allclear_aside_${incident.id}`] }),
    );
    expect((await tell()).skipped).toEqual([{ id: first, because: 'set aside' }]);
    expect(ids.map(heard)).toEqual([[], [1], [1], [1]]);
  });

  test('is counted as one that can’t be told', async () => {
    const { aside, ids, run, ports, incident, time } = await open();
    await aside(ids.slice(0, 1));
    await time.advance(1_000);
    const seen = toIncident(await run(ports.tickets.readOne(incident.id)));
    const counted = await run(countCoverage(ports, seen));
    expect(counted.coverage).toMatchObject({ total: 4, behind: 3, cannot: { 'set aside': 1 } });
  });

  test('keeps its other tags, and is set aside no more once it is detached', async () => {
    const { aside, ids, world, run, ports, incident } = await open();
    const [first] = ids;
    change(world, first, { tags: ['vip'] });
    await aside([first]);
    expect(world.ticket(first).tags).toEqual(
      expect.arrayContaining(['vip', `allclear_aside_${incident.id}`]),
    );
    await run(detachReport(ports, first));
    expect(world.ticket(first).tags).toEqual(['vip']);
  });
});

describe('setting aside', () => {
  test('takes a reason', async () => {
    const { aside, ids, tagged } = await open();
    expect(await aside(ids, ' \n ')).toEqual({ do: 'refuse', because: 'no reason' });
    expect(tagged()).toEqual([]);
  });

  test('takes the right to tell everyone', async () => {
    const { aside, ids, tagged, at } = await open();
    expect(await aside(ids, REASON, at('ines'))).toEqual({ do: 'refuse', because: 'light agent' });
    expect(tagged()).toEqual([]);
  });

  test('names what it could not write, and leaves it as it is', async () => {
    const { aside, ids, world, tagged } = await open();
    const [closed, elsewhere, third] = ids;
    change(world, elsewhere, { type: null, problemId: null });
    world.closeTicket(closed);
    const done = await aside([closed, elsewhere, third]);
    expect(done).toMatchObject({ do: 'done', tickets: [third] });
    expect(done.do === 'done' && done.not.map(({ id, because }) => [id, because])).toEqual([
      [closed, 'closed'],
      [elsewhere, 'not attached'],
    ]);
    expect(tagged()).toEqual([third]);
  });

  // A job takes old stamps one by one, and is never refused for one as a whole.
  test.each(FAULTS.filter(([name]) => !name.includes('stamp')))(
    'ends the same with %s at the write',
    async (_, fault) => {
      const { aside, ids, world, tagged, deedsOf } = await open();
      let calls = -1;
      world.faults.script(({ method }) => {
        if (method === 'PUT') calls += 1;
        return method === 'PUT' && calls === 0;
      }, fault);
      await aside(ids);
      if (tagged().length < ids.length) await aside(ids);
      expect(tagged()).toEqual(ids);
      for (const id of ids) expect(deedsOf(id).filter(({ did }) => did === 'set aside')).toHaveLength(1);
    },
  );
});
