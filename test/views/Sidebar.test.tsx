import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { updateTicket } from '../workspace/world/updateTicket.ts';
import type { World } from '../workspace/world/world.ts';
import { type Shown, showSidebar } from './showSidebar.tsx';

const setField = (world: World, id: number, key: string, value: string) => {
  const { values } = world.ticket(id);
  world.ticket(id).values = { ...values, fields: new Map(values.fields).set(world.fieldId(key), value) };
};

describe('an attached ticket', () => {
  test('a count that Zendesk refuses is said to be missing, and is not asked for before Zendesk says so', async () => {
    let counts = 0;
    const { see, time } = await showSidebar({
      given: (world) => {
        const isCount = ({ url }: { url: string }) => {
          if (!/\d\/incidents/.test(url) || /metric_sets/.test(url)) return false; // who has answered is another question
          counts += 1;
          return true;
        };
        world.faults.script(isCount, { kind: 'too-many', retryAfter: 180 }, Number.POSITIVE_INFINITY);
        return undefined;
      },
    });
    await see('Can’t count who was told: too many requests; wait 3 min.');
    const before = counts;
    await act(() => time.advance(170_000));
    expect(counts).toBe(before);
    await act(() => time.advance(20_000));
    expect(counts).toBe(before + 1);
  });

  test('shows that it is loading, then where the incident stands', async () => {
    const { see, text } = await showSidebar({ outage: { update: 2, told: 1, stage: 'identified' } });
    expect(screen.getByRole('status').textContent).toBe('Loading the incident…');
    await see('Donation form returns error 502');
    expect(screen.queryByText('Loading the incident…')).toBeNull();
    expect(screen.getByTestId('incident-stage').textContent).toBe('Identified');
    expect(text()).toContain('Donors press Give and see “Something went wrong”.');
    expect(screen.getByTestId('promise').textContent).toMatch(/^in 1[12] min$/);
    expect(text()).toMatch(/18 min ago, Mara Lind/);
  });

  test('says what this customer was last told, and offers the newest', async () => {
    const { see } = await showSidebar({ outage: { update: 2, told: 1, stage: 'identified' } });
    await see('Last told update 1');
    await see('1 behind');
    expect(screen.getByTestId('insert').textContent).toBe('Insert reply for update 2');
    await see('English, New York');
  });

  describe('whose ledger somebody has emptied', () => {
    const EMPTIED: NonNullable<Shown['given']> = (world, { incident, reports, mara }) => {
      const report = reports[0]!;
      const write = (key: string, value: string | null) =>
        updateTicket(world, report, { fields: [{ id: world.fieldId(key), value }] }, mara);
      write('allclear_told', `${incident.id}/1`);
      write('allclear_stage', 'allclear_investigating');
      write('allclear_told', null);
      return undefined;
    };

    test('says what the ticket’s history says, and how it is known', async () => {
      const { see, text } = await showSidebar({ outage: { update: 2 }, given: EMPTIED });
      await see(/Last told update 1, .* ago/);
      await see('So the ticket’s history says. Allclear’s fields here say something else');
      expect(text()).not.toContain('Not told yet');
    });

    test('claims nothing when the history can’t be read', async () => {
      const given: NonNullable<Shown['given']> = (world, outage) => {
        world.faults.script(
          { url: /audits/ },
          { kind: 'answer', status: 403, body: {} },
          Number.POSITIVE_INFINITY,
        );
        return EMPTIED(world, outage);
      };
      const { see, text } = await showSidebar({ outage: { update: 2 }, given });
      await see('What this customer was told is not known');
      await see('the ticket’s history can’t be read: Zendesk does not let you see it; ask an admin.');
      expect(text()).not.toContain('Not told yet');
    });
  });

  test('a promise that was broken comes first and says how late it is', async () => {
    const { see, view } = await showSidebar({
      given: (world, { incident }) => {
        const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
        const next = new Date(world.clock.now() - 5 * 60_000).toISOString();
        setField(
          world,
          incident.id,
          'allclear_record',
          JSON.stringify({ ...record, update: { ...record.update, next } }),
        );
        return undefined;
      },
    });
    await see('5 min overdue');
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('5 min overdue');
    expect(
      alert.compareDocumentPosition(screen.getByText('Donation form returns error 502')) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    expect(view.container.textContent).toContain('Customers were promised news at');
  });

  test('an unreadable record is said to be unreadable, and no reply goes in', async () => {
    const { see, press, session, text } = await showSidebar({
      outage: { told: 1 },
      given: (world, { incident }) => {
        setField(world, incident.id, 'allclear_record', 'not json');
        return undefined;
      },
    });
    await see('The incident’s record can’t be read (not JSON).');
    await see('Whether it was the newest update is not known.');
    expect(text()).not.toMatch(/up to date|no update yet|behind|still to be told/);
    await press(/^Insert reply/);
    await see('Nothing was inserted: ask the lead to look at the field “Allclear record”.');
    expect(session.composer.isEmpty).toBe(true);
  });

  test('speaks Spanish to those who read it', async () => {
    const { see, text } = await showSidebar({ language: 'es', outage: { update: 2, told: 1 } });
    await see('Donation form returns error 502');
    expect(text()).not.toContain('Next update promised');
    expect(document.documentElement.lang).toBe('es');
  });

  test('a first look that fails says why and can be tried again', async () => {
    const { see, press, world } = await showSidebar({
      given: (world) => {
        world.takeDown('harborgifts.zendesk.com');
        return undefined;
      },
    });
    await see('Can’t read this ticket’s incident: no answer from Zendesk; check your connection.');
    world.bringBack('harborgifts.zendesk.com');
    await press('Try again');
    await see('Donation form returns error 502');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('inserting', () => {
  test('one click puts the reply in the composer and says what to do next', async () => {
    const { press, see, session } = await showSidebar({
      outage: { update: 2, told: 1, stage: 'identified' },
    });
    await press('Insert reply for update 2');
    await see('The reply for update 2 is in the composer. Read it, then submit.');
    expect(session.composer.text).toContain('Issue Identified');
  });

  test('says so when the mark is not on the form', async () => {
    const { press, see } = await showSidebar({ outage: { update: 2, told: 1 }, fieldsOnForm: [] });
    await press('Insert reply for update 2');
    await see('it is written right after you submit');
  });

  test('a customer who was told already is told again only after a second press', async () => {
    const { press, see, session } = await showSidebar({ outage: { update: 2, told: 2 } });
    await press('Insert reply for update 2');
    await see(/This customer was told update 2 .*Nothing was inserted/);
    expect(session.composer.isEmpty).toBe(true);
    await press('Insert again');
    await see('The reply for update 2 is in the composer.');
  });
});

describe('who was told', () => {
  test('the count, and behind it the list of those who were not, each a ticket to open', async () => {
    const { press, see, reports, session, until } = await showSidebar({
      outage: { update: 2, told: 1, reports: 4 },
      given: (world, { reports }) => {
        world.closeTicket(reports[3]!.id);
        return undefined;
      },
    });
    await see('0 of 4');
    await see('1 can’t be told: 1 closed');
    await press('See');
    const list = screen.getByRole('list', { name: 'not told' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(4);
    expect(list.textContent).toContain('told update 1');
    within(list)
      .getByRole('button', { name: new RegExp(`#${reports[2]!.id} `) })
      .click();
    await until(() => expect(session.routes).toEqual([{ type: 'ticket', id: reports[2]!.id }]));
    await press('Hide');
    expect(screen.queryByRole('list', { name: 'not told' })).toBeNull();
  });
});
