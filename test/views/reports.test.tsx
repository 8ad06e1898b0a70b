import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { addReport } from '../workspace/world/seed/build.ts';
import { click, giveTablesRoom } from './hands.ts';
import { type ShownModal, showModal } from './showModal.tsx';

beforeAll(giveTablesRoom);

const DOWN = { kind: 'answer', status: 403, body: {} } as const;
const showReports = (wanted: ShownModal = {}, n?: number) =>
  showModal((incident) => ({ show: 'reports', incident, n }), wanted);
const rows = () => screen.queryAllByTestId('report-row').map(({ textContent }) => textContent ?? '');
const closeTheGap = async (shown: Awaited<ReturnType<typeof showReports>>) => {
  await shown.until(() => expect(screen.getByTestId('close-the-gap')).toHaveProperty('disabled', false));
  await click('close-the-gap');
};
const figures = () =>
  ['all', 'told', 'since', 'behind', 'cannot'].flatMap(
    (show) => screen.queryByTestId(`show-${show}`)?.textContent ?? [],
  );

const mixed: ShownModal = {
  outage: { reports: 4, update: 2, told: 1 },
  given: ({ world, seed }) => {
    addReport(world, seed, seed.incident, seed.customers[0]!, { told: 2 });
    world.closeTicket(seed.reports[0]!.id);
    world.ticket(seed.reports[1]!.id).fromMessagingChannel = true;
  },
};

describe('the list of reports', () => {
  test('says of each customer what they were told, with figures, reasons and its age', async () => {
    const { see, text, time } = await showReports(mixed);
    await see('5 tickets, read');
    expect(figures()).toEqual(['All5', 'Told1', 'Behind2', 'Can’t be told2']);
    expect(rows()).toHaveLength(5);
    expect(rows()[0]).toMatch(/Customer 1.*English.*Closed.*update 1.*Can’t be told.*closed/);
    expect(rows()[1]).toMatch(/Customer 2.*español.*on a messaging channel/);
    expect(rows()[4]).toMatch(/update 2.*Told/);
    expect(text()).toContain('2 can’t be told: 1 closed, 1 messaging');
    await act(() => time.advance(90_000));
    await see('read 1 min ago');
  });

  test('shows only those that were asked for, and finds them by name, language or number', async () => {
    const { see, reports, text } = await showReports(mixed);
    await see('5 tickets, read');
    await click('show-behind');
    expect(rows()).toHaveLength(2);
    expect(screen.getByTestId('show-behind').getAttribute('aria-pressed')).toBe('true');
    const type = (value: string) =>
      act(async () => void fireEvent.change(screen.getByTestId('report-filter'), { target: { value } }));
    await type(`#${reports[3]!.id}`);
    await see('1 ticket shown');
    expect(rows()).toHaveLength(1);
    await click('show-all');
    await type('espanol');
    await see('1 ticket shown');
    expect(rows()[0]).toContain('Customer 2');
    await type('nobody like this');
    await see('No ticket matches.');
    expect(text()).toContain('Show all');
    await act(async () => screen.getByText('Show all').click());
    expect(rows()).toHaveLength(5);
  });

  test('opens a ticket by its link, or by the keyboard alone, and gets out of its way', async () => {
    const { see, reports, openTicket, close } = await showReports(mixed);
    await see('5 tickets, read');
    const grid = screen.getByTestId('report-table');
    expect(grid.getAttribute('aria-rowcount')).toBe('6');
    const press = (key: string) => act(async () => void fireEvent.keyDown(grid, { key }));
    await press('ArrowDown');
    await press('ArrowDown');
    await press('ArrowUp');
    const active = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    expect(active?.getAttribute('aria-rowindex')).toBe('3');
    await press('Enter');
    expect(openTicket).toHaveBeenCalledExactlyOnceWith(reports[1]!.id);
    expect(close).toHaveBeenCalledOnce();
    await press('End');
    await press('Enter');
    expect(openTicket).toHaveBeenLastCalledWith(expect.any(Number));
    await act(async () => screen.getByLabelText(`Open ticket #${reports[2]!.id}`).click());
    expect(openTicket).toHaveBeenLastCalledWith(reports[2]!.id);
  });

  test('has few of many rows in the page, and says to those who listen how many there are', async () => {
    const { see } = await showReports({ outage: { reports: 450, told: 1 } });
    await see('450 tickets, read');
    expect(rows().length).toBeGreaterThan(5);
    expect(rows().length).toBeLessThan(60);
    expect(screen.getByTestId('report-table').getAttribute('aria-rowcount')).toBe('451');
  });

  test('without a single report says what to do', async () => {
    const { see, text } = await showReports({ outage: { reports: 0 } });
    await see('No ticket is attached yet');
    expect(text()).not.toContain('Tell ');
  });
});

describe('while it is being read', () => {
  test('rows are there as they come, and it can be stopped and gone on with', async () => {
    const { see, text } = await showReports({ outage: { reports: 250 } });
    await see('100 of 250 read');
    expect(rows().length).toBeGreaterThan(0);
    expect(text()).not.toContain('Tell ');
    await click('stop-reading');
    await see(/Stopped at \d00 of 250/);
    await click('read-on');
    await see('250 tickets, read');
  });

  test('a page that does not come says so, keeps what is there, and is asked for again', async () => {
    const { see } = await showReports({
      outage: { reports: 150 },
      given: ({ world }) => world.faults.script({ url: /after/ }, DOWN),
    });
    await see('Reading stopped at 100 of 150: Zendesk does not let you see it; ask an admin.');
    expect(rows().length).toBeGreaterThan(0);
    await click('read-on');
    await see('150 tickets, read');
  });

  test('a first page that does not come leaves nothing but the reason and a way to try again', async () => {
    const { see, press } = await showReports({
      given: ({ world }) => world.faults.script({ url: /tickets\/\d+\.json/ }, DOWN),
    });
    await see('Zendesk does not let you see it');
    await press('Try again');
    await see('3 tickets, read');
  });
});

describe('an earlier update', () => {
  const posted: ShownModal = {
    outage: { reports: 3, update: 1 },
    given: async ({ world, seed, ports, run }) => {
      world.closeTicket(seed.reports[2]!.id);
      await run(tellEveryone(ports, seed.incident.id, 1));
      const { claimUpdate } = await import('../../src/actions/claimUpdate.ts');
      const next = new Date(ports.clock.now().getTime() + 30 * 60_000).toISOString();
      await run(
        claimUpdate(ports, seed.incident.id, 1, { stage: 'identified', symptoms: 'Gifts fail.', next }),
      );
    },
  };

  test('tells what was written down of its end from what the ledgers know now', async () => {
    const { see, text } = await showReports(posted, 1);
    await see('2 of 3 were told');
    expect(text()).toMatch(/Update 1 was posted at .*When its telling ended, at /);
    expect(text()).toContain('Not told then: 1 closed.');
    expect(text()).toContain('A ticket remembers the last update only');
    expect(figures()).toEqual(['All3', 'Told2', 'Told a newer one0', 'Not told0', 'Can’t be told1']);
    expect(screen.queryByTestId('close-the-gap')).toBeNull();
  });

  test('is one of a choice, of which the newest comes first', async () => {
    const { see, text } = await showReports(posted);
    await see('3 tickets, read');
    expect(figures()).toEqual(['All3', 'Told0', 'Behind2', 'Can’t be told1']);
    const choice = screen.getByTestId('update-choice');
    expect([...choice.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
      'Update 2, the newest',
      'Update 1',
    ]);
    await act(async () => void fireEvent.change(choice, { target: { value: '1' } }));
    await see('2 of 3 were told');
    expect(text()).toContain('Not told0');
  });

  test('whose audits can’t be read says so, and shows what the ledgers know', async () => {
    const { see } = await showReports(
      {
        ...posted,
        given: async (opened) => {
          await posted.given?.(opened);
          opened.world.faults.script({ url: /audits/ }, DOWN, Number.POSITIVE_INFINITY);
        },
      },
      1,
    );
    await see('How the telling of update 1 ended could not be read: Zendesk does not let you see it');
    expect(figures()[1]).toBe('Told2');
  });
});

describe('closing the gap', () => {
  test('tells those who are behind, once, and shows them as told', async () => {
    const shown = await showReports(mixed);
    const { see, world, reports, text } = shown;
    await see('Tell the other 2 customers');
    await closeTheGap(shown);
    await see('Update 2 has reached');
    await see(/Told3.*Behind0/);
    expect(text()).not.toContain('Tell the other');
    const public2 = (at: number) => world.ticket(reports[at]!.id).publicComments.length;
    expect([0, 1, 2, 3].map(public2)).toEqual([1, 1, 2, 2]);
  });

  test('is not offered when nobody is behind', async () => {
    const { see } = await showReports({ outage: { reports: 3, update: 2, told: 2 } });
    await see('3 tickets, read');
    await see('Everyone who can be told has heard update 2.');
    expect(screen.queryByTestId('close-the-gap')).toBeNull();
  });

  test('is refused to a light agent, with the reason beside the button', async () => {
    const { see } = await showReports({ by: 'ines' });
    await see('Your role may write internal notes only');
    expect(screen.getByTestId('close-the-gap')).toHaveProperty('disabled', true);
  });

  test('can be tried by those of whom Zendesk does not say whether they may, since telling asks again', async () => {
    const shown = await showReports({
      settings: { broadcast_group: 'Nobody' },
      given: ({ world }) => world.faults.script({ url: '/groups' }, DOWN),
    });
    await shown.see('Whether you may tell everyone could not be found out: Zendesk does not let you see it');
    await closeTheGap(shown);
    await shown.see('Zendesk has no group of that name or ID');
    expect(shown.text()).toContain('Told0');
  });

  test('names whom Zendesk refused, in Zendesk’s own words', async () => {
    const shown = await showReports({
      given: ({ world, seed }) =>
        world.faults.scriptJob(
          {
            kind: 'rows',
            fails: (id) => id === seed.reports[1]!.id,
            error: 'RecordInvalid',
            details: 'Field: Region is needed when updating',
          },
          Number.POSITIVE_INFINITY,
        ),
    });
    const { see } = shown;
    await see('Tell 3 customers');
    await closeTheGap(shown);
    await see('1 to go');
    for (let tries = 1; tries <= 5; tries += 1) await act(() => shown.time.advance(30_000));
    await see(/Told2.*Can’t be told1/);
    expect(rows()[1]).toContain('refused by Zendesk');
    expect(screen.getByText('refused by Zendesk').getAttribute('title')).toContain('Region is needed');
    // Who opens the list later finds it in the incident's record: the ledgers don't say it.
    await see('Not told then: 1 refused by Zendesk.');
  });
});

test('an unreadable record: the list says that nobody knows the newest update, and offers no telling', async () => {
  const { see, text } = await showReports({
    given: ({ world, seed }) => {
      const { values } = seed.incident;
      const fields = new Map(values.fields).set(world.fieldId('allclear_record'), 'not a record');
      seed.incident.values = { ...values, fields };
    },
  });
  await see('can’t be read, so nobody can tell which update is the newest');
  await see('3 tickets, read');
  expect(text()).not.toContain('Tell ');
});

describe('customers who have answered', () => {
  const answered: ShownModal = {
    outage: { reports: 4, update: 2, told: 2 },
    given: ({ world, seed }) => {
      world.customerWrites(seed.reports[1]!.id, 'It is still broken for us.');
      world.customerWrites(seed.reports[2]!.id, 'Thank you!');
      world.agentWrites(seed.reports[3]!.id, seed.tom.id, 'We are on it.');
    },
  };

  test('are shown alone when somebody asks for them, with what they say', async () => {
    const { see, until, world } = await showReports(answered);
    await see('4 tickets, read');
    let asked = 0;
    world.faults.script(({ url }) => {
      asked += /comments|metric_sets/.test(url) ? 1 : 0;
      return false;
    }, DOWN);
    expect(asked).toBe(0);
    await click('show-answered');
    await until(() => expect(screen.getByTestId('show-answered').textContent).toBe('Answered2'));
    expect(rows()).toHaveLength(2);
    expect(rows()[0]).toMatch(/Customer 2.*just now: It is still broken for us\..*Sounds still broken/);
    expect(rows()[1]).toMatch(/Customer 3.*just now: Thank you!.*Told/);
    expect(asked).toBe(3);
    await click('show-all');
    expect(rows()).toHaveLength(4);
  });

  test('are what the list opens with where the sidebar has counted them, and a failure says why', async () => {
    const shown = await showModal((incident) => ({ show: 'reports', incident, answered: true }), {
      ...answered,
      given: (given) => {
        answered.given?.(given);
        given.world.faults.script(({ url }) => url.includes('metric_sets'), DOWN);
      },
    });
    await shown.see('Who has answered is not known');
    await shown.press('Try again');
    await shown.until(() => expect(rows()).toHaveLength(2));
  });
});
