import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Update } from '../../src/domain/record.ts';
import { write } from '../e2e/stories/lead.ts';
import type { World } from '../workspace/world/world.ts';
import { type Shown, showSidebar } from './showSidebar.tsx';

const MINUTE = 60_000;
const TWO = { update: 2, told: 1, stage: 'identified' } as const;

/** The newest update says something else; `minutes` from now is when the next one is promised. */
function updated(
  world: World,
  incident: { id: number },
  minutes: number,
  different: (now: number) => Partial<Update> = () => ({}),
) {
  const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
  const now = world.clock.now();
  const next = new Date(now + minutes * MINUTE).toISOString();
  const update = { ...record.update, next, ...different(now) };
  write(world, incident.id, { allclear_record: JSON.stringify({ ...record, update }) });
}

const show = (
  minutes: number,
  { isOwn = true, eta, ...more }: Shown & { isOwn?: boolean; eta?: number } = {},
) =>
  showSidebar({
    outage: TWO,
    given: (world, { incident }) => {
      updated(world, incident, minutes, (now) =>
        eta === undefined
          ? {}
          : { eta: { text: 'soon', by: 'Sam', at: new Date(now + eta * MINUTE).toISOString() } },
      );
      return isOwn ? incident.id : undefined;
    },
    ...more,
  });

const reason = () => screen.getByTestId('snooze-reason') as HTMLInputElement;

describe('a promise', () => {
  test('with an hour to go is no news', async () => {
    const { see } = await show(60);
    await see('Post update 3…');
    expect(screen.queryByTestId('promise-update')).toBeNull();
  });

  test('is warned of ahead, on the incident’s ticket and on its reports', async () => {
    for (const isOwn of [true, false]) {
      const { see, view } = await show(8, { isOwn });
      await see('Due soon: the next update is promised for');
      await see('Snooze the reminder');
      view.unmount();
    }
  });
});

describe('putting the reminder off', () => {
  test('takes a reason, and says who did it, until when and why', async () => {
    const { see, press, until, world, incident } = await show(-7);
    await press('Snooze the reminder');
    await press('15 min');
    await see('Say why, so that colleagues know. Nothing was snoozed.');
    expect(String(world.valueOf(incident.id, 'allclear_record'))).not.toContain('snooze');
    await until(() => expect(document.activeElement).toBe(reason()));
    fireEvent.change(reason(), { target: { value: 'Engineering rolls back.' } });
    await press('15 min');
    await see(/Reminder off until .*, by Mara Lind: Engineering rolls back\./);
    expect(screen.queryByTestId('snooze-form')).toBeNull();
    const { reminders } = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
    const { until: ends } = reminders.update.snooze;
    expect(Date.parse(ends) - world.clock.now()).toBeGreaterThan(14 * MINUTE);
    // What customers were promised is as late as before.
    await see(/overdue/);
  });

  test('comes too late when customers were told meanwhile, and says so', async () => {
    const { see, press, world, incident } = await show(-7);
    await press('Snooze the reminder');
    fireEvent.change(reason(), { target: { value: 'We wait.' } });
    updated(world, incident, 60);
    await press('30 min');
    await see('Nothing was snoozed: customers have been told meanwhile');
  });

  test('is for those who may post', async () => {
    const { see } = await show(-7, { settings: { broadcast_group: 'Billing' }, by: 'tom' });
    await see(/overdue/);
    await see(/Only members of/);
    expect(screen.queryByTestId('snooze-update')).toBeNull();
  });
});

describe('a time given for the fix', () => {
  test('is warned of before it passes', async () => {
    const { see } = await show(60, { isOwn: false, eta: 8 });
    await see(
      /Customers expect the fix at .*, in 8 min\. If that will not hold, tell them before it passes\./,
    );
  });

  test('that has passed is said, with what the next update proposes', async () => {
    const { see } = await show(60, { eta: -8 });
    await see(/passed 8 min ago\. The next update proposes to say so\./);
    await see('Snooze the reminder of the fix');
  });
});
