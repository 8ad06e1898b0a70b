import { describe, expect, test } from 'vitest';
import { addIncident } from '../workspace/world/seed/build.ts';
import type { Open } from './describeTicketDesk.ts';

export function describeReading(open: Open): void {
  describe('reading tickets', () => {
    test('a report is read with its incident, its requester and what its customer was told', async () => {
      const { desk, incident, reports, world } = open({ outage: { told: 1 } });
      const [report] = reports;
      expect(await desk.readOne(report!.id)).toMatchObject({
        id: report!.id,
        subject: 'I cannot donate',
        description: 'The donation page says that something went wrong.',
        status: 'open',
        type: 'incident',
        priority: 'urgent',
        problemId: incident.id,
        requesterId: world.ticket(report!.id).requesterId,
        assigneeId: undefined,
        channel: 'email',
        isMessaging: false,
        updatedAt: expect.stringMatching(/^2026-11-23T\d\d:\d\d:\d\dZ$/),
        fields: { allclear_told: `${incident.id}/1`, allclear_stage: 'allclear_investigating' },
      });
    });

    test('several tickets are read at once, without those that do not exist', async () => {
      const { desk, reports } = open();
      const ids = reports.map(({ id }) => id);
      const tickets = await desk.read([...ids, 99_999]);
      expect(tickets.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(ids);
    });

    test('the incident read among them knows how many reports it has', async () => {
      const { desk, incident } = open({ outage: { reports: 4 } });
      expect(await desk.read([incident.id])).toMatchObject([{ id: incident.id, linked: 4 }]);
    });

    test('nothing is asked of Zendesk when there is nothing to read', async () => {
      const { desk, world } = open();
      world.takeDown('harborgifts.zendesk.com');
      expect(await desk.read([])).toEqual([]);
    });

    test('tickets that this agent may not see are left out, and one alone is refused', async () => {
      const { desk, world, tom, reports } = open({ by: 'tom' });
      world.user(tom.id).ticketRestriction = 'assigned';
      expect(await desk.read(reports.map(({ id }) => id))).toEqual([]);
      await expect(desk.readOne(reports[0]!.id)).rejects.toMatchObject({ trouble: 'forbidden' });
    });

    test('fields of other apps are not taken for ours', async () => {
      const { desk, world, reports } = open();
      expect((await desk.readOne(reports[0]!.id)).fields).toEqual({});
      expect(world.ticketFields.size).toBeGreaterThan(10);
    });
  });

  describe('listing', () => {
    test('open problems come last changed first, with their number of reports', async () => {
      const { desk, world, incident, mara, tom, ines, support } = open({ outage: { reports: 5 } });
      const late = addIncident(
        world,
        { mara, tom, ines, support, billing: support },
        { subject: 'Receipts' },
      );
      world.agentWrites(late.id, mara.id, 'Looking into it.', { public: false });
      const { tickets, more } = await desk.openProblems();
      expect(tickets.map(({ id, linked }) => [id, linked])).toEqual([
        [late.id, 0],
        [incident.id, 5],
      ]);
      expect(more).toBe(false);
    });

    test('a problem that is solved is not among them', async () => {
      const { desk, world, incident } = open();
      world.ticket(incident.id).values = { ...world.ticket(incident.id).values, status: 'solved' };
      expect((await desk.openProblems()).tickets).toEqual([]);
    });

    test('more problems than fit on one page are said to be there', async () => {
      const { desk, world, mara } = open();
      for (let i = 0; i < 100; i++)
        world.addTicket({ subject: `Problem ${i}`, text: 'x', requesterId: mara.id, type: 'problem' });
      const { tickets, more } = await desk.openProblems();
      expect(tickets).toHaveLength(100);
      expect(more).toBe(true);
    });

    test('reports come page by page, each of them once', async () => {
      const { desk, incident, reports } = open({ outage: { reports: 5 } });
      const seen: number[] = [];
      const sizes: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await desk.reports(incident.id, { cursor, size: 2 });
        seen.push(...page.tickets.map(({ id }) => id));
        sizes.push(page.tickets.length);
        cursor = page.next;
      } while (cursor);
      expect(seen).toEqual(reports.map(({ id }) => id));
      expect(sizes).toEqual([2, 2, 1]);
    });

    test('a page holds a hundred reports unless said otherwise', async () => {
      const { desk, incident } = open({ outage: { reports: 101 } });
      const page = await desk.reports(incident.id);
      expect(page.tickets).toHaveLength(100);
      expect((await desk.reports(incident.id, { cursor: page.next })).tickets).toHaveLength(1);
    });

    test('an incident without reports has none', async () => {
      const { desk, reports } = open();
      expect(await desk.reports(reports[0]!.id)).toEqual({ tickets: [], next: undefined });
      expect(await desk.countReports(reports[0]!.id)).toBe(0);
    });

    test('reports are counted as Zendesk counts them', async () => {
      const { desk, incident, reports, world } = open({ outage: { reports: 7 } });
      expect(await desk.countReports(incident.id)).toBe(7);
      world.closeTicket(reports[0]!.id);
      expect(await desk.countReports(incident.id)).toBe(7);
    });
  });

  describe('people and macros', () => {
    test('the agent at the screen is known by name, language and rights', async () => {
      expect(await open().desk.me()).toMatchObject({ name: 'Mara Lind', locale: 'en-US', isLight: false });
      expect(await open({ by: 'ines' }).desk.me()).toMatchObject({
        name: 'Inés Vidal',
        locale: 'es',
        isLight: true,
      });
    });

    test('macros are found by how their titles begin', async () => {
      const { desk, world } = open();
      const say = (text: string) => [{ field: 'comment_value_html', value: text }];
      world.addMacro({ title: 'Allclear::Identified', actions: say('<p>Found it.</p>') });
      world.addMacro({
        title: 'Allclear::Resolved::es',
        actions: [{ field: 'comment_value', value: 'Listo.' }],
      });
      world.addMacro({ title: 'About Allclear::', actions: say('no') });
      world.addMacro({ title: 'Allclear::Quiet', actions: [{ field: 'status', value: 'pending' }] });
      world.addMacro({ title: 'Allclear::Old', active: false, actions: say('old') });
      expect(await desk.macros('Allclear::')).toEqual([
        { title: 'Allclear::Identified', text: '<p>Found it.</p>', isHtml: true },
        { title: 'Allclear::Resolved::es', text: 'Listo.', isHtml: false },
      ]);
    });

    test('a macro for another group is not ours to use', async () => {
      const { desk, world } = open({ by: 'tom' });
      world.addMacro({
        title: 'Allclear::Resolved',
        actions: [{ field: 'comment_value', value: 'x' }],
        restriction: { type: 'Group', ids: [999] },
      });
      expect(await desk.macros('Allclear::')).toEqual([]);
    });

    test('a macro whose text names its channel is read by its text', async () => {
      const { desk, world } = open();
      const value = ['channel:all', 'Found it.'];
      world.addMacro({ title: 'Allclear::Identified', actions: [{ field: 'comment_value', value }] });
      expect(await desk.macros('Allclear::')).toMatchObject([{ text: 'Found it.' }]);
    });

    test('our macros are found among hundreds, wherever they stand', async () => {
      const { desk, world } = open();
      const actions = [{ field: 'comment_value', value: 'x' }];
      const titles = Array.from({ length: 240 }, (_, i) => `${'ZMBA'[i % 4]} macro ${i}`);
      for (const title of titles) world.addMacro({ title, actions });
      world.addMacro({ title: 'Allclear::Resolved', actions });
      expect(await desk.macros('Allclear::')).toHaveLength(1);
    });
  });
}
