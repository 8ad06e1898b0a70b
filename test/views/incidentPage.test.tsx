import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { readModalHash } from '../../src/domain/modalTask.ts';
import { write } from '../e2e/stories/lead.ts';
import { addIncident } from '../workspace/world/seed/build.ts';
import { updateTicket } from '../workspace/world/updateTicket.ts';
import { click, giveTablesRoom, pressKey } from './hands.ts';
import { type ShownDesk, showDesk } from './showDesk.tsx';

beforeAll(giveTablesRoom);

const open = (wanted: ShownDesk = {}) =>
  showDesk({ hash: ({ incident }) => `#desk/${incident.id}/reports`, ...wanted });

describe('one incident', () => {
  test('tells those who were chosen and are behind, and nobody else', async () => {
    const shown = await open({ outage: { reports: 4, update: 2, told: 1 } });
    const { see, reports, world, incident, until } = shown;
    await see('4 tickets, read');
    const grid = screen.getByTestId('report-table');
    await pressKey(grid, ' ');
    await pressKey(grid, 'ArrowDown', { shiftKey: true });
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
    await pressKey(grid, ' ');
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
    await pressKey(grid, 'a', { ctrlKey: true });
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
    await pressKey(screen.getByTestId('report-table'), 'a', { ctrlKey: true });
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
    await pressKey(grid, ' ');
    await pressKey(grid, 'ArrowDown', { shiftKey: true });
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
    await pressKey(screen.getByTestId('report-table'), ' ');
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
