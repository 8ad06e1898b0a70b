import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import '../../src/views/modal/several/Merge.tsx';
import '../../src/views/modal/several/MoveMany.tsx';
import { addIncident } from '../workspace/world/seed/build.ts';
import type { Ticket } from '../workspace/world/ticket.ts';
import { updateTicket } from '../workspace/world/updateTicket.ts';
import { click } from './hands.ts';
import { type ShownModal, showModal } from './showModal.tsx';

/** Another incident runs beside the one at hand, whose customers have heard its update 2. */
async function open(show: 'move' | 'merge', wanted: ShownModal = {}) {
  let other: Ticket | undefined;
  const shown = await showModal((incident) => ({ show, incident }), {
    outage: { reports: 4, update: 2, told: 2 },
    ...wanted,
    given: async (opened) => {
      other = addIncident(opened.world, opened.seed, {
        subject: 'Receipts arrive twice',
        symptoms: 'Two receipts come.',
      });
      await wanted.given?.(opened);
    },
  });
  const choose = (value: string) =>
    act(async () => void fireEvent.change(screen.getByTestId('several-target'), { target: { value } }));
  const comments = (id: number) => shown.world.ticket(id).publicComments.length - 1;
  return { ...shown, other: other!, choose, pressOn: click, comments };
}

describe('moving tickets', () => {
  test('takes those that a search finds, and says how many were moved and told', async () => {
    const { see, pressOn, choose, other, reports, comments, world, time } = await open('move', {
      given: ({ world, seed }) => {
        updateTicket(world, world.ticket(seed.reports[1]!.id), { subject: 'Two receipts' }, seed.mara);
        updateTicket(world, world.ticket(seed.reports[2]!.id), { subject: 'Receipts again' }, seed.mara);
      },
    });
    await see('Choose all 4 found');
    await act(async () => {
      fireEvent.change(screen.getByTestId('choose-filter'), { target: { value: 'receipts' } });
    });
    await see('Choose all 2 found');
    await pressOn('choose-all');
    await see('2 chosen');
    await choose(String(other.id));
    expect(screen.getByTestId('move-send').textContent).toBe('Move 2 tickets');
    await pressOn('move-send');
    await act(async () => void (await time.advance(30_000)));
    await see('2 tickets were moved. 2 customers were told.');
    expect(reports.map(({ id }) => world.ticket(id).problemId === other.id)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(reports.map(({ id }) => comments(id))).toEqual([0, 1, 1, 0]);
  });

  test('to a new incident opens the form with those tickets chosen', async () => {
    const { see, pressOn, choose, reports } = await open('move');
    await see('Choose all 4 found');
    await pressOn(`choose-${reports[0]!.id}`);
    await choose('new');
    expect(screen.getByTestId('move-send').textContent).toBe('Declare an incident with 1 ticket…');
    await pressOn('move-send');
    await see('Declare an incident');
    await see('Declare, and attach 1 ticket');
    expect(screen.getByTestId(`declare-ticket-${reports[0]!.id}`)).toHaveProperty('checked', true);
  });

  test('says so where there is nowhere and nothing to move', async () => {
    const { see } = await open('move', { outage: { reports: 0 } });
    await see('No ticket is attached, so there is none to move.');
    expect(screen.getByTestId('move-send')).toHaveProperty('disabled', true);
  });
});

describe('merging', () => {
  test('names both on its button, and afterwards what was done and what stayed', async () => {
    const { see, pressOn, choose, other, incident, reports, time } = await open('merge', {
      given: ({ world, seed }) => world.closeTicket(seed.reports[0]!.id),
    });
    await see('This can’t be undone.');
    expect(screen.getByTestId('merge-send')).toHaveProperty('disabled', true);
    await choose(String(other.id));
    expect(screen.getByTestId('merge-send').textContent).toBe(`Merge #${incident.id} into #${other.id}`);
    await pressOn('merge-send');
    await act(async () => void (await time.advance(30_000)));
    await see(`Merged into #${other.id}. 3 tickets were moved. 3 customers were told.`);
    await see(`#${reports[0]!.id} is closed`);
    expect(screen.queryByTestId('merge-send')).toBeNull();
  });

  test('says why it was refused, and changes nothing', async () => {
    const { see, pressOn, choose, other, world, mara, incident } = await open('merge');
    await see('Merge');
    await choose(String(other.id));
    updateTicket(world, world.ticket(other.id), { status: 'solved' }, mara);
    await pressOn('merge-send');
    await see('The other incident is solved. Nothing was changed');
    expect(world.ticket(incident.id).status).not.toBe('solved');
  });

  test('is offered no drill, and no incident that was merged itself', async () => {
    const { see } = await open('merge', {
      given: ({ world, seed }) => {
        const drill = addIncident(world, seed, { subject: 'Drill: all is down' });
        updateTicket(world, drill, { tags: ['allclear_incident', 'allclear_drill'] }, seed.mara);
      },
    });
    await see('Receipts arrive twice');
    expect(screen.getByTestId('several-target').textContent).not.toContain('Drill');
  });

  test.each(['es', 'ar'])('speaks %s', async (language) => {
    const { until, view } = await open('merge', { language });
    await until(() => expect(screen.getByTestId('merge-send')).toBeDefined());
    expect(view.container.textContent).not.toMatch(/several\.|\{\w+\}/);
  });
});
