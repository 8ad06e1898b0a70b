import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { type ShownModal, showModal } from './showModal.tsx';

/** Resolved and solved; of the five reports one is closed, and one hangs on a messaging channel. */
const resolved: ShownModal['given'] = async ({ world, seed, ports, run }) => {
  const { id } = seed.incident;
  world.ticket(seed.reports[3]!.id).fromMessagingChannel = true;
  const gate = { kind: 'confirmed', by: 'Sam Osei (Engineering)', where: 'Slack #inc-502' } as const;
  await run(claimUpdate(ports, id, 1, { stage: 'resolved', symptoms: 'Donors see an error.', gate }));
  await run(tellEveryone(ports, id, 2));
  world.closeTicket(seed.reports[4]!.id);
  await run(ports.clock.pause(10_000));
};
const showReopening = (different: ShownModal = {}) =>
  showModal((incident) => ({ show: 'post', incident, stage: 'investigating' }), {
    outage: { reports: 5 },
    given: resolved,
    ...different,
  });

test('reopening says what will happen, to how many tickets and to whom', async () => {
  const { see, press, world, reports, incident, time } = await showReopening();
  await see('Reopen with update 3');
  await see('Customers who were told it is resolved read an apology. 3 solved tickets open again with it.');
  await see('1 solved ticket can’t be reached from here and stays solved.');
  expect(world.ticket(incident.id).status).toBe('solved');
  await press('Reopen and tell 3 customers');
  await see('3 of 5');
  await time.advance(20_000);
  expect(world.ticket(incident.id).status).toBe('open');
  expect(reports.map(({ id }) => world.ticket(id).status)).toEqual([
    'open',
    'open',
    'open',
    'solved',
    'closed',
  ]);
});

test('a reopening that is posted once more as resolved is an ordinary update', async () => {
  const { see, until, text } = await showReopening();
  await see('Reopen with update 3');
  screen.getByRole<HTMLInputElement>('radio', { name: 'Resolved' }).click();
  await until(() => expect(text()).not.toContain('This opens the incident again.'));
  expect(text()).toContain('Post update 3');
});

test.each(['es', 'ar'])('reads well in %s', async (language) => {
  const { until, text } = await showReopening({ language });
  await until(() => expect(screen.getByTestId('reopens').textContent).toMatch(/3/));
  expect(text()).not.toMatch(/post\.|\{\w+\}/);
});
