import { describe, expect, test } from 'vitest';
import { addIncident, addReport } from '../world/seed/build.ts';
import { openAccount, type WireTicket } from './openAccount.ts';
import { iso } from './wireTicket.ts';

describe('The reports of an incident', () => {
  test('come by cursor, none twice and none left out, with their users beside them', async () => {
    const { get, incident, reports } = openAccount(7);
    const seen: number[] = [];
    let url = `/tickets/${incident.id}/incidents?page[size]=3&include=users`;
    for (let pages = 0; url; pages++) {
      expect(pages).toBeLessThan(3);
      const { body } = await get<{
        tickets: WireTicket[];
        users: { id: number }[];
        meta: { has_more: boolean };
        links: { next: string | null };
      }>(url);
      seen.push(...body.tickets.map(({ id }) => id));
      expect(body.users).toHaveLength(body.tickets.length);
      expect(body.meta.has_more).toBe(body.links.next !== null);
      url = body.links.next?.split('/api/v2')[1] ?? '';
    }
    expect(seen).toEqual(reports.map(({ id }) => id));
  });

  test('come by offset too, up to ten thousand', async () => {
    const { get, incident } = openAccount(3);
    const { body } = await get<{ tickets: WireTicket[] } & Record<string, unknown>>(
      `/tickets/${incident.id}/incidents?per_page=2&page=2`,
    );
    expect([body.tickets.length, body.count, body.next_page]).toEqual([1, 3, null]);
    expect((await get(`/tickets/${incident.id}/incidents?page=101`)).status).toBe(400);
  });

  test('linked meanwhile before the cursor are missed by the pages, not by the count', async () => {
    const outage = openAccount(4);
    const { get, put, world, incident, reports, customers } = outage;
    const early = world.addTicket({ subject: 'I cannot give', requesterId: customers[0]!.id });
    const late = addReport(world, outage, incident, customers[0]!);
    const page = async (query: string) =>
      (
        await get<{ tickets: WireTicket[]; meta: { after_cursor: string } }>(
          `/tickets/${incident.id}/incidents?page[size]=5${query}`,
        )
      ).body;
    const first = await page('');
    expect(first.tickets.at(-1)?.id).toBe(late.id);
    await put(`/tickets/${early.id}`, { ticket: { type: 'incident', problem_id: incident.id } });
    expect((await page(`&page[after]=${first.meta.after_cursor}`)).tickets).toEqual([]);
    const related = await get<{ incidents: number }>(`/tickets/${incident.id}/related`);
    expect(related.body.incidents).toBe(reports.length + 2);
  });

  test('have no users beside them where Zendesk does not side-load there', async () => {
    const { get, incident } = openAccount(1, { incidentsSideloadUsers: false });
    expect((await get(`/tickets/${incident.id}/incidents?include=users`)).body).not.toHaveProperty('users');
  });
});

describe('Problems', () => {
  test('are listed newest change first, with their number of incidents', async () => {
    const outage = openAccount(2);
    const { world, get, incident, clock } = outage;
    const other = addIncident(world, outage, { subject: 'Receipts arrive late' });
    await clock.advance(5000);
    world.agentWrites(incident.id, outage.tom.id, 'x', { public: false });
    const { body } = await get<{ tickets: WireTicket[] }>('/problems?include=incident_counts');
    expect(body.tickets.map(({ id, incident_count }) => [id, incident_count])).toEqual([
      [incident.id, 2],
      [other.id, 0],
    ]);
  });

  test('are found by a piece of their subject', async () => {
    const { post, incident } = openAccount();
    const { body } = await post<{ tickets: WireTicket[] }>('/problems/autocomplete', { text: 'ERROR 5' });
    expect(body.tickets.map(({ id }) => id)).toEqual([incident.id]);
    expect(
      (await post<{ tickets: WireTicket[] }>('/problems/autocomplete', { text: 'fire' })).body.tickets,
    ).toEqual([]);
  });
});

describe('The conversation', () => {
  test('is told oldest first or newest first, with its authors', async () => {
    const { get, world, report, tom } = openAccount();
    world.agentWrites(report.id, tom.id, 'We are on it');
    world.agentWrites(report.id, tom.id, 'Sam knows more', { public: false });
    const { body } = await get<{ comments: { body: string; public: boolean }[]; users: object[] }>(
      `/tickets/${report.id}/comments?sort_order=desc&include=users`,
    );
    expect(body.comments.map((each) => [each.body, each.public])).toEqual([
      ['Sam knows more', false],
      ['We are on it', true],
      ['The donation page says that something went wrong.', true],
    ]);
    expect(body.users).toHaveLength(2);
  });

  test('and every change is in the audits, with the mark of who did it', async () => {
    const { get, incident } = openAccount();
    const { body } = await get<{
      audits: { metadata: object; events: { type: string; field_name?: string }[] }[];
    }>(`/tickets/${incident.id}/audits`);
    expect(body.audits).toHaveLength(2);
    expect(body.audits[1]).toMatchObject({ metadata: { custom: { allclear: { did: 'update', n: 1 } } } });
    expect(body.audits[1]?.events[0]).toMatchObject({ type: 'Comment', public: false });
  });
});

test('tags: PUT adds, POST sets, DELETE removes, an old stamp is a conflict, a closed ticket refuses', async () => {
  const { get, put, post, del, report, world, clock } = openAccount();
  const url = `/tickets/${report.id}/tags`;
  expect((await put(url, { tags: ['a', 'b'] })).body).toEqual({ tags: ['a', 'b'] });
  expect(await post(url, { tags: ['c'] })).toMatchObject({ status: 201, body: { tags: ['c'] } });
  expect(await del(url, { tags: ['c'] })).toMatchObject({ status: 204 });
  expect((await get(url)).body).toEqual({ tags: [] });
  const stamp = iso(report.updatedAt);
  await clock.advance(2000);
  world.customerWrites(report.id, 'News?');
  expect((await put(url, { tags: ['d'], safe_update: 'true', updated_stamp: stamp })).status).toBe(409);
  world.closeTicket(report.id);
  expect((await put(url, { tags: ['d'] })).status).toBe(422);
});
