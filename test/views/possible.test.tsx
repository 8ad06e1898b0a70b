import { act } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { appClock } from '../actions/appClock.ts';
import '../../src/adapters/groupFinder.ts';
import type { ZafClient } from '../../src/adapters/zaf/client.ts';
import { connect } from '../../src/connect.ts';
import { type Incident, toIncident } from '../../src/domain/incident.ts';
import type { ModalTask } from '../../src/domain/modalTask.ts';
import { PossibleIncidents } from '../../src/views/desk/PossibleIncidents.tsx';
import { addDayOfTickets, SAME } from '../actions/dayOfTickets.ts';
import { memoryStorage } from '../actions/memoryStorage.ts';
import { openClient } from '../workspace/client.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { addIncident } from '../workspace/world/seed/build.ts';
import { seedCompany } from '../workspace/world/seed/company.ts';
import { buttons, draw } from './render.tsx';

interface Wanted {
  by?: 'mara' | 'ines';
  language?: string;
  same?: number;
  isInFront?: boolean;
  /** An incident that runs already. */
  runs?: { subject: string; symptoms: string };
}

/** The head of the desk over a day of tickets. */
async function show({ by = 'mara', language = 'en', same, isInFront = true, runs }: Wanted = {}) {
  const time = virtualClock();
  const world = createWorld({ clock: time, settings: { searchLag: 0 } });
  const company = seedCompany(world);
  const day = addDayOfTickets(world, time, same);
  const { reports } = day;
  const problem = runs && addIncident(world, company, runs);
  const { client } = openClient(world, { agent: company[by].id, ticketId: reports[0]?.id ?? 1 });
  const clock = appClock(time);
  const app = connect(client as unknown as ZafClient, clock, memoryStorage);
  const sidebar = await time.run(app.ports);
  const modals = { open: vi.fn(async (_task: ModalTask) => undefined) };
  const ports = { ...(await time.run(sidebar.broadcasting())), modals };
  const running: Incident[] = problem ? [toIncident(await time.run(ports.tickets.readOne(problem.id)))] : [];
  const [openTicket, onChanged] = [vi.fn(), vi.fn()];
  day.asked.length = 0;
  const drawn = await draw(
    <PossibleIncidents
      {...{ ports, running, isInFront, openTicket, onChanged }}
      now={new Date(time.now())}
    />,
    time,
    language,
  );
  return {
    ...day,
    ...drawn,
    world,
    time,
    ids: reports.map(({ id }) => id),
    problem,
    modals,
    openTicket,
    onChanged,
    /** Zendesk works through its jobs. */
    work: () => act(() => time.advance(30_000)),
  };
}

test('customers who say the same are shown with how many, since when, their tickets and their words', async () => {
  const { see, text, press, openTicket, ids } = await show();
  await see('Possible incident: 4 tickets in 24 min');
  expect(text()).toMatch(/4 customers.*nothing like it the day before.*newest 6 min ago/);
  expect(text()).toMatch(/Many of them say.*sms/);
  expect(buttons(SAME[3]?.[0] ?? '')).toEqual([]);
  await press('Show all 4 tickets');
  expect(buttons(SAME[3]?.[0] ?? '')).toHaveLength(1);
  await press(SAME[1]?.[0] ?? '');
  expect(openTicket).toHaveBeenCalledWith(ids[1]);
});

test('one press declares it: the form opens with all of its tickets', async () => {
  const { press, modals, ids, onChanged } = await show();
  await press('Declare an incident…');
  expect(modals.open).toHaveBeenCalledWith({ show: 'declare', ticket: ids[0], tickets: ids.slice(1) });
  expect(onChanged).toHaveBeenCalledOnce();
});

test('one press dismisses it for good, and the line below says that nothing is unusual', async () => {
  const { press, see, work, world, ids, text } = await show();
  await press('Not an incident');
  await work();
  await see('Dismissed for good: 4 tickets, and new ones that say the same.');
  await see('Nothing unusual.');
  expect(text()).not.toContain('Possible incident');
  for (const id of ids) expect(world.ticket(id).tags).toContain('allclear_no_incident');
});

describe('while an incident runs', () => {
  test('that says the same, attaching to it comes first, and one press does it', async () => {
    const { press, see, work, world, ids, problem, text } = await show({
      runs: {
        subject: 'Sign-in codes by SMS are late',
        symptoms: 'The SMS with the code to sign in is missing.',
      },
    });
    await see('They sound like an incident that is running: Sign-in codes by SMS are late');
    await press('Attach 4 tickets to Sign-in codes by SMS are late');
    await work();
    await see('4 tickets are attached to Sign-in codes by SMS are late.');
    await see('Nothing unusual.');
    expect(text()).not.toContain('Possible incident');
    for (const id of ids) expect(world.ticket(id).problemId).toBe(problem?.id);
  });

  test('about something else, declaring comes first, and attaching is a choice', async () => {
    const { press, see, work, world, ids, problem, text } = await show({
      runs: { subject: 'Receipts arrive late', symptoms: 'Receipts take hours.' },
    });
    await see('Possible incident');
    expect(text()).not.toContain('They sound like');
    await press('Attach to a running incident…');
    await press('Attach 4 tickets to Receipts arrive late');
    await work();
    await see('4 tickets are attached');
    for (const id of ids) expect(world.ticket(id).problemId).toBe(problem?.id);
  });
});

test('a group that grows while somebody looks is counted anew', async () => {
  const { see, write, time } = await show({ same: 3 });
  await see('Possible incident: 3 tickets');
  write(SAME[3]![0], SAME[3]![1], 0);
  await act(() => time.advance(125_000));
  await see('Possible incident: 4 tickets');
});

test('nothing is asked while the desk is behind another page', async () => {
  const { time, asked } = await show({ isInFront: false });
  await act(() => time.advance(10 * 60_000));
  expect(asked).toEqual([]);
});

test('what was seen stays, with its age, when Zendesk can’t be asked', async () => {
  const { see, world, time } = await show({ same: 3 });
  await see('Possible incident: 3 tickets');
  world.faults.script(
    { url: '/search' },
    { kind: 'server-error', status: 503, applied: false },
    Number.POSITIVE_INFINITY,
  );
  await act(() => time.advance(125_000));
  await see('Tickets that say the same can’t be looked for now.');
  await see('Possible incident: 3 tickets');
});

test('a light agent reads why nothing was dismissed', async () => {
  const { press, see, world, ids } = await show({ by: 'ines' });
  await press('Not an incident');
  await see('Nothing was changed. Your role may write internal notes only');
  for (const id of ids) expect(world.ticket(id).tags).not.toContain('allclear_no_incident');
});

test.each([
  ['es', /Posible incidente: 4 tickets en/],
  ['ar', /حادث محتمل: 4 تذاكر|حادث محتمل: ٤ تذاكر/],
])('it is said in %s', async (language, wanted) => {
  const { see, text } = await show({ language });
  await see(wanted);
  expect(text()).not.toMatch(/possible\.|\{\w+\}/);
});
