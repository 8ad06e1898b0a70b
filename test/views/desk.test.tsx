import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readModalHash } from '../../src/domain/modalTask.ts';
import { change, write } from '../e2e/stories/lead.ts';
import { createRecorder } from '../workspace/record.ts';
import { addIncident, addReport, type SmallOutage } from '../workspace/world/seed/build.ts';
import { updateTicket } from '../workspace/world/updateTicket.ts';
import type { World } from '../workspace/world/world.ts';
import { type ShownDesk, showDesk } from './showDesk.tsx';

// jsdom lays nothing out, and a table that is no pixel high has no row in sight.
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(900);
});

const MINUTE = 60_000;
const click = (testId: string) => act(async () => screen.getByTestId(testId).click());
const press = (target: Element | Document, key: string, more: object = {}) =>
  act(async () => void fireEvent.keyDown(target, { key, ...more }));
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
    await press(document.body, 'ArrowDown');
    expect(document.activeElement?.textContent).toBe('Receipts arrive late');
    await press(document.activeElement!, 'ArrowDown');
    expect(document.activeElement?.textContent).toBe('Donation form returns error 502');
    await press(document.activeElement!, '/');
    const search = screen.getByTestId('desk-search');
    expect(document.activeElement).toBe(search);
    await act(async () => void fireEvent.change(search, { target: { value: 'receipts' } }));
    expect(titles()).toEqual(['Receipts arrive late']);
    await press(search, '/'); // typed, like any other sign
    expect(document.activeElement).toBe(search);
    await press(search, 'ArrowDown');
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

const open = (wanted: ShownDesk = {}) =>
  showDesk({ hash: ({ incident }) => `#desk/${incident.id}/reports`, ...wanted });

describe('one incident', () => {
  test('tells those who were chosen and are behind, and nobody else', async () => {
    const shown = await open({ outage: { reports: 4, update: 2, told: 1 } });
    const { see, reports, world, incident, until } = shown;
    await see('4 tickets, read');
    const grid = screen.getByTestId('report-table');
    await press(grid, ' ');
    await press(grid, 'ArrowDown', { shiftKey: true });
    await see('2 tickets selected.');
    await until(() => expect(screen.getByTestId('bulk-tell').textContent).toBe('Tell 2 customers update 2'));
    await click('bulk-tell');
    await see('2 of 2 have heard update 2.');
    const told = reports.map(({ id }) => world.valueOf(id, 'allclear_told'));
    expect(told).toEqual([`${incident.id}/2`, `${incident.id}/2`, `${incident.id}/1`, `${incident.id}/1`]);
    await until(() => expect(screen.getByTestId('show-told').textContent).toBe('Told2'));
  });

  test('sets those aside who were chosen, for a reason, and takes them back', async () => {
    const { see, reports, world, until, incident } = await open({
      outage: { reports: 3, update: 2, told: 1 },
    });
    const tagged = () =>
      reports.filter(({ id }) => world.ticket(id).tags.includes(`allclear_aside_${incident.id}`)).length;
    await see('3 tickets, read');
    const grid = screen.getByTestId('report-table');
    await press(grid, ' ');
    await until(() => screen.getByTestId('bulk-aside'));
    await click('bulk-aside');
    await click('aside-yes');
    await see('Say why, so that colleagues know. Nothing was set aside.');
    const field = screen.getByTestId('aside-reason');
    await act(async () => void fireEvent.change(field, { target: { value: 'They have left us.' } }));
    await click('aside-yes');
    await see('1 ticket is set aside: no update is sent to it.');
    expect(tagged()).toBe(1);
    await until(() => expect(screen.getByTestId('show-cannot').textContent).toContain('1'));
    await see('set aside by a colleague');
    expect(screen.getByTestId('show-behind').textContent).toContain('2');

    await act(async () => screen.getByRole('button', { name: 'Close' }).click());
    await press(grid, 'a', { ctrlKey: true });
    await until(() => expect(screen.getByTestId('bulk-tell').textContent).toContain('2 customers'));
    await click('bulk-back');
    await click('aside-yes');
    await see('1 ticket is taken back: updates are for it again.');
    expect(tagged()).toBe(0);
    await until(() => expect(screen.getByTestId('show-behind').textContent).toContain('3'));
  });

  test('detaches those who were chosen after one question', async () => {
    const { see, reports, world, until, text } = await open({ outage: { reports: 3 } });
    await see('3 tickets, read');
    await press(screen.getByTestId('report-table'), 'a', { ctrlKey: true });
    await see('3 tickets selected.');
    await click('bulk-detach');
    expect(text()).toContain('Detach 3 tickets?');
    await click('bulk-detach-yes');
    await see('3 of 3 tickets are detached.');
    expect(reports.map(({ id }) => world.ticket(id).problemId)).toEqual([null, null, null]);
    await until(() => expect(screen.queryAllByTestId('report-row')).toHaveLength(0));
  });

  test('moves those who were chosen to another incident, and each customer hears of it once', async () => {
    let other = 0;
    const { see, reports, world, until, incident, time } = await open({
      outage: { reports: 3, update: 2, told: 2 },
      given: (world, seed) => {
        other = addIncident(world, seed, { subject: 'Receipts are late', symptoms: 'No receipt.' }).id;
        const drill = addIncident(world, seed, { subject: 'Drill: all is down' });
        updateTicket(world, drill, { tags: ['allclear_incident', 'allclear_drill'] }, seed.mara);
      },
    });
    await see('3 tickets, read');
    const grid = screen.getByTestId('report-table');
    await press(grid, ' ');
    await press(grid, 'ArrowDown', { shiftKey: true });
    await until(() => expect(screen.getByTestId('bulk-move')).toBeDefined());
    await click('bulk-move');
    expect(screen.getByTestId('several-target').textContent).not.toContain('Drill');
    await act(async () => {
      fireEvent.change(screen.getByTestId('several-target'), { target: { value: String(other) } });
    });
    await click('bulk-move-yes');
    await act(async () => void (await time.advance(30_000)));
    await see('2 tickets were moved. 2 customers were told.');
    expect(reports.map(({ id }) => world.ticket(id).problemId)).toEqual([other, other, incident.id]);
    expect(reports.map(({ id }) => world.ticket(id).publicComments.length)).toEqual([2, 2, 1]);
    await until(() => expect(screen.queryAllByTestId('report-row')).toHaveLength(1));
  });

  test('opens the same modals as the sidebar, under the name by which the incident’s customers know the company', async () => {
    const { see, incident, session, until } = await open({
      given(world, seed) {
        const record = JSON.parse(String(world.valueOf(seed.incident.id, 'allclear_record')));
        const brand = { id: 7, name: 'Harbor Gifts' };
        write(world, seed.incident.id, { allclear_record: JSON.stringify({ ...record, brand }) });
      },
    });
    await see('Post update 2');
    await click('post-update');
    const modal = () => [...session.instances.open.values()].find(({ location }) => location === 'modal');
    await until(() => expect(modal()?.url).toBeDefined());
    const task = readModalHash(new URL(modal()?.url ?? '', 'https://zendesk.example').hash);
    expect(task).toEqual({ show: 'post', incident: incident.id, brand: { id: 7, name: 'Harbor Gifts' } });
  });

  test('offers nobody to tell to a light agent, and says why', async () => {
    const { see } = await open({ outage: { reports: 2, update: 2, told: 1 }, by: 'ines' });
    await see('2 tickets, read');
    await press(screen.getByTestId('report-table'), ' ');
    await see('1 ticket selected.');
    expect(screen.queryByTestId('bulk-tell')).toBeNull();
  });

  test('draws its history, which a browser that can’t draw shows as tables', async () => {
    const { see, until } = await open({
      outage: { reports: 3, update: 1, told: 1 },
      hash: ({ incident }) => `#desk/${incident.id}/charts`,
    });
    await see('Tickets over time');
    await until(() => expect(screen.getByTestId('chart-reports').textContent).toContain('update 1'));
    await until(() => expect(screen.getByTestId('chart-coverage').textContent).toContain('3 of 3'));
    expect(screen.getByTestId('chart-promises').textContent).toContain('open');
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
