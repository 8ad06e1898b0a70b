import { describe, expect, test } from 'vitest';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { snoozeReminder } from '../../src/actions/snoozeReminder.ts';
import { write } from '../e2e/stories/lead.ts';
import { memoryStorage } from './memoryStorage.ts';
import { openReminders } from './openReminders.ts';

describe('the lead', () => {
  test('hears ahead of a promise, when it is overdue and at each further stage, once each', async () => {
    const { sit, pass, incident } = await openReminders();
    const { lookUp, said } = await sit('mara');
    for (const minutes of [-11, -10, -9, -1, 0, 1, 2, 30, 61, 62, 121, 181, 241, 600]) {
      await pass(minutes);
      await lookUp();
    }
    expect(said()).toEqual([
      `notice: update of #${incident.id}, stage 0`,
      ...[1, 2, 3, 4].map((stage) => `alert, stays: update of #${incident.id}, stage ${stage}`),
    ]);
  });

  test('hears it in one window of a browser, and once in every other browser', async () => {
    const { sit, pass } = await openReminders();
    const atHome = memoryStorage();
    const windows = [await sit('mara', atHome), await sit('mara', atHome), await sit('mara')];
    await pass(-5);
    for (const { lookUp } of [...windows, ...windows]) await lookUp();
    expect(windows.map(({ said }) => said().length)).toEqual([1, 0, 1]);
  });

  test('hears nothing behind another window, and what was missed once this one is back', async () => {
    const { sit, pass } = await openReminders();
    const { lookUp, said, setVisible } = await sit('mara');
    setVisible(false);
    await pass(-5);
    await lookUp();
    expect(said()).toEqual([]);
    setVisible(true);
    await lookUp();
    expect(said()).toHaveLength(1);
  });
});

test('the members of the admin’s group hear it as the lead does, and nobody else', async () => {
  const { sit, pass } = await openReminders({ app: { broadcast_group: 'Support' } });
  const tom = await sit('tom');
  await pass(2);
  await tom.lookUp();
  expect(tom.said()).toHaveLength(1);

  const other = await openReminders({ app: { broadcast_group: 'Billing' } });
  const [mara, colleague] = [await other.sit('mara'), await other.sit('tom')];
  await other.pass(2);
  await mara.lookUp();
  await colleague.lookUp();
  expect(mara.said()).toHaveLength(1);
  expect(colleague.said()).toEqual([]);
});

describe('nobody is reminded', () => {
  test('once the next update is posted', async () => {
    const { sit, pass, run, ports, incident, draft, heardInSlack } = await openReminders();
    const { lookUp, said } = await sit('mara');
    await pass(-11);
    await run(claimUpdate(ports, incident.id, 1, draft({ next: new Date(Date.now() * 2).toISOString() })));
    await pass(5);
    await lookUp();
    expect([said(), heardInSlack()]).toEqual([[], []]);
  });

  test('after resolved', async () => {
    const { sit, pass, run, ports, incident, draft, heardInSlack, time } = await openReminders();
    const { lookUp, said } = await sit('mara');
    const when = new Date(time.now()).toISOString();
    const gate = { kind: 'confirmed', by: 'Sam Osei', where: 'the call', when } as const;
    await run(claimUpdate(ports, incident.id, 1, draft({ stage: 'resolved', gate })));
    await pass(90);
    await lookUp();
    expect([said(), heardInSlack()]).toEqual([[], []]);
  });

  test('while somebody has put it off, and then it begins anew', async () => {
    const { sit, pass, run, ports, incident, due, record, deedsOf, heardInSlack } = await openReminders();
    const mara = await sit('mara');
    await pass(-2);
    await mara.lookUp();
    const until = new Date(due + 15 * 60_000).toISOString();
    const next = new Date(due).toISOString();
    const reason = ' Engineering rolls back;\nwe know at a quarter to. ';
    const wish = { kind: 'update', due: next, until, reason } as const;
    expect((await run(snoozeReminder(ports, incident.id, wish))).do).toBe('snoozed');
    const kept = 'Engineering rolls back; we know at a quarter to.';
    expect(record().reminders.update.snooze).toMatchObject({ due: next, until, reason: kept });
    expect(deedsOf(incident.id).at(-1)).toEqual({
      did: 'snooze',
      what: 'update',
      due: next,
      until,
      reason: kept,
    });
    for (const minutes of [5, 14]) {
      await pass(minutes);
      await mara.lookUp();
    }
    expect(mara.said()).toHaveLength(1);
    expect(heardInSlack()).toEqual([]);
    await pass(17);
    await mara.lookUp();
    expect(mara.said()).toHaveLength(2);
    expect(heardInSlack()).toHaveLength(1);
  });
});

describe('putting a reminder off', () => {
  test('takes a reason', async () => {
    const { run, ports, incident, due, record } = await openReminders();
    const at = new Date(due).toISOString();
    const wish = { kind: 'update', due: at, until: at, reason: ' \n ' } as const;
    expect(await run(snoozeReminder(ports, incident.id, wish))).toEqual({
      do: 'refuse',
      because: 'no reason',
    });
    expect(record().reminders).toBeUndefined();
  });

  test('comes too late when customers were told meanwhile', async () => {
    const { run, ports, incident, due, draft, record } = await openReminders();
    const at = new Date(due).toISOString();
    await run(claimUpdate(ports, incident.id, 1, draft()));
    const wish = { kind: 'update', due: at, until: at, reason: 'We wait.' } as const;
    expect(await run(snoozeReminder(ports, incident.id, wish))).toEqual({ do: 'overtaken' });
    expect(record().reminders).toBeUndefined();
  });

  test('leaves a record alone that nobody can read', async () => {
    const { run, ports, incident, due, world } = await openReminders();
    write(world, incident.id, { allclear_record: '{"v":9}' });
    const at = new Date(due).toISOString();
    const wish = { kind: 'update', due: at, until: at, reason: 'We wait.' } as const;
    expect(await run(snoozeReminder(ports, incident.id, wish))).toEqual({ do: 'refuse', because: 'record' });
  });
});

test('a time given for the fix is warned of, and said once when it has passed', async () => {
  const { sit, pass, run, ports, incident, draft, due, heardInSlack } = await openReminders();
  const eta = { text: '12:30', at: new Date(due).toISOString(), by: 'Sam' };
  const next = new Date(due + 5 * 60 * 60_000).toISOString();
  await run(claimUpdate(ports, incident.id, 1, draft({ eta, next })));
  const { lookUp, said } = await sit('mara');
  for (const minutes of [-9, -3, 2, 70, 130]) {
    await pass(minutes);
    await lookUp();
  }
  expect(said()).toEqual([
    `notice: eta of #${incident.id}, stage 0`,
    `alert, stays: eta of #${incident.id}, stage 1`,
  ]);
  expect(heardInSlack()).toEqual([
    'The fix was expected at Nov 23, 11:38 UTC, and customers still read that time',
  ]);
});
