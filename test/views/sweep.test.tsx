import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import '../../src/actions/attachReport.ts';
import { addReport } from '../workspace/world/seed/build.ts';
import { passTime } from './render.tsx';
import { type ShownModal, showModal } from './showModal.tsx';

const LOST = { kind: 'answer', status: 403, body: {} } as const;

/** The modal at *resolved*: one ticket was missed, one report was never told, and one customer has asked something. */
const showSweep = (different: ShownModal = {}) => {
  let missed = 0;
  let never = 0;
  const shown = showModal((incident) => ({ show: 'post', incident, stage: 'resolved' }), {
    outage: { reports: 3, update: 2, told: 2 },
    given: ({ world, seed }) => {
      world.settings.searchLag = 0;
      const add = (subject: string) =>
        world.addTicket({ subject, requesterId: world.addUser({ name: 'Noor Haddad' }).id, priority: 'low' })
          .id;
      missed = add('Donation form error 502');
      add('Invoice for May');
      never = addReport(world, seed, seed.incident, world.addUser({ name: 'Lea Roth' }), {}).id;
      world.customerWrites(seed.reports[0]!.id, 'When can I donate again?');
      world.customerWrites(seed.reports[1]!.id, 'Thank you.');
      world.agentWrites(seed.reports[1]!.id, seed.tom.id, 'You are welcome.');
    },
    ...different,
  });
  return shown.then((each) => ({ ...each, missed, never }));
};
const list = (name: string) => screen.getByTestId(`sweep-${name}`).textContent ?? '';
const pass = ({ time }: Awaited<ReturnType<typeof showSweep>>) => passTime(time, 20_000);

test('before resolved is said, what was missed, never told and not answered is listed', async () => {
  const { see, until, missed, never, reports } = await showSweep();
  await see('Before you say resolved');
  await until(() =>
    expect(list('missed')).toMatch(new RegExp(`#${missed} Donation form error 502.*donation`)),
  );
  expect(list('missed')).not.toContain('Invoice');
  await until(() => expect(list('never')).toContain(`#${never}`));
  expect(list('never')).toContain('Lea Roth');
  await until(() => expect(list('questions')).toContain(`#${reports[0]!.id}`));
  expect(list('questions')).toContain('When can I donate again?');
  expect(list('questions')).not.toContain('Thank you');
});

test('a missed ticket is attached and its customer told in one press, and nobody has to do any of it', async () => {
  const shown = await showSweep();
  const { until, missed, never, world, incident } = shown;
  await until(() => expect(screen.queryByTestId(`sweep-act-${missed}`)).not.toBeNull());
  await act(async () => screen.getByTestId(`sweep-act-${missed}`).click());
  await pass(shown);
  await until(() => expect(list(`${missed}`)).toContain('Attached.'));
  expect(world.ticket(missed)).toMatchObject({ problemId: incident.id, priority: 'urgent' });
  expect(world.valueOf(missed, 'allclear_told')).toBe(`${incident.id}/2`);
  await act(async () => screen.getByTestId(`sweep-act-${never}`).click());
  await pass(shown);
  expect(world.valueOf(never, 'allclear_told')).toBe(`${incident.id}/2`);
  expect(screen.getByTestId('post-send')).toHaveProperty('disabled', false);
});

test('a look that fails says why, leaves the others, and can be tried again', async () => {
  const { see, until, press, missed } = await showSweep({
    given: ({ world, seed }) => {
      world.settings.searchLag = 0;
      world.addTicket({
        subject: 'Donation form error 502',
        requesterId: seed.customers[0]!.id,
      });
      world.faults.script(({ url }) => url.includes('/search'), LOST);
    },
  });
  expect(missed).toBe(0);
  await until(() => expect(list('questions')).toContain('Nobody has written'));
  await see('Every customer was told something.');
  expect(list('missed')).toContain('Try again');
  await press('Try again');
  await until(() => expect(list('missed')).toContain('Donation form error 502'));
});

test('of very many reports the first thousand are looked at, and that is said', async () => {
  const { until } = await showSweep({ outage: { reports: 1_050, update: 2, told: 2 }, given: () => {} });
  await until(() =>
    expect(list('never')).toMatch(/Every customer was told something\. Of the first 1,000 reports\./),
  );
});

test('another stage asks for none of it', async () => {
  const shown = await showModal((incident) => ({ show: 'post', incident }), {
    outage: { reports: 2, update: 2, told: 2 },
  });
  await shown.see('Post update 3');
  await shown.see('customers');
  expect(screen.queryByTestId('sweep')).toBeNull();
});
