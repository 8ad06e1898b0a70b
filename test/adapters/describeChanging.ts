import { describe, expect, test } from 'vitest';
import type { Open } from './describeTicketDesk.ts';

const NOTE = { did: 'attach' };

export function describeChanging(open: Open): void {
  describe('changing a ticket', () => {
    test('type, incident, priority and fields are written together', async () => {
      const { desk, world, incident, mara } = open();
      const { id } = world.addTicket({
        subject: 'No gift',
        text: 'Help',
        requesterId: mara.id,
        priority: 'low',
      });
      await desk.change(await desk.readOne(id), {
        type: 'incident',
        problemId: incident.id,
        priority: 'urgent',
        fields: { allclear_jira: 'PAY-123' },
        note: NOTE,
      });
      expect(world.ticket(id)).toMatchObject({
        type: 'incident',
        problemId: incident.id,
        priority: 'urgent',
      });
      expect(world.valueOf(id, 'allclear_jira')).toBe('PAY-123');
      expect(world.ticket(id).audits.at(-1)?.changes.length).toBeGreaterThanOrEqual(4);
    });

    test('the answer is the ticket as it is now, ready for the next change', async () => {
      const { desk, reports, incident, time } = open();
      const read = await desk.readOne(reports[0]!.id);
      await time.advance(5_000);
      const told = { allclear_told: `${incident.id}/1` };
      const changed = await desk.change(read, { fields: told, note: NOTE });
      expect(changed.fields).toMatchObject(told);
      expect(changed.updatedAt > read.updatedAt).toBe(true);
      await time.advance(5_000);
      await expect(desk.change(changed, { priority: 'high', note: NOTE })).resolves.toMatchObject({
        priority: 'high',
      });
    });

    test('an empty text clears a field, null takes type and incident away', async () => {
      const { desk, world, reports } = open({ outage: { told: 1 } });
      const id = reports[0]!.id;
      await desk.change(await desk.readOne(id), {
        type: null,
        problemId: null,
        fields: { allclear_told: '' },
        note: { did: 'detach' },
      });
      expect(world.valueOf(id, 'allclear_told') ?? null).toBeNull();
      expect(world.ticket(id)).toMatchObject({ type: null, problemId: null });
    });

    test('what is not mentioned stays as it is', async () => {
      const { desk, world, reports, incident } = open({ outage: { told: 1 } });
      const id = reports[0]!.id;
      await desk.change(await desk.readOne(id), { priority: 'low', note: NOTE });
      expect(world.ticket(id)).toMatchObject({ type: 'incident', problemId: incident.id, status: 'open' });
      expect(world.valueOf(id, 'allclear_told')).toBe(`${incident.id}/1`);
    });

    test('when somebody else was faster, nothing is written and the agent hears why', async () => {
      const { desk, world, reports, tom } = open();
      const id = reports[0]!.id;
      const read = await desk.readOne(id);
      world.agentWrites(id, tom.id, 'On it.', { public: false });
      await expect(desk.change(read, { priority: 'low', note: NOTE })).rejects.toMatchObject({
        service: 'Zendesk',
        trouble: 'outdated',
        detail: 'Safe Update prevented the update due to outdated ticket data.',
      });
      expect(world.ticket(id).priority).toBe('urgent');
    });
  });

  describe('the story of a ticket', () => {
    test('what a write says of itself comes back, with when and by whom', async () => {
      const { desk, reports, mara } = open();
      const id = reports[0]!.id;
      const note = { did: 'attach', incident: 7, was: { type: null, priority: 'normal' } };
      await desk.change(await desk.readOne(id), { priority: 'low', note });
      const [written, ...others] = (await desk.history(id)).notes;
      expect(written).toMatchObject({
        ...note,
        authorId: mara.id,
        at: expect.stringMatching(/^2026-11-23T/),
      });
      expect(others).toEqual([]);
    });

    test('an incident’s updates are read oldest first', async () => {
      const { desk, incident, time } = open({ outage: { update: 2 } });
      await time.advance(2_000);
      await desk.change(await desk.readOne(incident.id), { priority: 'high', note: { did: 'update', n: 3 } });
      expect((await desk.history(incident.id)).notes.map(({ did, n }) => [did, n])).toEqual([
        ['update', 2],
        ['update', 3],
      ]);
    });

    test('notes behind a hundred audits of others are found', async () => {
      const { desk, world, reports, tom, time } = open();
      const id = reports[0]!.id;
      for (let i = 0; i < 120; i++) world.agentWrites(id, tom.id, `Note ${i}`, { public: false });
      await time.advance(2_000);
      await desk.change(await desk.readOne(id), { priority: 'low', note: NOTE });
      expect((await desk.history(id)).notes.map(({ did }) => did)).toEqual(['attach']);
    });

    test('notes of other apps, and ours when somebody garbled them, are left out', async () => {
      const { desk, world, mara } = open();
      const at = world.clock.now() - 60_000;
      const later = [{ other: { did: 'x' } }, { allclear: { no: 'verb' } }, { allclear: 'text' }].map(
        (custom, index) => ({ at: at + index * 1000, by: mara.id, text: 'x', public: false, custom }),
      );
      const { id } = world.addTicket({ subject: 'Odd', text: 'Odd', requesterId: mara.id, at, later });
      expect((await desk.history(id)).notes).toEqual([]);
    });

    test('every change of the ledger is known, with when and by whom', async () => {
      const { desk, reports, incident, mara, time } = open();
      const id = reports[0]!.id;
      for (const n of [1, 2]) {
        await time.advance(2_000);
        const fields = { allclear_told: `${incident.id}/${n}` };
        await desk.change(await desk.readOne(id), { fields, note: { did: 'told', n } });
      }
      const { ledger } = await desk.history(id);
      expect(ledger.map(({ value }) => value)).toEqual([`${incident.id}/1`, `${incident.id}/2`]);
      expect(ledger[0]).toMatchObject({ authorId: mara.id, at: expect.stringMatching(/^2026-11-23T/) });
    });

    test('the last public comments come newest first, without internal notes', async () => {
      const { desk, world, reports, tom, time } = open();
      const id = reports[0]!.id;
      world.agentWrites(id, tom.id, 'We are on it.', { public: true });
      await time.advance(1_000);
      world.agentWrites(id, tom.id, 'Looks like PAY-123.', { public: false });
      await time.advance(1_000);
      world.customerWrites(id, 'Thank you <3');
      const comments = await desk.lastPublicComments(id);
      expect(comments.map(({ html }) => html.replace(/<[^>]*>/g, ''))).toEqual([
        'Thank you &lt;3',
        'We are on it.',
        'The donation page says that something went wrong.',
      ]);
      expect(comments[1]?.authorId).toBe(tom.id);
    });
  });
}
