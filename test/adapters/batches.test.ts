import { describe, expect, test } from 'vitest';
import { createBatches } from '../../src/adapters/zendesk/batches.ts';
import type { FollowUp } from '../../src/domain/followUpTicket.ts';
import { keepTraffic } from './keepTraffic.ts';
import { openBatches } from './openBatches.ts';

const traffic = keepTraffic('adapters-batches');
const open = (wanted: Parameters<typeof openBatches>[0] = {}) => openBatches({ traffic, ...wanted });

describe('reading reports with the people who asked', () => {
  test('a page of a hundred, and the cursor of the next', async () => {
    const { batches, incident } = open({ outage: { reports: 103 } });
    const first = await batches.reports(incident.id);
    expect(first.tickets).toHaveLength(100);
    const rest = await batches.reports(incident.id, first.next);
    expect(rest.tickets).toHaveLength(3);
    expect(rest.next).toBeUndefined();
    for (const { requesterId } of [...first.tickets.slice(97), ...rest.tickets])
      expect([first, rest].some(({ people }) => people.get(requesterId ?? 0)?.name)).toBe(true);
  });

  test('language, time zone and suspension of each', async () => {
    const { batches, world, incident, customers } = open();
    world.user(customers[1]!.id).suspended = true;
    const { people } = await batches.reports(incident.id);
    expect([...people.values()].filter(({ id }) => customers.some((each) => each.id === id))).toEqual([
      expect.objectContaining({ locale: 'en-US', timeZone: 'America/New_York', isSuspended: false }),
      expect.objectContaining({ locale: 'es', timeZone: 'Europe/Madrid', isSuspended: true }),
      expect.objectContaining({ locale: 'fr', timeZone: 'Europe/Paris', isSuspended: false }),
    ]);
  });

  test('people who do not come with the list can be asked for', async () => {
    const { batches, world, incident, customers } = open();
    world.settings.incidentsSideloadUsers = false;
    expect((await batches.reports(incident.id)).people.size).toBe(0);
    const people = await batches.people(customers.map(({ id }) => id));
    expect([...people.values()].map(({ name }) => name)).toEqual(customers.map(({ name }) => name));
  });

  test('those that an agent can’t see are left out', async () => {
    const { batches, world, reports, tom } = open({ by: 'tom' });
    Object.assign(world.user(tom.id), { ticketRestriction: 'assigned' });
    expect((await batches.look(reports.map(({ id }) => id))).tickets).toEqual([]);
  });
});

describe('a job', () => {
  test('writes comment, ledger, stage and note of each ticket at once, and tells of every row', async () => {
    const { batches, items, world, reports, incident, time } = open();
    const id = await batches.send(await items());
    expect(await batches.jobs([id])).toEqual([{ id, state: 'queued', done: 0, rows: [] }]);
    await time.advance(60_000);
    const ok = { ok: true, error: undefined, details: undefined };
    expect(await batches.jobs([id])).toEqual([
      { id, state: 'completed', done: 3, rows: reports.map((report) => ({ id: report.id, ...ok })) },
    ]);
    for (const report of reports) {
      const audit = world.ticket(report.id).audits.at(-1);
      expect(audit).toMatchObject({
        comment: { public: true, body: 'We found it.' },
        custom: { allclear: { did: 'told', incident: incident.id, n: 1 } },
      });
      expect(world.valueOf(report.id, 'allclear_told')).toBe(`${incident.id}/1`);
      expect(world.valueOf(report.id, 'allclear_stage')).toBe('allclear_investigating');
    }
  });

  test('leaves a ticket alone that changed after it was read', async () => {
    const { batches, items, world, reports, time } = open();
    const read = await items();
    world.customerWrites(reports[1]!.id, 'Hello?');
    const id = await batches.send(read);
    await time.advance(60_000);
    const [job] = await batches.jobs([id]);
    expect(job?.rows.map(({ ok, error }) => [ok, error])).toEqual([
      [true, undefined],
      [false, 'UpdateConflict'],
      [true, undefined],
    ]);
    expect(world.ticket(reports[1]!.id).publicComments).toHaveLength(2);
  });

  test('that only mends writes no comment', async () => {
    const { batches, mends, world, reports, time } = open();
    await batches.send(await mends());
    await time.advance(60_000);
    for (const { id } of reports) expect(world.ticket(id).comments).toHaveLength(1);
  });

  test('that Zendesk has forgotten is left out', async () => {
    const { batches, items, time } = open();
    const id = await batches.send(await items());
    await time.advance(25 * 60 * 60_000);
    expect(await batches.jobs([id, 'nobody-knows'])).toEqual([]);
  });

  test('that was killed half-way tells the rows it did, if any', async () => {
    const { batches, items, world, time } = open();
    world.faults.scriptJob({ kind: 'killed', after: 1 });
    const id = await batches.send(await items());
    await time.advance(60_000);
    expect(await batches.jobs([id])).toMatchObject([{ state: 'killed', done: 1 }]);
  });
});

describe('one safe write', () => {
  test('of a report is a comment with its marks, or nothing', async () => {
    const { batches, items, world, reports, incident } = open();
    const [item, other] = await items();
    const told = `${incident.id}/1`;
    expect(await batches.sendOne(item!)).toMatchObject({
      id: reports[0]!.id,
      fields: { allclear_told: told },
    });
    expect(world.jobs.size).toBe(0);
    world.customerWrites(reports[1]!.id, 'Hello?');
    await expect(batches.sendOne(other!)).rejects.toMatchObject({ trouble: 'outdated' });
    expect(world.valueOf(reports[1]!.id, 'allclear_told') ?? null).toBeNull();
  });

  test('of the incident keeps its note from customers', async () => {
    const { batches, desk, world, incident } = open();
    const problem = await desk.readOne(incident.id);
    const note = { did: 'update', n: 2 };
    await batches.write(problem, { internalNote: '<p>Found.</p>', fields: { allclear_symptoms: 'x' }, note });
    expect(world.ticket(incident.id).audits.at(-1)).toMatchObject({
      comment: { public: false, body: 'Found.' },
      custom: { allclear: note },
    });
    await expect(batches.write(problem, { note })).rejects.toMatchObject({ trouble: 'outdated' });
  });
});

describe('groups and roles', () => {
  test('the agent’s own, and all', async () => {
    const { batches, world } = open({ by: 'tom' });
    expect(await batches.myGroups()).toEqual([{ id: 360_101, name: 'Support' }]);
    for (let id = 1; id <= 150; id++) world.groups.set(id, { id, name: `Group ${id}`, createdAt: 0 });
    expect(await batches.groups()).toHaveLength(152);
  });

  test('a role that nobody knows is not told of', async () => {
    // Not recorded: the check of the recorded traffic does not know of roles.
    const { batches, world, tom } = openBatches({ by: 'tom' });
    const { id } = world.giveRole(tom.id, { name: 'Tier 1', configuration: { ticket_editing: false } });
    expect(await batches.role(id)).toEqual({ name: 'Tier 1', lacks: ['edit tickets'] });
    expect(await batches.role(id + 1)).toBeUndefined();
  });

  test.each([
    ['no configuration', {}],
    ['an empty one', { configuration: {} }],
    ['members of other types', { configuration: { ticket_editing: 'no', ticket_access: 7 } }],
  ])('a role with %s lacks nothing that is known', async (_, role) => {
    const { batches, answers } = openBatches();
    answers({ custom_roles: [{ id: 5, name: 'Odd', ...role }] });
    expect(await batches.role(5)).toEqual({ name: 'Odd', lacks: [] });
  });
});

test('more than a hundred at once are refused, and nothing is written', async () => {
  // Not recorded: no description allows it.
  const { batches, items, world } = openBatches();
  const [item] = await items();
  const many = Array.from({ length: 101 }, () => item!);
  await expect(batches.look(many.map(({ ticket }) => ticket.id))).rejects.toMatchObject({
    trouble: 'refused',
  });
  await expect(batches.send(many)).rejects.toMatchObject({ trouble: 'refused' });
  expect(world.jobs.size).toBe(0);
});

describe('a follow-up of a closed ticket', () => {
  const followUp = (source: { id: number; requesterId: number }, assigneeId: number): FollowUp => ({
    source: source.id,
    subject: 'It fails',
    requesterId: source.requesterId,
    assigneeId,
    brandId: 360_001,
    html: '<p>A certificate had expired.</p>',
    tags: ['allclear_followup'],
    fields: { allclear_told: '502/3', allclear_stage: 'allclear_resolved' },
    note: { did: 'told', incident: 502, n: 3, of: source.id },
  });

  test('is a solved ticket of the same customer, with comment, ledger and note, and hangs on no problem', async () => {
    const { batches, world, reports, mara } = open();
    const [source] = reports as [(typeof reports)[0]];
    world.closeTicket(source.id);
    const id = await batches.followUp(followUp(source, mara.id), 'k1');
    const made = world.ticket(id);
    expect(made).toMatchObject({
      followupSourceId: source.id,
      requesterId: source.requesterId,
      status: 'solved',
      type: 'question',
      problemId: null,
      assigneeId: mara.id,
    });
    expect(made.publicComments.map(({ body }) => body)).toEqual(['A certificate had expired.']);
    expect(world.valueOf(id, 'allclear_told')).toBe('502/3');
    expect(made.audits[0]?.custom).toEqual({ allclear: { did: 'told', incident: 502, n: 3, of: source.id } });
    expect((await batches.look([source.id])).tickets[0]?.followUps).toEqual([id]);
  });

  test('is made once for one key, and refused for a ticket that is not closed', async () => {
    const { batches, world, reports, mara } = open();
    const [source, running] = reports as [(typeof reports)[0], (typeof reports)[0]];
    world.closeTicket(source.id);
    const wanted = followUp(source, mara.id);
    expect(await batches.followUp(wanted, 'k1')).toBe(await batches.followUp(wanted, 'k1'));
    await expect(batches.followUp(followUp(running, mara.id), 'k2')).rejects.toMatchObject({
      trouble: 'refused',
    });
    expect(source.followupIds).toHaveLength(1);
  });

  // Its 400 is in Zendesk's introduction and not in its description, against which the others are checked.
  test('is refused for a key that stands for other words', async () => {
    const { batches, world, reports, mara } = openBatches();
    const [source] = reports as [(typeof reports)[0]];
    world.closeTicket(source.id);
    const wanted = followUp(source, mara.id);
    await batches.followUp(wanted, 'k1');
    await expect(batches.followUp({ ...wanted, subject: 'Other' }, 'k1')).rejects.toMatchObject({
      trouble: 'refused',
    });
    expect(source.followupIds).toHaveLength(1);
  });
});

test('the account’s time zone by its IANA name, and none where Zendesk does not tell', async () => {
  expect(await open().batches.accountZone()).toBe('Europe/Berlin');
  const { client, clock, fieldIds } = open();
  const silent = { ...client, get: async () => ({ currentAccount: { subdomain: 'harborgifts' } }) };
  expect(await createBatches(silent, clock, async () => fieldIds).accountZone()).toBeUndefined();
});
