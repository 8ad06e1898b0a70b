import { expect, test } from 'vitest';
import { broadcast } from '../../src/actions/broadcast.ts';
import { cancelTelling } from '../../src/actions/cancelTelling.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { readTimeline } from '../../src/actions/readTimeline.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { openBroadcast } from './openBroadcast.ts';

const MINUTE = 60_000;

/** Update 2 goes out to a thousand, slowly: eight requests a minute. Mara has seen so much of it. */
async function open() {
  const opened = openBroadcast({ reports: 1_000, app: { request_share: 8 } });
  const { ports, at, incident, run, draft, reports, heard, world } = opened;
  await run(claimUpdate(ports, incident.id, 1, draft()));
  const told = () => reports.filter(({ id }) => heard(id).length > 0).length;
  const seen = () => ({ total: 1_000, told: told(), toGo: 0, unsure: 0, skipped: [], hidden: 0 });
  return {
    ...opened,
    told,
    cancel: (n = 2) => run(cancelTelling(at('tom'), incident.id, n, seen())),
    receipts: () => JSON.parse(String(world.valueOf(incident.id, 'allclear_record'))).receipts,
  };
}

test('whoever is telling it stops, and the record says by whom it was cancelled and how far it had come', async () => {
  const { ports, incident, time, run, cancel, told, receipts, reports } = await open();
  const telling = broadcast(ports, incident.id, 2);
  while (told() === 0) await time.advance(1_000);
  const then = told();
  expect(await cancel()).toEqual({ do: 'cancelled' });
  expect(receipts()).toMatchObject([
    {
      n: 2,
      outcome: 'cancelled',
      by: { name: 'Tom Adeyemi' },
      told: then,
      skipped: { cancelled: 1_000 - then },
    },
  ]);
  expect(await run(telling)).toMatchObject({ end: 'cancelled' });
  const after = told();
  expect(after).toBeLessThan(reports.length);
  await time.advance(10 * MINUTE);
  expect(told()).toBe(after);
});

test('started again, the others are told, nobody twice, and the summary takes its place', async () => {
  const { at, incident, time, run, cancel, told, receipts, reports, heard, ports } = await open();
  const telling = broadcast(ports, incident.id, 2);
  while (told() === 0) await time.advance(1_000);
  await cancel();
  await run(telling);
  expect(await run(tellEveryone(at('tom'), incident.id, 2))).toMatchObject({
    broadcast: { end: 'done', told: 1_000 },
    finished: { do: 'finished' },
  });
  for (const { id } of reports) expect(heard(id)).toEqual([2]);
  expect(receipts()).toMatchObject([{ n: 2, outcome: 'told', told: 1_000 }]);
});

test('it is in the timeline, and is written once although the answer was lost', async () => {
  const { world, incident, ports, run, cancel, deedsOf } = await open();
  world.faults.script({ method: 'PUT' }, { kind: 'lost', applied: true });
  expect(await cancel()).toEqual({ do: 'cancelled' });
  expect(deedsOf(incident.id).filter(({ did }) => did === 'summary')).toHaveLength(1);
  const { entries } = await run(readTimeline(ports, incident.id));
  expect(entries[0]).toMatchObject({
    kind: 'update',
    told: { told: 0, total: 1_000, skipped: { cancelled: 1_000 } },
  });
});

test('an update that is not the newest any more is left alone', async () => {
  const { ports, incident, run, draft, cancel, receipts } = await open();
  await run(claimUpdate(ports, incident.id, 2, draft()));
  expect(await cancel()).toEqual({ do: 'overtaken' });
  expect(receipts()).toEqual([]);
});

test('nothing is written over a record that can’t be read', async () => {
  const { world, incident, cancel } = await open();
  const { values } = world.ticket(incident.id);
  const fields = new Map(values.fields).set(world.fieldId('allclear_record'), 'not a record');
  world.ticket(incident.id).values = { ...values, fields };
  expect(await cancel()).toEqual({ do: 'refuse', because: 'record' });
  expect(world.valueOf(incident.id, 'allclear_record')).toBe('not a record');
});
