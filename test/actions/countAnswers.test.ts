import { describe, expect, test } from 'vitest';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { countAnswers } from '../../src/actions/countAnswers.ts';
import { readAnswers } from '../../src/actions/readAnswers.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { toIncident } from '../../src/domain/incident.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

const MINUTE = 60_000;

/** Update 2 has just reached everybody. */
async function open(wanted: Wanted = {}) {
  const opened = openBroadcast({ reports: 4, ...wanted });
  const { world, time, run, ports, incident, reports, draft, tom } = opened;
  const claimed = await run(claimUpdate(ports, incident.id, 1, draft()));
  if (claimed.do !== 'claimed') throw new Error('not posted');
  await run(tellEveryone(ports, incident.id, 2));
  await time.advance(MINUTE);
  const now = async () => toIncident(await run(ports.tickets.readOne(incident.id)));
  let asked = 0;
  world.faults.script(
    () => {
      asked += 1;
      return false;
    },
    { kind: 'lost', applied: false },
  );
  return {
    ...opened,
    writes: (index: number, text: string) => world.customerWrites(reports[index]!.id, text),
    answers: (index: number, text: string) => world.agentWrites(reports[index]!.id, tom.id, text),
    count: async (options = {}) => run(countAnswers(ports, await now(), options)),
    async read(most = 10) {
      const known = await now();
      const { replied, others } = await run(countAnswers(ports, known));
      return run(readAnswers(ports, known, [...replied, ...others], { most }));
    },
    asked() {
      const before = asked;
      asked = 0;
      return before;
    },
  };
}

describe('who has answered an update', () => {
  test('is nobody while nobody has', async () => {
    const { count } = await open();
    expect(await count()).toMatchObject({
      n: 2,
      replied: [],
      others: [],
      unknown: 0,
      looked: 4,
      isAll: true,
    });
  });

  test('is whoever wrote after it, the newest first, in one request for a hundred reports', async () => {
    const { count, writes, time, reports, asked } = await open();
    writes(0, 'Thank you.');
    await time.advance(MINUTE);
    writes(2, 'Still broken.');
    asked();
    const { replied } = await count();
    expect(replied.map(({ id }) => id)).toEqual([reports[2]!.id, reports[0]!.id]);
    expect(replied[0]).toMatchObject({ customer: 'Customer 3', isTold: true });
    expect(asked()).toBe(2); // the incident, and the list
  });

  test('is found out with one request more where the list does not say when they wrote', async () => {
    const { count, writes, asked } = await open({ settings: { incidentsSideloadMetrics: false } });
    writes(1, 'Any news?');
    asked();
    expect(await count()).toMatchObject({ replied: [{ customer: 'Customer 2' }], unknown: 0 });
    expect(asked()).toBe(3);
  });

  test('is not an agent, and not whoever wrote before', async () => {
    const { count, answers, world, reports, time, draft, run, ports, incident } = await open();
    answers(0, 'We are on it.');
    world.customerWrites(reports[1]!.id, 'Any news?');
    await time.advance(MINUTE);
    await run(claimUpdate(ports, incident.id, 2, draft({ stage: 'monitoring' })));
    await run(tellEveryone(ports, incident.id, 3));
    expect(await count()).toMatchObject({ n: 3, replied: [], others: [] });
  });

  test('is told apart from those who wait to hear of it at all', async () => {
    const { count, world, incident, time } = await open();
    world.addTicket({
      subject: 'Broken',
      requesterId: world.addUser({ name: 'Noor' }).id,
      type: 'incident',
      problemId: incident.id,
    });
    await time.advance(MINUTE);
    expect(await count()).toMatchObject({ replied: [], others: [{ customer: 'Noor', isTold: false }] });
  });

  test('is counted off as many reports as one may look at, and says so', async () => {
    const { count, writes } = await open({ reports: 150 });
    writes(120, 'Still broken.');
    expect(await count({ mostPages: 1 })).toMatchObject({ looked: 100, isAll: false, replied: [] });
    expect(await count()).toMatchObject({
      looked: 150,
      isAll: true,
      replied: [{ customer: 'Customer 121' }],
    });
  });
});

describe('what they have said', () => {
  test('is read of the newest alone, with whether it waits for us and sounds broken', async () => {
    const { read, writes, answers, time } = await open();
    writes(0, 'Thank you, it works again.');
    await time.advance(MINUTE);
    writes(1, 'It is still broken for us.\nWhat now?');
    answers(1, 'We are looking.');
    await time.advance(MINUTE);
    writes(2, 'When will it be back?');
    const { answers: found, unread } = await read(2);
    expect(found).toMatchObject([
      { words: 'When will it be back?', isOpen: true, soundsBroken: false },
      { words: 'It is still broken for us. What now?', isOpen: false, soundsBroken: true },
    ]);
    expect(unread).toBe(1);
  });

  test('is no answer where it was written between the posting and the telling', async () => {
    const { ports, run, incident, draft, read, world, reports, time } = await open();
    await run(claimUpdate(ports, incident.id, 2, draft({ stage: 'monitoring' })));
    await time.advance(3_000);
    world.customerWrites(reports[0]!.id, 'It is still broken.');
    await time.advance(3_000);
    await run(tellEveryone(ports, incident.id, 3));
    expect(await read()).toMatchObject({ answers: [], unread: 0 });
  });
});
