import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { type Shown, showSidebar } from './showSidebar.tsx';

const UPDATED = { update: 2, told: 2, stage: 'identified' } as const;

const loose: NonNullable<Shown['given']> = (world, { customers }) =>
  world.addTicket({
    subject: 'Error 502 when I donate',
    text: 'I press Give and the form says error 502.',
    requesterId: customers[0]!.id,
    at: world.clock.now() - 60_000,
  }).id;

async function joinLate(shown: Shown = {}) {
  const sidebar = await showSidebar({ outage: UPDATED, given: loose, ...shown });
  await sidebar.press('Attach this ticket');
  return {
    ...sidebar,
    heard: () =>
      sidebar.world.ticket(sidebar.ticketId).audits.flatMap(({ custom }) => {
        const did = custom?.allclear as { did?: string; n?: number } | undefined;
        return did?.did === 'told' ? [did.n] : [];
      }),
  };
}

describe('a customer who joins late', () => {
  test('was told nothing, and gets the update in force alone, once, when the agent says so', async () => {
    const sidebar = await joinLate();
    await sidebar.see('Not told yet');
    expect(screen.getByTestId('insert').textContent).toBe('Insert reply for update 2');
    expect(sidebar.heard()).toEqual([]);
    await sidebar.press('Tell now');
    await sidebar.see('Send update 2 to this customer now, as a public reply?');
    expect(sidebar.heard()).toEqual([]);
    await sidebar.press('Send it');
    await sidebar.see('This customer was told update 2 just now.');
    await sidebar.see('Last told update 2');
    expect(sidebar.heard()).toEqual([2]);
    expect(screen.queryByTestId('tell-now')).toBeNull();
  });

  test('is told nothing when the agent thinks better of it', async () => {
    const sidebar = await joinLate();
    await sidebar.press('Tell now');
    await sidebar.press('Not now');
    expect(screen.getByTestId('tell-now')).toBeTruthy();
    expect(sidebar.heard()).toEqual([]);
  });

  test('is told by itself where the setting says so', async () => {
    const sidebar = await joinLate({ settings: { tell_late: 'by itself' } });
    await sidebar.see(/Attached to Donation form .*This customer was told update 2 just now\./);
    await sidebar.see('Last told update 2');
    expect(sidebar.heard()).toEqual([2]);
  });

  test('is not told by itself before there is an update', async () => {
    const sidebar = await joinLate({
      settings: { tell_late: 'by itself' },
      given: (world, seed) => {
        const { values } = world.ticket(seed.incident.id);
        const fields = new Map(values.fields);
        fields.delete(world.fieldId('allclear_record'));
        world.ticket(seed.incident.id).values = { ...values, fields };
        return loose(world, seed);
      },
    });
    await sidebar.see('Attached to Donation form returns error 502.');
    await sidebar.see('Not told yet');
    expect(sidebar.heard()).toEqual([]);
    expect(screen.queryByTestId('tell-now')).toBeNull();
  });

  test('is not sent anything while the reply is in the composer', async () => {
    const sidebar = await joinLate();
    await sidebar.press('Insert reply for update 2');
    await sidebar.see('The reply for update 2 is in the composer.');
    expect(screen.queryByTestId('tell-now')).toBeNull();
  });
});
