import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { addIncident } from '../workspace/world/seed/build.ts';
import { type Shown, showSidebar } from './showSidebar.tsx';

const loose: NonNullable<Shown['given']> = (world, { customers }) =>
  world.addTicket({
    subject: 'Error 502 when I donate',
    text: 'I press Give and the form says error 502.',
    requesterId: customers[0]!.id,
    priority: 'low',
    at: world.clock.now() - 60_000,
  }).id;

describe('a ticket that hangs on nothing', () => {
  test('shows the running incidents, the likely one first with the words both share', async () => {
    const { see, incident } = await showSidebar({
      given: (world, seed) => {
        addIncident(world, seed, { subject: 'Receipts arrive late', symptoms: 'Receipts take hours.' });
        return loose(world, seed);
      },
    });
    await see('2 active incidents');
    await see('likely match');
    const cards = screen.getAllByTestId(/^incident-\d+$/);
    expect(cards.map((card) => card.dataset.testId)[0]).toBe(`incident-${incident.id}`);
    expect(within(cards[0]!).getByText('502')).toBeTruthy();
    expect(within(cards[0]!).getByRole('button', { name: 'Attach this ticket' })).toBeTruthy();
    expect(
      within(cards[1]!).getByRole('button', { name: 'Attach this ticket to Receipts arrive late' }),
    ).toBeTruthy();
  });

  test('one click attaches it and shows where the incident stands', async () => {
    const { press, see, world, ticketId, incident } = await showSidebar({ given: loose });
    await press('Attach this ticket');
    await see('Attached to Donation form returns error 502.');
    await see('Next update promised');
    expect(world.ticket(ticketId).problemId).toBe(incident.id);
  });

  test('detached again, it is as it was', async () => {
    const { press, see, world, ticketId, time } = await showSidebar({ given: loose });
    await press('Attach this ticket');
    await press('Detach');
    await see('Take this ticket off the incident?');
    await time.advance(5_000);
    await press('Detach it');
    await see('Detached. Type and priority are as before.');
    expect(world.ticket(ticketId)).toMatchObject({ type: null, priority: 'low', problemId: null });
  });

  test('many incidents can be filtered', async () => {
    const { see, until } = await showSidebar({
      given: (world, seed) => {
        for (const name of ['Login', 'Receipts', 'Search', 'Imports', 'Exports'])
          addIncident(world, seed, { subject: `${name} down` });
        return loose(world, seed);
      },
    });
    await see('6 active incidents');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'receipts' } });
    expect(screen.getAllByTestId(/^incident-\d+$/)).toHaveLength(1);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'zebra' } });
    await until(() => screen.getByText('No active incident matches “zebra”.'));
  });

  test('with nothing running it says so, and what to do', async () => {
    const { see } = await showSidebar({
      given: (world, seed) => {
        world.ticket(seed.incident.id).values = { ...seed.incident.values, status: 'solved' };
        return loose(world, seed);
      },
    });
    await see('No active incident');
    await see('declare an incident. A problem ticket with the tag allclear_incident appears here, too.');
    await see('Declare an incident…');
  });
});

describe('refusals', () => {
  test('a closed ticket can’t be attached, and says why', async () => {
    const { see } = await showSidebar({
      given: (world, seed) => {
        const id = loose(world, seed)!;
        world.closeTicket(id);
        return id;
      },
    });
    await see('This ticket is closed: Zendesk lets nobody change it. A follow-up of it can be attached.');
    expect(screen.queryByRole('button', { name: /Attach/ })).toBeNull();
  });

  test('a merged ticket says which one to take', async () => {
    const { see } = await showSidebar({
      given: (world, seed) => {
        const id = loose(world, seed)!;
        world.mergeTicket(id, seed.reports[0]!.id);
        return id;
      },
    });
    await see('This ticket was merged into another one. Attach that one instead.');
  });

  test('a light agent is told whom to ask', async () => {
    const { press, see, world, ticketId } = await showSidebar({ by: 'ines', given: loose });
    await press('Attach this ticket');
    await see('Your role may not change tickets. Nothing was changed: ask an agent to attach it.');
    expect(world.ticket(ticketId).problemId).toBeNull();
  });

  test('an attach that fails says what is true now', async () => {
    const { see, press, world } = await showSidebar({ given: loose });
    await see('1 active incident');
    world.faults.script({ method: 'PUT' }, { kind: 'too-many', retryAfter: 30 });
    await press('Attach this ticket');
    await see('Too many requests: Zendesk asks to wait 30 sec. Nothing was changed.');
    expect(screen.getByRole('alert').textContent).toContain('Try again after that.');
  });
});
