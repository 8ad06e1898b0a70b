import { describe, expect, test } from 'vitest';
import { declareIncident } from '../../src/actions/declareIncident.ts';
import { dismissGroup } from '../../src/actions/dismissGroup.ts';
import { toIncident } from '../../src/domain/incident.ts';
import { keepTraffic } from '../adapters/keepTraffic.ts';
import { addCustomer } from '../workspace/world/seed/build.ts';
import { SAME } from './dayOfTickets.ts';
import { idsOf, openGroups } from './openGroups.ts';

const HOUR = 3_600_000;
const traffic = keepTraffic('spot-groups');

function open(wanted: Parameters<typeof openGroups>[0] = {}) {
  const opened = openGroups(wanted);
  opened.world.traffic = traffic;
  return opened;
}

test('customers who say the same in their own words and languages are one possible incident', async () => {
  const { look, reports } = open();
  const { possible, compared } = await look();
  expect(possible.map(idsOf)).toEqual([reports.map(({ id }) => id)]);
  expect(possible[0]?.voices).toBe(4);
  expect(possible[0]?.words).toEqual(expect.arrayContaining(['sms']));
  expect(compared).toBe(24);
});

test('two customers are none, and neither is one who writes four times', async () => {
  expect((await open({ same: 2 }).look()).possible).toEqual([]);
  const { look, write, world } = open({ same: 0 });
  const one = addCustomer(world, 1).id;
  for (const [index, [subject, text]] of SAME.entries())
    write(subject, text, 30 - index, { requesterId: one });
  expect((await look()).possible).toEqual([]);
});

test('what customers write about on any day is none, however many write', async () => {
  const { look, write } = open({ same: 0 });
  for (let at = 0; at < 6; at += 1)
    write('Password', 'I forgot my password, please send me a reset link.', 20 - at);
  expect((await look()).possible).toEqual([]);
});

test('a later look asks for what is new, and for the tickets of the groups alone', async () => {
  const { look, write, asked, time, reports } = open({ same: 2 });
  expect((await look()).possible).toEqual([]);
  await time.advance(120_000);
  const third = write(...SAME[2]!, 0);
  await time.advance(1_000);
  const before = asked.length;
  const { possible } = await look();
  expect(possible.map(idsOf)).toEqual([[...reports.map(({ id }) => id), third.id]]);
  expect(asked.length - before).toBe(2);
});

test('a ticket that the index shows late joins the group', async () => {
  const { look, time, reports, world } = open();
  const last = world.ticket(reports[3]!.id);
  last.indexed = [{ until: time.now() + 60_000, values: null }];
  expect((await look()).possible.map(idsOf)).toEqual([reports.slice(0, 3).map(({ id }) => id)]);
  await time.advance(90_000);
  expect((await look()).possible.map(idsOf)).toEqual([reports.map(({ id }) => id)]);
});

test('tickets that a colleague has attached or solved meanwhile are no group any more', async () => {
  const { look, reports, world, time, tom } = open();
  expect((await look()).possible).toHaveLength(1);
  await time.advance(5_000);
  for (const { id } of reports.slice(0, 2)) {
    world.agentWrites(id, tom.id, 'Try the app in place of text messages.');
    world.ticket(id).values = { ...world.ticket(id).values, status: 'solved' };
  }
  expect((await look()).possible).toEqual([]);
});

test('a group that speaks of a running incident says of which', async () => {
  const { look, ports, run, draft, attempt, world } = open();
  const done = await run(
    declareIncident(
      ports,
      draft({
        summary: 'Sign-in codes by SMS do not arrive',
        symptoms: 'The SMS with the code is missing.',
        reports: [],
        issue: { do: 'none' },
      }),
      attempt(),
    ),
  );
  const id = done.do === 'declared' ? done.incident : 0;
  const incident = toIncident(await run(ports.tickets.readOne(id)));
  expect((await look([incident])).possible[0]?.likely?.id).toBe(id);
  expect(world.ticket(id).type).toBe('problem');
});

test('at most ten pages are read, and it is said since when all were', async () => {
  const { look, asked, write, time } = open({ same: 0 });
  for (let at = 0; at < 1_100; at += 1) write('Hello', `Question number ${at}`, 1 + at / 2);
  const before = asked.length;
  const { compared, since } = await look();
  expect(asked.length - before).toBe(11);
  expect(compared).toBe(1_000);
  expect(time.now() - since.getTime()).toBeLessThan(9 * HOUR);
});

describe('a group that was dismissed', () => {
  test('is shown to nobody any more, nor is what says the same', async () => {
    const { look, ports, run, reports, world, at, write, time } = open();
    const ids = reports.map(({ id }) => id);
    expect(await run(dismissGroup(ports, ids))).toEqual({ do: 'dismissed', tickets: ids, not: [] });
    for (const { id } of reports) expect(world.ticket(id).tags).toContain('allclear_no_incident');
    expect((await look()).possible).toEqual([]);
    await time.advance(30 * 60_000);
    for (const [subject, text] of SAME) write(subject, text, 1);
    expect((await look()).possible).toEqual([]);
    expect((await at('tom').look()).possible).toEqual([]);
  });

  test('is gone at once, also while the index still shows its tickets as they were', async () => {
    const { look, ports, run, write, world } = open({ same: 0 });
    world.settings.searchLag = 60_000;
    const ids = SAME.map(([subject, text], index) => write(subject, text, 10 - index).id);
    expect((await look()).possible.map(idsOf)).toEqual([ids]);
    await run(dismissGroup(ports, ids));
    expect((await look()).possible).toEqual([]);
  });

  test('stays so after a day, while another matter is shown', async () => {
    const { ports, run, reports, at, write, time } = open();
    await run(
      dismissGroup(
        ports,
        reports.map(({ id }) => id),
      ),
    );
    await time.advance(30 * HOUR);
    for (const [subject, text] of SAME) write(subject, text, 20);
    const others = ['No sound', 'Kein Ton', 'Sin audio'].map(
      (subject) => write(subject, 'In video calls there is no sound, kein Ton, sin audio', 10).id,
    );
    expect((await at('tom').look()).possible.map(idsOf)).toEqual([others]);
  });

  test('keeps its tickets’ other tags, and says who dismissed it', async () => {
    const { ports, run, reports, world, deedsOf, mara } = open();
    const first = world.ticket(reports[0]!.id);
    first.values = { ...first.values, tags: ['vip'] };
    await run(dismissGroup(ports, [first.id]));
    expect(world.ticket(first.id).tags).toEqual(['vip', 'allclear_no_incident']);
    expect(deedsOf(first.id)).toEqual([{ did: 'dismiss' }]);
    expect(world.ticket(first.id).audits.at(-1)?.authorId).toBe(mara.id);
  });

  test('takes the right to declare: a light agent is told why, and nothing is written', async () => {
    const { at, run, reports, world } = open();
    const ids = reports.map(({ id }) => id);
    expect(await run(dismissGroup(at('ines').ports, ids))).toEqual({ do: 'refuse', because: 'light agent' });
    for (const id of ids) expect(world.ticket(id).tags).not.toContain('allclear_no_incident');
  });
});
