import { describe, expect, test } from 'vitest';
import { broadcast, type Progress } from '../../src/actions/broadcast.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { addAllclearMacro, addCustomer, addReport } from '../workspace/world/seed/build.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

/** An outage whose update 2 is posted and told to nobody yet. */
async function open(wanted: Wanted = {}) {
  const opened = openBroadcast(wanted);
  const { ports, incident, run, draft, at } = opened;
  await run(claimUpdate(ports, incident.id, 1, draft()));
  const seen: Progress[] = [];
  const tell = (who: 'mara' | 'tom' | 'ines' = 'mara', isStopped = () => false) =>
    broadcast(at(who), incident.id, 2, { onProgress: (progress) => void seen.push(progress), isStopped });
  return { ...opened, seen, start: tell, tell: (...args: Parameters<typeof tell>) => run(tell(...args)) };
}

describe('telling everyone', () => {
  test('reaches every report once, with ledger, stage and note in the same write', async () => {
    const { tell, world, reports, incident, heard } = await open({ reports: 5 });
    expect(await tell()).toEqual({
      end: 'done',
      total: 5,
      told: 5,
      toGo: 0,
      unsure: 0,
      skipped: [],
      hidden: 0,
    });
    for (const { id } of reports) {
      expect(heard(id)).toEqual([2]);
      expect(world.ticket(id).publicComments).toHaveLength(2);
      expect(world.valueOf(id, 'allclear_told')).toBe(`${incident.id}/2`);
      expect(world.valueOf(id, 'allclear_stage')).toBe('allclear_identified');
    }
  });

  test('speaks each customer’s language', async () => {
    const { tell, world, reports } = await open();
    await tell();
    const [english, spanish] = reports.map(({ id }) => world.ticket(id).publicComments.at(-1)?.html ?? '');
    expect(english).toContain('Issue Identified');
    expect(spanish).not.toContain('Issue Identified');
    expect(spanish).toContain('Donors press Give');
  });

  test('names those whose text Zendesk would cut, and tells all others', async () => {
    const { tell, world, reports, incident, heard } = await open({ reports: 4 });
    const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
    record.update.symptoms = 'x'.repeat(61_000); // by hand: the form takes no such text
    const { values } = world.ticket(incident.id);
    const fields = new Map(values.fields).set(world.fieldId('allclear_record'), JSON.stringify(record));
    world.ticket(incident.id).values = { ...values, fields };
    addAllclearMacro(world, 'Identified::es', '<p>Lo encontramos.</p>');
    const [english, spanish, ...others] = reports.map(({ id }) => id);
    expect(await tell()).toMatchObject({
      end: 'done',
      total: 4,
      told: 1,
      skipped: [english, ...others].map((id) => ({ id, because: 'too long' })),
    });
    expect(heard(spanish!)).toEqual([2]);
    expect(heard(english!)).toEqual([]);
    expect(world.ticket(english!).publicComments).toHaveLength(1);
  });

  test('asks for the people where Zendesk does not bring them along', async () => {
    const { tell, world, reports } = await open({ settings: { incidentsSideloadUsers: false } });
    await tell();
    expect(world.ticket(reports[1]!.id).publicComments.at(-1)?.html).not.toContain('Issue Identified');
  });

  test('again, by anybody, tells nobody twice', async () => {
    const { tell, reports, heard } = await open({ reports: 12 });
    await tell();
    expect(await tell('tom')).toMatchObject({ end: 'done', told: 12 });
    for (const { id } of reports) expect(heard(id)).toEqual([2]);
  });

  test('at the same time by two agents tells nobody twice', async () => {
    const { start, run, reports, heard } = await open({ reports: 30 });
    const ends = await run(Promise.all([start('mara'), start('tom')]));
    expect(ends).toEqual([1, 2].map(() => expect.objectContaining({ end: 'done', told: 30 })));
    for (const { id } of reports) expect(heard(id)).toEqual([2]);
  });

  test('needs two requests for a hundred reports, and few more', async () => {
    const { tell, world } = await open({ reports: 1_000 });
    let requests = 0;
    world.faults.script(
      () => {
        requests += 1;
        return false;
      },
      { kind: 'slow', ms: 0 },
    );
    expect(await tell()).toMatchObject({ end: 'done', told: 1_000 });
    expect(requests).toBeLessThanOrEqual(1.15 * 2 * 10 + 10);
  });

  test('counts only what is known, and counts everybody once', async () => {
    const { tell, seen, world, reports } = await open({ reports: 150 });
    world.closeTicket(reports[7]!.id);
    await tell();
    for (const { total, told, toGo, unsure, skipped } of seen)
      expect(told + toGo + unsure + skipped.length).toBe(total);
    expect(seen.map(({ told }) => told)).toEqual(seen.map(({ told }) => told).toSorted((a, b) => a - b));
    expect(seen.at(-1)).toMatchObject({ n: 2, total: 150, told: 149 });
  });
});

describe('who can’t be told is named', () => {
  test('closed, merged, messaging and suspended', async () => {
    const { tell, world, reports, heard } = await open({ reports: 6 });
    const [closed, merged, messaging, suspended, ...others] = reports.map(({ id }) => id) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    world.closeTicket(closed);
    world.mergeTicket(merged, others[0]!);
    world.ticket(messaging).fromMessagingChannel = true;
    world.user(world.ticket(suspended).requesterId).suspended = true;
    expect(await tell()).toMatchObject({
      end: 'done',
      told: 2,
      skipped: [
        { id: closed, because: 'closed' },
        { id: merged, because: 'merged' },
        { id: messaging, because: 'messaging' },
        { id: suspended, because: 'suspended' },
      ],
    });
    for (const id of [closed, merged, messaging, suspended]) expect(heard(id)).toEqual([]);
  });

  test('what Zendesk fails three times without a name is refused, in its words', async () => {
    const { tell, world, reports } = await open();
    const [bad] = reports;
    const fails = (id: number) => id === bad!.id;
    world.faults.scriptJob({ kind: 'rows', fails, error: 'InternalError', details: 'Sorry.' }, 3);
    expect(await tell()).toMatchObject({
      told: 2,
      skipped: [{ id: bad!.id, because: 'refused', detail: 'Sorry.' }],
    });
  });

  test('a light agent, and one who sees only some tickets, tell nobody', async () => {
    const { tell, world, tom, reports, heard } = await open();
    world.user(tom.id).ticketRestriction = 'groups';
    for (const who of ['ines', 'tom'] as const) expect(await tell(who)).toMatchObject({ end: 'not allowed' });
    for (const { id } of reports) expect(heard(id)).toEqual([]);
  });
});

describe('meanwhile', () => {
  test('a customer who writes is told in the next pass', async () => {
    const { start, run, time, world, reports, heard } = await open();
    const telling = start();
    time.after(900, () => void world.customerWrites(reports[1]!.id, 'Still broken!'));
    expect(await run(telling)).toMatchObject({ end: 'done', told: 3 });
    expect(heard(reports[1]!.id)).toEqual([2]);
  });

  test('a report that is attached is told in the same run', async () => {
    const opened = await open();
    const { start, run, time, world, incident, heard } = opened;
    const telling = start();
    let late = 0;
    time.after(1_500, () => {
      late = addReport(world, opened, incident, addCustomer(world, 50)).id;
    });
    expect(await run(telling)).toMatchObject({ end: 'done', told: 4 });
    expect(heard(late)).toEqual([2]);
  });

  test('a newer update ends the run, and nobody hears the older one after it', async () => {
    const { start, run, at, time, incident, draft, reports, heard } = await open({ reports: 40 });
    const older = start();
    const newer = time.pause(500).then(async () => {
      await claimUpdate(at('tom'), incident.id, 2, draft({ extra: 'Newer.' }));
      return broadcast(at('tom'), incident.id, 3);
    });
    const [, end] = await run(Promise.all([older, newer]));
    expect(end).toMatchObject({ end: 'done', told: 40 });
    for (const { id } of reports) expect([[2, 3], [3]]).toContainEqual(heard(id));
  });

  test('a newer update that was told while the older one had to wait is left alone', async () => {
    const { start, run, at, world, time, incident, draft, reports, heard } = await open();
    world.faults.script({ url: '/incidents' }, { kind: 'too-many', retryAfter: 15 });
    const older = start();
    const newer = time.pause(300).then(async () => {
      await claimUpdate(at('tom'), incident.id, 2, draft({ extra: 'Newer.' }));
      return broadcast(at('tom'), incident.id, 3);
    });
    const [end] = await run(Promise.all([older, newer]));
    expect(end).toMatchObject({ end: 'overtaken' });
    for (const { id } of reports) {
      expect(heard(id)).toEqual([3]);
      expect(world.valueOf(id, 'allclear_told')).toBe(`${incident.id}/3`);
    }
  });

  test('stopping keeps what was sent and sends nothing more', async () => {
    const { tell, reports, heard, seen } = await open({ reports: 250 });
    expect(await tell('mara', () => seen.some(({ unsure }) => unsure > 0))).toMatchObject({ end: 'stopped' });
    expect(reports.filter(({ id }) => heard(id).length > 0)).toHaveLength(100);
    expect(await tell()).toMatchObject({ end: 'done', told: 250 });
    for (const { id } of reports) expect(heard(id)).toEqual([2]);
  });
});

describe('a ledger that was edited', () => {
  test.each(['', 'told!', '7/2', 'higher'])('to "%s" does not make us tell again', async (text) => {
    const { tell, world, reports, incident, heard, time } = await open();
    await tell();
    const ticket = world.ticket(reports[0]!.id);
    const value = text === 'higher' ? `${incident.id}/99` : text;
    const fields = new Map(ticket.values.fields).set(world.fieldId('allclear_told'), value);
    ticket.values = { ...ticket.values, fields };
    await time.advance(10_000);
    expect(await tell('tom')).toMatchObject({ end: 'done', told: 3 });
    expect(heard(ticket.id)).toEqual([2]);
    expect(world.valueOf(ticket.id, 'allclear_told')).toBe(`${incident.id}/2`);
  });
});

describe('jobs', () => {
  test.each([
    ['that are killed', { kind: 'killed', after: 2 }],
    ['that fail half-way', { kind: 'killed', after: 3, state: 'failed' }],
    ['that never end', { kind: 'endless', after: 2 }],
    ['that are late', { kind: 'late', ms: 90_000 }],
  ] as const)('%s leave nobody out', async (_, fault) => {
    const { tell, world, reports, heard, time } = await open({ reports: 6 });
    world.faults.scriptJob(fault);
    expect(await tell()).toMatchObject({ end: 'done', told: 6 });
    await time.advance(300_000);
    for (const { id } of reports) expect(heard(id)).toEqual([2]);
  });

  test('wait for room in Zendesk’s queue, and say so', async () => {
    const { tell, world, seen } = await open({ settings: { mostJobs: 1 }, reports: 350 });
    expect(await tell()).toMatchObject({ end: 'done', told: 350 });
    expect(seen.some(({ waiting }) => waiting?.for === 'too many')).toBe(true);
    expect(world.jobs.size).toBe(4);
  });
});
