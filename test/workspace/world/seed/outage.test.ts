import { describe, expect, test } from 'vitest';
import { virtualClock } from '../clock.ts';
import { createWorld } from '../world.ts';
import { seedOutage } from './outage.ts';

const NOW = Date.UTC(2026, 10, 23, 11, 26);

function open(seed = 1) {
  const world = createWorld({ seed, clock: virtualClock(NOW) });
  return { world, outage: seedOutage(world) };
}

describe('The seeded outage', () => {
  test('is the same world every time, whatever the seed of its faults', () => {
    const picture = ({ world, outage }: ReturnType<typeof open>) => [
      outage,
      [...world.tickets.values()].map(({ id, subject, values, updatedAt, comments }) => [
        id,
        subject,
        values,
        updatedAt,
        comments,
      ]),
    ];
    expect(picture(open(2))).toEqual(picture(open(1)));
  });

  test('stands at update 3, identified, of 18 minutes ago, and the next one is due in 12', () => {
    const { world, outage } = open();
    const record = JSON.parse(String(world.valueOf(outage.incidentA, 'allclear_record')));
    expect(record).toMatchObject({ v: 1, jira: { key: 'PAY-123' }, update: { n: 3, stage: 'identified' } });
    expect((NOW - Date.parse(record.update.at)) / 60_000).toBe(18);
    expect((Date.parse(record.update.next) - NOW) / 60_000).toBe(12);
    expect(record.update.eta).toEqual({
      text: '12:30 UTC',
      at: '2026-11-23T12:30:00.000Z',
      by: 'Sam Osei (Engineering)',
    });
    expect(world.valueOf(outage.incidentA, 'allclear_stage')).toBe('allclear_identified');
    expect(world.valueOf(outage.incidentB, 'allclear_stage')).toBe('allclear_monitoring');
  });

  test('has about forty reports, in every state that matters', () => {
    const { world, outage } = open();
    const status = (id: number) => world.ticket(id).status;
    expect(world.incidentsOf(outage.incidentA)).toHaveLength(40);
    expect(world.incidentsOf(outage.incidentB)).toHaveLength(11);
    expect([status(outage.closed), status(outage.solved), status(outage.pending)]).toEqual([
      'closed',
      'solved',
      'pending',
    ]);
    expect(world.ticket(outage.merged).tags).toContain('closed_by_merge');
    expect(outage.onHold.map(status)).toEqual(['hold', 'hold', 'hold']);
    expect(outage.messaging.map((id) => world.ticket(id).fromMessagingChannel)).toEqual([true, true]);
    expect(outage.untold.map((id) => world.valueOf(id, 'allclear_told'))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(new Set(outage.behind.map((id) => world.valueOf(id, 'allclear_told')))).toEqual(
      new Set([`${outage.incidentA}/2`]),
    );
    for (const id of outage.answered) {
      const last = world.ticket(id).comments.at(-1);
      expect(last?.authorId).toBe(world.ticket(id).requesterId);
    }
    const told = outage.reportsA.filter(
      (id) => world.valueOf(id, 'allclear_told') === `${outage.incidentA}/3`,
    );
    expect(told.length).toBeGreaterThan(30);
  });

  test('speaks seven languages, on five channels, and one person reported twice', () => {
    const { world, outage } = open();
    const requesters = outage.reportsA.map((id) => world.user(world.ticket(id).requesterId));
    const languages = new Set(requesters.map(({ locale }) => locale.slice(0, 2)));
    expect([...languages].sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'ja', 'pt']);
    const channels = new Set(outage.reportsA.map((id) => world.ticket(id).channel));
    expect([...channels].sort()).toEqual(['api', 'chat', 'email', 'native_messaging', 'web', 'whatsapp']);
    expect(requesters.filter(({ name }) => name === 'Ruth Calloway')).toHaveLength(2);
  });

  test('told nobody anything twice, nor out of order, and its ledgers agree with its audits', () => {
    const { world, outage } = open();
    for (const [incident, reports] of [
      [outage.incidentA, outage.reportsA],
      [outage.incidentB, outage.reportsB],
    ] as const)
      for (const id of reports) {
        const told = world
          .ticket(id)
          .audits.map(({ custom }) => custom?.allclear as { did: string; n: number } | undefined)
          .filter((mark) => mark?.did === 'told')
          .map((mark) => mark?.n ?? 0);
        expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
        const ledger = world.valueOf(id, 'allclear_told');
        expect(ledger).toBe(told.length ? `${incident}/${told.at(-1)}` : undefined);
      }
  });

  test('lies in the past, in order: nothing happens before its ticket came in, or after now', () => {
    const { world } = open();
    let previous = 0;
    for (const ticket of world.tickets.values()) {
      expect(ticket.createdAt).toBeGreaterThanOrEqual(previous);
      previous = ticket.createdAt;
      const times = ticket.audits.map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.at(-1)).toBeLessThanOrEqual(NOW);
      expect(ticket.updatedAt).toBe(times.at(-1));
    }
  });

  test('Lucía Romero waits, in Spanish, attached to nothing', () => {
    const { world, outage } = open();
    const ticket = world.ticket(outage.lucia);
    expect(world.user(ticket.requesterId)).toMatchObject({
      name: 'Lucía Romero',
      locale: 'es',
      timeZone: 'Madrid',
    });
    expect([ticket.type, ticket.problemId, ticket.status]).toEqual([null, null, 'new']);
    expect(outage.unattached.map((id) => world.ticket(id).problemId)).toEqual(Array(6).fill(null));
  });

  test('has two incidents that are over, a problem that is not ours, and no macro that speaks for Allclear', () => {
    const { world, outage } = open();
    expect(outage.oldIncidents.map((id) => world.ticket(id).status)).toEqual(['solved', 'solved']);
    expect(world.ticket(outage.ordinaryProblem)).toMatchObject({ type: 'problem', tags: ['invoices'] });
    expect([...world.macros.values()].filter(({ title }) => title.startsWith('Allclear::'))).toEqual([]);
    expect(world.macros.size).toBe(4);
  });
});
