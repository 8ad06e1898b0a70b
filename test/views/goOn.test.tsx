import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { createBrowser } from '../../src/adapters/browser.ts';
import type { Browser } from '../../src/ports.ts';
import { memoryStorage } from '../actions/memoryStorage.ts';
import { updateTicket } from '../workspace/world/updateTicket.ts';
import type { World } from '../workspace/world/world.ts';
import { type Shown, showSidebar } from './showSidebar.tsx';

const HALF: Shown = { outage: { update: 2, told: 1, stage: 'identified', reports: 6 } };
const MINUTE = 60_000;

/** A browser whose agent wants to go on alone; `isTaken`: another of its tabs is telling. */
function wishing({ isTaken = false } = {}): Browser {
  const kept = memoryStorage();
  const browser = createBrowser(() => kept, undefined);
  browser.setGoesOnAlone(true);
  return { ...browser, take: async () => (isTaken ? undefined : () => {}) };
}

function tell(world: World, id: number, ledger: string) {
  updateTicket(
    world,
    world.ticket(id),
    { fields: [{ id: world.fieldId('allclear_told'), value: ledger }] },
    world.user(400_001),
  );
}

async function show(shown: Shown = {}) {
  const sidebar = await showSidebar({ ...HALF, ...shown });
  const { world, time, reports, incident } = sidebar;
  await sidebar.see(/\d of 6/);
  return {
    ...sidebar,
    pass: (ms: number) => act(() => time.advance(ms)),
    heard: () =>
      reports.map(
        ({ id }) =>
          world.ticket(id).audits.filter(({ custom }) => {
            const did = custom?.allclear as { did?: string; n?: number } | undefined;
            return did?.did === 'told' && did.n === 2;
          }).length,
      ),
    tellOne: (index: number) => tell(world, reports[index]!.id, `${incident.id}/2`),
  };
}

describe('telling on', () => {
  test('tells those who are left, once each, and says so', async () => {
    const sidebar = await show();
    sidebar.tellOne(1);
    await sidebar.press('Continue');
    await sidebar.see('Update 2 has reached 6 tickets.');
    await sidebar.see('6 of 6');
    expect(sidebar.heard()).toEqual([1, 0, 1, 1, 1, 1]);
    await sidebar.see('Everyone who can be told has been told.');
    expect(screen.queryByTestId('continue')).toBeNull();
  });

  test('can be paused, and says what was sent', async () => {
    const sidebar = await show();
    await sidebar.press('Continue');
    await sidebar.press('Pause');
    await sidebar.see('Paused: nothing more goes out.');
    await sidebar.pass(5 * MINUTE);
    expect(screen.getByTestId('telling-continue').textContent).toBe('Continue');
  });

  test('paused on the first of many pages, still counts all of them', async () => {
    const sidebar = await showSidebar({ outage: { ...HALF.outage, reports: 250 } });
    await sidebar.see('0 of 250');
    await sidebar.press('Continue');
    await sidebar.press('Pause');
    await sidebar.see('Paused: nothing more goes out.');
    expect(screen.getByTestId('telling-count').textContent).toMatch(/^\d+ of 250$/);
  });

  test('can be cancelled for everybody: no browser goes on by itself, and it is said who did', async () => {
    const sidebar = await show({ browser: wishing() });
    await sidebar.press('Continue');
    await sidebar.press('Pause');
    await sidebar.see('6 were not told.');
    await sidebar.press('Cancel the rest');
    await sidebar.see('Cancelled: nothing more of update 2 goes out');
    await sidebar.pass(5 * MINUTE);
    expect(sidebar.heard()).toEqual([0, 0, 0, 0, 0, 0]);
    const { incident, world } = sidebar;
    const later = await showSidebar({
      ...HALF,
      browser: wishing(),
      given: (other, outage) => {
        const { values } = other.ticket(outage.incident.id);
        const record = world.valueOf(incident.id, 'allclear_record');
        const fields = new Map(values.fields).set(other.fieldId('allclear_record'), String(record));
        other.ticket(outage.incident.id).values = { ...values, fields };
        return outage.reports[1]!.id;
      },
    });
    await later.see(/Mara Lind cancelled it at .*\. Those who are left are told by a press alone\./);
  });

  test('is offered on the incident’s own ticket too', async () => {
    const sidebar = await show({ given: (_, { incident }) => incident.id });
    await sidebar.press('Continue');
    await sidebar.see('6 of 6');
    expect(sidebar.heard()).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('is not offered to those who may not', async () => {
    const sidebar = await show({ by: 'ines' });
    await sidebar.see('6 still to be told');
    await sidebar.pass(MINUTE);
    expect(screen.queryByTestId('continue')).toBeNull();
  });

  test('while another tab of this browser is at it, it is left to that one', async () => {
    const sidebar = await show({ browser: { ...wishing({ isTaken: true }), goesOnAlone: () => false } });
    await sidebar.press('Continue');
    await sidebar.see('Another tab of this browser is telling them already.');
    await sidebar.pass(5 * MINUTE);
    expect(sidebar.heard()).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('who is at it', () => {
  test('shows in the figures: nobody can say at first, then it moves or stands still', async () => {
    const sidebar = await show();
    await sidebar.see('Whether somebody is at it shows within a minute or two.');
    sidebar.tellOne(2);
    sidebar.tellOne(3);
    await sidebar.pass(MINUTE + 1_000);
    await sidebar.see('Somebody is at it: 2 more told lately.');
    await sidebar.see('Telling everyone update 2');
    await sidebar.pass(MINUTE + 1_000);
    await sidebar.see(/Nobody seems to be at it: no change for \d/);
    await sidebar.see('Told of update 2');
  });
});

describe('going on by itself', () => {
  test('happens when nobody does, if the agent said so', async () => {
    const sidebar = await show({ browser: wishing() });
    await sidebar.see('Go on by itself when nobody does');
    expect(sidebar.heard()).toEqual([0, 0, 0, 0, 0, 0]);
    await sidebar.pass(MINUTE + 1_000);
    await sidebar.see('6 of 6');
    expect(sidebar.heard()).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('does not happen unless the agent said so, and is remembered for this browser once they do', async () => {
    const kept = memoryStorage();
    const browser = createBrowser(() => kept, undefined);
    const sidebar = await show({ browser });
    await sidebar.pass(3 * MINUTE);
    expect(sidebar.heard()).toEqual([0, 0, 0, 0, 0, 0]);
    const wish = await screen.findByLabelText(/Go on by itself/);
    await act(async () => void fireEvent.click(wish));
    expect(createBrowser(() => kept, undefined).goesOnAlone()).toBe(true);
    await sidebar.pass(MINUTE + 1_000);
    await sidebar.see('6 of 6');
  });

  test('waits while the figure moves, since somebody is at it', async () => {
    const sidebar = await show({ browser: wishing() });
    for (const index of [1, 2, 3, 4]) {
      await sidebar.pass(MINUTE / 2);
      sidebar.tellOne(index);
      await sidebar.pass(MINUTE / 2);
      expect(sidebar.heard()).toEqual([0, 0, 0, 0, 0, 0]);
    }
    await sidebar.see('4 of 6');
    await sidebar.pass(MINUTE + 1_000);
    await sidebar.see('6 of 6');
    expect(sidebar.heard()).toEqual([1, 0, 0, 0, 0, 1]);
  });

  test('is left to the other tab of this browser that has it', async () => {
    const sidebar = await show({ browser: wishing({ isTaken: true }) });
    await sidebar.pass(5 * MINUTE);
    expect(sidebar.heard()).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('ends with the broadcast: who joins after its summary is told by a press alone', async () => {
    const sidebar = await show({
      browser: wishing(),
      given: (world, { incident }) => {
        const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
        const receipt = {
          channel: 'tickets',
          n: 2,
          outcome: 'some not told',
          at: record.update.at,
          skipped: { suspended: 1 },
        };
        const { values } = world.ticket(incident.id);
        const text = JSON.stringify({ ...record, receipts: [receipt] });
        const fields = new Map(values.fields).set(world.fieldId('allclear_record'), text);
        world.ticket(incident.id).values = { ...values, fields };
        return undefined;
      },
    });
    await sidebar.pass(5 * MINUTE);
    expect(sidebar.heard()).toEqual([0, 0, 0, 0, 0, 0]);
    await sidebar.see('Left out when it was told: 1 suspended.');
    expect(screen.queryByTestId('alone')).toBeNull();
    await sidebar.press('Tell update 2 to 6 more');
    await sidebar.see('6 of 6');
  });
});
