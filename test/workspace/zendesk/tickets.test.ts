import { describe, expect, test } from 'vitest';
import { openAccount, type WireTicket } from './openAccount.ts';
import { iso } from './wireTicket.ts';

describe('A ticket', () => {
  test('is shown with what include asks for beside it, with or without .json', async () => {
    const { get, report, support } = openAccount();
    const { body } = await get<Record<string, WireTicket | { id: number }[]>>(
      `/tickets/${report.id}.json?include=users,groups`,
    );
    expect(body.ticket).toMatchObject({ id: report.id, type: 'incident', problem_id: report.problemId });
    expect(body.users).toMatchObject([
      { id: report.requesterId, locale: 'en-US', iana_time_zone: 'America/New_York' },
    ]);
    expect(body.groups).toMatchObject([{ id: support.id }]);
    expect(await get(`/tickets/${report.id}`)).toMatchObject({ status: 200 });
  });

  test('that is not there is a 404; many are shown at once, the missing ones left out', async () => {
    const { get, reports } = openAccount();
    expect(await get('/tickets/12345')).toMatchObject({ status: 404, body: { error: 'RecordNotFound' } });
    const { body } = await get<{ tickets: WireTicket[] }>(`/tickets/show_many?ids=${reports[2]!.id},12345`);
    expect(body.tickets.map(({ id }) => id)).toEqual([reports[2]!.id]);
  });

  test('is updated as a whole, and the answer carries the audit', async () => {
    const { put, report, world } = openAccount();
    const ticket = {
      priority: 'high',
      comment: { html_body: '<p>Hello</p>', public: true },
      custom_fields: [{ id: world.fieldId('allclear_told'), value: '1/1' }],
      metadata: { allclear: { did: 'told' } },
    };
    const { status, body } = await put(`/tickets/${report.id}.json`, { ticket });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ticket: { priority: 'high' },
      audit: { metadata: { custom: { allclear: { did: 'told' } } }, events: [{ type: 'Comment' }, {}, {}] },
    });
    expect(world.valueOf(report.id, 'allclear_told')).toBe('1/1');
  });

  test('with an outdated stamp is a conflict, even when safe_update says false', async () => {
    const { put, report, world, clock } = openAccount();
    const stamp = iso(report.updatedAt);
    await clock.advance(2000);
    world.customerWrites(report.id, 'News?');
    for (const safe_update of [true, false])
      expect(
        await put(`/tickets/${report.id}`, {
          ticket: { priority: 'low', safe_update, updated_stamp: stamp },
        }),
      ).toMatchObject({
        status: 409,
        body: {
          error: 'UpdateConflict',
          description: 'Safe Update prevented the update due to outdated ticket data.',
        },
      });
    const alone = await put(`/tickets/${report.id}`, { ticket: { priority: 'low', updated_stamp: stamp } });
    expect(alone.status).toBe(200);
    expect(
      (await put(`/tickets/${report.id}`, { ticket: { priority: 'low', safe_update: true } })).status,
    ).toBe(400);
  });

  test('of another group is hidden from an agent who may see only their own', async () => {
    const { world, report, tom, billing, get, put, incident } = openAccount();
    tom.ticketRestriction = 'groups';
    report.values = { ...report.values, groupId: billing.id };
    expect((await get(`/tickets/${report.id}`)).status).toBe(403);
    expect((await put(`/tickets/${report.id}`, { ticket: { priority: 'low' } })).status).toBe(403);
    const { body } = await get<{ tickets: WireTicket[] }>(`/tickets/${incident.id}/incidents`);
    expect(body.tickets).toHaveLength(2);
    expect((await get<{ incidents: number }>(`/tickets/${incident.id}/related`)).body.incidents).toBe(3);
    world.settings.hiddenTicket = 404;
    expect((await get(`/tickets/${report.id}`)).status).toBe(404);
  });
});

describe('Creating a ticket', () => {
  const ticket = {
    subject: 'New',
    comment: { body: 'Hello {{ticket.id}}' },
    type: 'problem',
    priority: 'high',
    tags: ['x'],
  };

  test('answers 201 with one audit', async () => {
    const { post, world, tom } = openAccount();
    const { status, body } = await post<{ ticket: WireTicket; audit: object }>('/tickets', { ticket });
    expect(status).toBe(201);
    const made = world.ticket(body.ticket.id);
    expect([made.type, made.priority, made.tags, made.requesterId, made.audits.length]).toEqual([
      'problem',
      'high',
      ['x'],
      tom.id,
      1,
    ]);
    expect(made.publicComments[0]?.body).toBe(`Hello ${made.id}`);
  });

  test('twice with one Idempotency-Key makes one ticket, for two hours', async () => {
    const { post, world, clock } = openAccount();
    const before = world.tickets.size;
    const key = { 'Idempotency-Key': 'abc' };
    const first = await post<{ ticket: WireTicket }>('/tickets', { ticket }, key);
    const again = await post<{ ticket: WireTicket }>('/tickets', { ticket }, key);
    expect([first.headers['x-idempotency-lookup'], again.headers['x-idempotency-lookup']]).toEqual([
      'miss',
      'hit',
    ]);
    expect([again.body.ticket.id, world.tickets.size]).toEqual([first.body.ticket.id, before + 1]);
    expect((await post('/tickets', { ticket: { ...ticket, subject: 'Other' } }, key)).status).toBe(400);
    await clock.advance(2 * 60 * 60 * 1000 + 1000);
    await post('/tickets', { ticket }, key);
    expect(world.tickets.size).toBe(before + 2);
  });

  test('a follow-up belongs to a closed ticket and takes over its tags', async () => {
    const { post, world, report } = openAccount();
    report.values = { ...report.values, tags: ['vip'] };
    const body = { ticket: { subject: 'Again', comment: { body: 'x' }, via_followup_source_id: report.id } };
    expect((await post('/tickets', body)).status).toBe(422);
    world.closeTicket(report.id);
    const made = await post<{ ticket: WireTicket }>('/tickets', body);
    expect(made.body.ticket).toMatchObject({ via_followup_source_id: report.id, tags: ['vip'] });
    expect(report.followupIds).toEqual([made.body.ticket.id]);
  });

  test('without words, or for somebody suspended, is refused and leaves nothing', async () => {
    const { post, world, report } = openAccount();
    const before = world.tickets.size;
    expect((await post('/tickets', { ticket: { subject: 'x', comment: { body: ' ' } } })).status).toBe(422);
    expect((await post('/tickets', { ticket: { ...ticket, problem_id: report.id } })).status).toBe(422);
    world.user(report.requesterId).suspended = true;
    expect((await post('/tickets', { ticket: { ...ticket, requester_id: report.requesterId } })).status).toBe(
      422,
    );
    expect(world.tickets.size).toBe(before);
  });
});
