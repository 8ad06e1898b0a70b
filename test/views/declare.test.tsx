import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import '../../src/actions/carryOutAloud.ts';
import '../../src/adapters/jira/jira.ts';
import { declareIncident } from '../../src/actions/declareIncident.ts';
import '../../src/views/modal/declare/Declare.tsx';
import { declared, loginTickets } from '../e2e/stories/loginOutage.ts';
import { APP_SETTINGS } from '../workspace/appSettings.ts';
import { type ShownModal, showModal } from './showModal.tsx';

/** The form, opened on the first of four tickets about the same. */
async function openForm(different: ShownModal = {}) {
  let tickets: number[] = [];
  const shown = await showModal(() => ({ show: 'declare', ticket: tickets[0] ?? 0 }), {
    settings: APP_SETTINGS,
    ...different,
    async given(opened) {
      tickets = loginTickets(opened.world);
      await different.given?.(opened);
    },
  });
  await shown.see('Symptoms and errors');
  return { ...shown, tickets };
}
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByTestId(`declare-${name}`), { target: { value } });
function fillIn() {
  type('symptoms', 'No login code arrives.');
  type('steps', 'Ask for a code.');
}

test('what is missing is named at its field, and nothing is written', async () => {
  const { see, press, until, text, world } = await openForm();
  await see('4 people wrote');
  await press(/^Declare/);
  await see('Say what customers see.');
  expect(text()).toContain('Say what leads to the error.');
  expect(text()).not.toContain('Say in one line what is broken.');
  expect(text()).not.toContain('Choose the tickets of those who wrote');
  await until(() => expect(document.activeElement).toBe(screen.getByTestId('declare-symptoms')));
  expect(declared(world)).toEqual([]);
});

test('opened with tickets that say the same, it takes all of them along that can still be', async () => {
  let tickets: number[] = [];
  const { see, press, until, world, time } = await showModal(
    () => ({ show: 'declare', ticket: tickets[0] ?? 0, tickets: tickets.slice(1) }),
    {
      settings: APP_SETTINGS,
      given({ world, seed }) {
        const write = (subject: string) =>
          world.addTicket({ subject, text: subject, requesterId: seed.customers[0]?.id ?? 0 }).id;
        tickets = ['Kein Ton', 'Sin audio', 'no sound', 'gone by now'].map(write);
        world.closeTicket(tickets[3] ?? 0);
      },
    },
  );
  await see('3 chosen');
  fillIn();
  fireEvent.change(screen.getByTestId('declare-summary'), { target: { value: 'Calls without sound' } });
  await see('1 person wrote');
  await press('Declare, and attach 3 tickets');
  await act(() => time.advance(60_000));
  await until(() => expect(world.ticket(tickets[2] ?? 0).problemId).toBe(declared(world)[0]?.ticket.id));
  expect(tickets.map((id) => world.ticket(id).problemId !== null)).toEqual([true, true, true, false]);
});

test('a running incident that looks the same is said before anything is written', async () => {
  const shown = await openForm({
    async given({ world, ports, run }) {
      const draft = {
        summary: 'Login code never arrives',
        severity: 2,
        stage: 'investigating',
        symptoms: 'The login code never arrives.',
        startedAt: new Date(world.clock.now()).toISOString(),
        steps: 'Ask for a code.',
        origin: 'alert',
        impact: 'everybody',
        reports: [],
        issue: { do: 'none' },
      } as const;
      const at = new Date(world.clock.now()).toISOString();
      await run(declareIncident(ports, draft, { key: 'theirs', at, knows: [] }));
    },
  });
  const { see, press, until, world, openTicket } = shown;
  await see('4 people wrote');
  fillIn();
  await press(/^Declare/);
  await see('This incident is running already and looks the same. Nothing was declared.');
  const [theirs] = declared(world);
  expect(declared(world)).toHaveLength(1);
  await press(`#${theirs?.ticket.id} Login code never arrives`);
  expect(openTicket).toHaveBeenCalledWith(theirs?.ticket.id);
  await press('Another matter: declare it');
  await until(() => expect(declared(world)).toHaveLength(2));
});

test('Jira that can’t be asked says so, and the agent goes on', async () => {
  const { see, press, until, time, world, tickets } = await openForm({
    given: ({ world }) => world.takeDown('api.atlassian.com'),
  });
  await see('Jira can’t be asked what it needs: no answer from Jira');
  await see('You can declare now; the issue is filed later');
  fillIn();
  await see('4 people wrote');
  await press('Declare, and attach 4 tickets');
  await see('is declared');
  await act(() => time.advance(60_000));
  await see('Declaring stopped at “Jira issue”.');
  expect(screen.getByTestId('step-attached').dataset.state).toBe('done');
  for (const id of tickets) expect(world.ticket(id).problemId).toBe(declared(world)[0]?.ticket.id);
  world.bringBack('api.atlassian.com');
  await press('Continue');
  await act(() => time.advance(60_000));
  await see('All is done. Customers have not been told anything yet.');
  await until(() => expect(declared(world)[0]?.record.jira?.key).toBeDefined());
});

test('a light agent reads why not, and can send nothing', async () => {
  const { see, world } = await openForm({ by: 'ines' });
  await see('Declaring an incident takes the same rights as posting updates.');
  await see('Your role may write internal notes only');
  const send = screen.getByTestId<HTMLButtonElement>('declare-send');
  expect(send.disabled).toBe(true);
  act(() => send.click());
  expect(declared(world)).toEqual([]);
});

describe('the timeline afterwards', () => {
  test.each([
    ['en', /Incident declared.*Mara Lind.*Severity 2.*Found by customers’ reports, 4 tickets to attach/],
    ['es', /Incidente declarado.*Mara Lind.*Gravedad 2.*Detectado por avisos de clientes/],
    ['ar', /أُعلن الحادث.*Mara Lind.*الخطورة 2.*اكتُشف ببلاغات العملاء/],
  ])('says in %s who declared it, and from what', async (language, wanted) => {
    let incident = 0;
    const { see, text } = await showModal(() => ({ show: 'timeline', incident }), {
      language,
      async given({ world, ports, run }) {
        const at = new Date(world.clock.now()).toISOString();
        const done = await run(
          declareIncident(
            ports,
            {
              summary: 'Login code never arrives',
              severity: 2,
              stage: 'investigating',
              symptoms: 'No code.',
              startedAt: at,
              steps: 'Ask for one.',
              origin: 'reports',
              impact: '4 people',
              reports: loginTickets(world),
              issue: { do: 'none' },
            },
            { key: 'k1', at, knows: [] },
          ),
        );
        if (done.do === 'declared') incident = done.incident;
      },
    });
    await see(wanted);
    expect(text()).not.toMatch(/timeline\.|declare\.|\{\w+\}/);
  });
});
