import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { change, write } from '../e2e/stories/lead.ts';
import { createRecorder } from '../workspace/record.ts';
import { addIncident, addReport, type SmallOutage } from '../workspace/world/seed/build.ts';
import type { World } from '../workspace/world/world.ts';
import { click, giveTablesRoom, pressKey } from './hands.ts';
import { showDesk } from './showDesk.tsx';

beforeAll(giveTablesRoom);

const MINUTE = 60_000;
const titles = () => [...document.querySelectorAll('[data-row]')].map(({ textContent }) => textContent);

/** A second incident that hit more customers, and whose promise is broken once time has passed. */
function withAnother(world: World, seed: SmallOutage) {
  const other = addIncident(world, seed, { subject: 'Receipts arrive late', update: 2, stage: 'monitoring' });
  for (const customer of seed.customers) addReport(world, seed, other, customer, { told: 2 });
  addReport(world, seed, other, seed.customers[0]!, { told: 1 });
}

describe('the list', () => {
  test('has the incident that hit the most customers first, a broken promise before all, and says how old it is', async () => {
    const { see, until, world, incident, time } = await showDesk({ given: withAnother });
    await see('2 active incidents');
    expect(titles()).toEqual(['Receipts arrive late', 'Donation form returns error 502']);
    await see('3 of 4'); // counted off the ledgers
    const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
    record.update.next = new Date(time.now() - 7 * MINUTE).toISOString();
    write(world, incident.id, { allclear_record: JSON.stringify(record) });
    await act(() => time.advance(31_000));
    await until(() => expect(titles()[0]).toBe('Donation form returns error 502'));
    await until(() => expect(screen.getAllByTestId('desk-next')[0]?.textContent).toContain('7 min overdue'));
    await click('desk-show-late');
    expect(titles()).toEqual(['Donation form returns error 502']);
    expect(screen.getByTestId('desk-seen').textContent).toMatch(/^seen /);
  });

  test('is walked with arrow keys, searched with a slash, and opened with Enter', async () => {
    const { see } = await showDesk({ given: withAnother });
    await see('2 active incidents');
    await pressKey(document.body, 'ArrowDown');
    expect(document.activeElement?.textContent).toBe('Receipts arrive late');
    await pressKey(document.activeElement!, 'ArrowDown');
    expect(document.activeElement?.textContent).toBe('Donation form returns error 502');
    await pressKey(document.activeElement!, '/');
    const search = screen.getByTestId('desk-search');
    expect(document.activeElement).toBe(search);
    await act(async () => void fireEvent.change(search, { target: { value: 'receipts' } }));
    expect(titles()).toEqual(['Receipts arrive late']);
    await pressKey(search, '/'); // typed, like any other sign
    expect(document.activeElement).toBe(search);
    await pressKey(search, 'ArrowDown');
    expect(document.activeElement?.textContent).toBe('Receipts arrive late');
  });

  test('keeps what it saw, with its age, when Zendesk fails', async () => {
    const { see, world, time } = await showDesk();
    await see('1 active incident');
    world.faults.script({ method: 'GET', url: '/problems' }, { kind: 'answer', status: 503, body: {} }, 99);
    await act(() => time.advance(35_000));
    await see('Try again');
    expect(titles()).toHaveLength(1);
  });

  test('asks a few times a minute, and not at all while another page is in front', async () => {
    const { see, world, time, session } = await showDesk({ given: withAnother });
    await see('3 of 4');
    const askedIn = async (minutes: number) => {
      const recorder = createRecorder();
      world.traffic = recorder;
      for (let half = 0; half < 2 * minutes; half += 1) await act(() => time.advance(MINUTE / 2));
      return recorder.exchanges.length;
    };
    const asked = await askedIn(5);
    expect(asked).toBeGreaterThan(5);
    expect(asked).toBeLessThanOrEqual(5 * 4);
    session.announce('pane.deactivated', undefined);
    await act(() => time.advance(MINUTE));
    expect(await askedIn(5)).toBe(0);
    session.announce('pane.activated', undefined);
    expect(await askedIn(1)).toBeGreaterThan(0);
  });

  test('marks a channel that has not heard, with nobody running anything', async () => {
    const { see } = await showDesk({
      given(world, { incident }) {
        const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
        const at = new Date(world.clock.now()).toISOString();
        record.receipts = [{ channel: 'slack', n: record.update.n, outcome: 'failed', at }];
        write(world, incident.id, { allclear_record: JSON.stringify(record) });
      },
    });
    await see('Slack: failed');
    await click('desk-show-apart');
    expect(titles()).toHaveLength(1);
  });

  test('shows the reviews of those that are over, overdue ones first, and those alone that are owed', async () => {
    const { see, until, text } = await showDesk({
      given(world, seed) {
        const review = (id: number, more: object) => {
          const record = JSON.parse(String(world.valueOf(id, 'allclear_record')));
          write(world, id, { allclear_record: JSON.stringify({ ...record, review: more }) });
          change(world, id, { status: 'solved' });
        };
        const due = (days: number) => ({
          due: new Date(world.clock.now() + days * 24 * 60 * MINUTE).toISOString(),
          zone: 'UTC',
          owner: { name: 'Sam Osei' },
        });
        review(seed.incident.id, { state: 'in review', ...due(-2) });
        const over = (subject: string, more: object) =>
          review(addIncident(world, seed, { subject, stage: 'resolved' }).id, more);
        over('Receipts arrive late', { state: 'draft', ...due(3) });
        over('Login is slow', { state: 'sent', ...due(-3) });
      },
    });
    await until(() =>
      expect(titles()).toEqual(['Donation form returns error 502', 'Login is slow', 'Receipts arrive late']),
    );
    await see(/Donation form.*2 days overduein review · .{3,}Owner: Sam Osei/);
    await see(/Receipts arrive late.*in 3 daysdraft · /);
    await see('sent · ');
    expect(screen.getByTestId('desk-show-review').textContent).toBe('Review owed2');
    await click('desk-show-review');
    expect(titles()).toEqual(['Donation form returns error 502', 'Receipts arrive late']);
    await act(
      async () => void fireEvent.change(screen.getByTestId('desk-search'), { target: { value: 'slow' } }),
    );
    expect(text()).toContain('None of them matches and owes a root cause analysis.');
  });

  test('shows what is over apart from what runs', async () => {
    const { see } = await showDesk({
      given: (world, { incident }) => world.closeTicket(incident.id),
    });
    await see('No active incident');
    await see(/All clear.*Incidents that are over.*Donation form/);
  });
});

test('measures: the figures of all, of each, and what was left out', async () => {
  const { see } = await showDesk({
    outage: { reports: 3, update: 1, told: 1 },
    hash: () => '#desk/measures',
    given(world, seed) {
      const other = addIncident(world, seed, { subject: 'Receipts arrive late' });
      world.faults.script(
        { method: 'GET', url: `tickets/${other.id}/audits` },
        { kind: 'answer', status: 403, body: {} },
      );
    },
  });
  await see(/Left out, because they could not be read: #\d+\./);
  await see('100%');
  expect(screen.getByTestId('measure-coverage').textContent).toContain('100%');
  expect(screen.getByTestId('measure-firstNotice').textContent).toContain('42 min');
  expect(screen.getByTestId('measure-table').querySelectorAll('tbody tr')).toHaveLength(1);
});
