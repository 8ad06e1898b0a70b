import { describe, expect, test } from 'vitest';
import { addReport } from '../world/seed/build.ts';
import { openAccount } from './openAccount.ts';

function open(reports = 3) {
  const account = openAccount(reports);
  const find = async (query: string) => {
    const { body } = await account.get<{ results: { id: number; result_type: string }[] }>(
      `/search?query=${encodeURIComponent(query)}`,
    );
    return body.results.map(({ id }) => id).sort((a, b) => a - b);
  };
  return { ...account, find };
}

describe('Search', () => {
  test('finds tickets by words, status, type, tags and fields', async () => {
    const { world, find, incident, reports, clock } = open();
    await clock.advance(120_000);
    world.ticket(reports[0]!.id).values = { ...reports[0]!.values, status: 'solved', tags: ['vip'] };
    expect(await find('type:ticket "went wrong"')).toEqual([incident.id, ...reports.map(({ id }) => id)]);
    expect(await find('type:ticket ticket_type:incident status<solved')).toEqual([
      reports[1]!.id,
      reports[2]!.id,
    ]);
    expect(await find('tags:vip')).toEqual([reports[0]!.id]);
    expect(await find('type:ticket ticket_type:incident -tags:vip')).toHaveLength(2);
    expect(await find(`custom_field_${world.fieldId('allclear_stage')}:allclear_investigating`)).toEqual([
      incident.id,
    ]);
    expect(await find('type:ticket created>50minutes ticket_type:incident')).toHaveLength(3);
    expect(await find('type:user "Mara Lind"')).toEqual([400_001]);
  });

  test('answers what was true before, until the index has caught up', async () => {
    const { world, clock, find, reports, incident, customers, ...company } = open();
    world.agentWrites(reports[0]!.id, company.tom.id, 'x');
    const late = addReport(world, company, incident, customers[0]!);
    late.indexed = [{ until: clock.now() + 60_000, values: null }];
    expect(await find('ticket_type:incident')).not.toContain(late.id);
    await clock.advance(61_000);
    expect(await find('ticket_type:incident')).toContain(late.id);
  });

  test('a status changed just now is found under the old one', async () => {
    const { world, clock, find, reports } = open();
    world.closeTicket(reports[0]!.id);
    expect(await find('ticket_type:incident status:closed')).toEqual([]);
    expect(await find('ticket_type:incident status:open')).toContain(reports[0]!.id);
    await clock.advance(61_000);
    expect(await find('ticket_type:incident status:closed')).toEqual([reports[0]!.id]);
  });

  test('ends at a thousand results: page 11 is a 422, while the count and the export know more', async () => {
    const { get } = open(1005);
    const url = (page: number) => `/search?query=ticket_type:incident&per_page=100&page=${page}`;
    const last = await get<{ results: unknown[]; count: number }>(url(10));
    expect([last.body.results.length, last.body.count]).toEqual([100, 1005]);
    expect((await get(url(11))).status).toBe(422);
    expect((await get('/search/count?query=ticket_type:incident')).body).toEqual({ count: 1005 });

    let next: string | null = '/search/export?query=ticket_type:incident&filter[type]=ticket&page[size]=100';
    let exported = 0;
    while (next) {
      const page: {
        body: { results: unknown[]; links: { next: string | null }; meta: { has_more: boolean } };
      } = await get(next);
      exported += page.body.results.length;
      next = page.body.meta.has_more ? (page.body.links.next?.split('/api/v2')[1] ?? null) : null;
    }
    expect(exported).toBe(1005);
  });

  test('refuses a keyword it does not know rather than finding nothing', async () => {
    const { get } = open();
    expect((await get('/search?query=colour:blue')).status).toBe(422);
  });
});
