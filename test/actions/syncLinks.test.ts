import { describe, expect, test } from 'vitest';
import { syncLinks } from '../../src/actions/syncLinks.ts';
import { keepTraffic } from '../adapters/keepTraffic.ts';
import { FAULTS, failCall, whenAsked } from './faultsAtEveryCall.ts';
import { openLinks } from './openLinks.ts';

const traffic = keepTraffic('links');

describe('bringing the links in line', () => {
  test('every report gets its link, its key, and the issue says whom it has hit', async () => {
    const { sync, reports, incident, linked, comments, world, theIssue } = openLinks({ reports: 3 });
    world.traffic = traffic;
    expect(await sync()).toMatchObject({ end: 'done', linked: 3, rest: 0, marked: 3, impact: 'told' });
    expect(linked()).toEqual([incident, ...reports].map(({ id }) => String(id)));
    for (const { id } of reports) expect(world.valueOf(id, 'allclear_jira')).toBe('PAY-123');
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('3 tickets, 0 solved');
    expect(theIssue().comments[0]?.jsdPublic).toBe(false);
  });

  test('a second run writes nothing, to Jira or to Zendesk', async () => {
    const { sync, writes, world, incident, reports } = openLinks();
    await sync();
    writes();
    const audits = () => [incident, ...reports].map(({ id }) => world.ticket(id).audits.length);
    const before = audits();
    expect(await sync('tom')).toMatchObject({ end: 'done', writes: 0, marked: 0, impact: 'same' });
    expect(writes()).toEqual([]);
    expect(audits()).toEqual(before);
  });

  test('what changed since is all that is written', async () => {
    const { sync, writes, reports, linked, detach, change, world, incident, mara, comments } = openLinks({
      reports: 5,
    });
    await sync();
    writes();
    const [a, b, c, d, e] = reports.map(({ id }) => id) as [number, number, number, number, number];
    detach(a);
    world.mergeTicket(b, c, mara.id);
    change(d, { status: 'solved', assigneeId: mara.id });
    await sync('tom');
    expect(linked()).toEqual([incident.id, c, `~${d}`, e].map(String));
    // Two links go, one is struck through; then the comment is edited, and what is known of both is kept.
    expect(writes().map((write) => write.replace(/\d+$/, 'n'))).toEqual([
      'DELETE remotelink',
      'DELETE remotelink',
      'POST remotelink',
      'PUT comment/n',
      expect.stringMatching(/^PUT properties\/.*impact/),
      expect.stringMatching(/^PUT properties\/.*links/),
    ]);
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('3 tickets, 1 solved');
  });

  test('a link that somebody has deleted in Jira, or renamed, is there again', async () => {
    const { sync, theIssue, world, linked, reports, writes } = openLinks();
    await sync();
    const [first, second] = theIssue().links.slice(1);
    world.jira.changeLink('PAY-123', first!.id, null);
    world.jira.changeLink('PAY-123', second!.id, { title: 'a friend of mine' });
    const whole = theIssue().links.length;
    writes();
    await sync();
    expect(writes().filter((write) => write === 'POST remotelink')).toHaveLength(2);
    expect(linked().slice(1)).toEqual(reports.map(({ id }) => String(id)));
    expect(theIssue().links).toHaveLength(whole + 1);
    expect(
      theIssue()
        .links.map(({ object }) => object.title)
        .join(),
    ).not.toContain('friend');
  });

  test('people’s own links are left alone', async () => {
    const { sync, theIssue } = openLinks();
    const object = {
      url: 'https://wiki.example/run',
      title: 'Runbook',
      summary: null,
      icon: null,
      status: null,
    };
    theIssue().links.push({ id: 77, globalId: null, application: null, relationship: null, object });
    await sync();
    expect(theIssue().links.find(({ id }) => id === 77)?.object.title).toBe('Runbook');
  });

  test('a comment that somebody has deleted is added again, once', async () => {
    const { sync, theIssue, detach, reports, comments, time } = openLinks();
    await sync();
    theIssue().comments.length = 0;
    await time.advance(5 * 60_000);
    detach(reports[0]!.id);
    await sync();
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('2 tickets');
  });

  test('an issue that moved to another project keeps its links, and its new key is everywhere', async () => {
    const { sync, world, incident, reports, writes, linked } = openLinks();
    await sync();
    writes();
    world.jira.move('PAY-123', 'OPS');
    const { key } = world.jira.issue('10123').values;
    expect(await sync()).toMatchObject({ end: 'done', issue: { id: '10123', key }, marked: 3, writes: 0 });
    for (const { id } of [incident, ...reports]) expect(world.valueOf(id, 'allclear_jira')).toBe(key);
    expect(JSON.parse(String(world.valueOf(incident.id, 'allclear_record'))).jira).toEqual({
      id: '10123',
      key,
    });
    expect(linked()).toHaveLength(4);
    expect(writes()).toEqual([]);
  });

  test('an issue known by its key alone is known by its id from then on', async () => {
    const { sync, world, incident } = openLinks({ issue: { key: 'PAY-123' } });
    await sync();
    expect(JSON.parse(String(world.valueOf(incident.id, 'allclear_record'))).jira).toEqual({
      id: '10123',
      key: 'PAY-123',
    });
  });

  test('a closed report keeps its link, struck through, and is not written to', async () => {
    const { sync, world, reports, incident, linked } = openLinks();
    world.closeTicket(reports[0]!.id);
    expect(await sync()).toMatchObject({ end: 'done', marked: 2, unmarked: [] });
    expect(linked().slice(0, 2)).toEqual([String(incident.id), `~${reports[0]!.id}`]);
  });

  test('with an issue deleted, Jira’s word is passed on and no ticket is touched', async () => {
    const { sync, world, reports } = openLinks();
    world.jira.remove('PAY-123');
    await expect(sync()).rejects.toMatchObject({ service: 'Jira', trouble: 'missing' });
    expect(world.valueOf(reports[0]!.id, 'allclear_jira') ?? null).toBeNull();
  });

  test('without an issue, or without Jira, there is nothing to do', async () => {
    const none = openLinks();
    none.setRecord(({ jira, ...record }) => record);
    expect(await none.sync()).toEqual({ end: 'none', because: 'no issue' });
    const off = openLinks({ app: { jira_project: '' } });
    expect(await off.sync()).toEqual({ end: 'none', because: 'not set up' });
    const broken = openLinks();
    broken.setField(broken.incident.id, 'allclear_record', '{');
    expect(await broken.sync()).toEqual({ end: 'none', because: 'record' });
    expect([...none.writes(), ...off.writes(), ...broken.writes()]).toEqual([]);
  });

  test('whoever can’t see all tickets takes no link away that may be right', async () => {
    const { sync, world, reports, linked, detach, support, tom, incident, writes } = openLinks();
    await sync();
    writes();
    const [hidden, gone, stays] = reports.map(({ id }) => id) as [number, number, number];
    const other = [...world.groups.values()].find(({ id }) => id !== support.id)!;
    world.ticket(hidden).values = { ...world.ticket(hidden).values, groupId: other.id };
    world.user(tom.id).ticketRestriction = 'groups';
    detach(gone);
    expect(await sync('tom')).toMatchObject({ end: 'done', hidden: 1, linked: 2 });
    expect(linked()).toEqual([incident.id, hidden, stays].map(String));
  });

  test('an agent who may not write tickets still mends the links', async () => {
    const { sync, linked, world, reports, ines } = openLinks();
    expect(world.user(ines.id).onlyPrivateComments).toBe(true);
    expect(await sync('ines')).toMatchObject({ end: 'done', linked: 3, marked: 0 });
    expect(linked()).toHaveLength(4);
    expect(world.valueOf(reports[0]!.id, 'allclear_jira') ?? null).toBeNull();
  });

  test('a ticket that is detached while links are written has none in the end', async () => {
    const { sync, world, linked, detach, reports, incident } = openLinks();
    whenAsked(world, { method: 'POST', url: 'remotelink' }, () => detach(reports[2]!.id));
    await sync();
    expect(linked()).toEqual([incident, ...reports.slice(0, 2)].map(({ id }) => String(id)));
  });

  test('stopped half-way, the next run goes on with the rest alone', async () => {
    const { sync, linked, writes } = openLinks({ reports: 10 });
    let asked = 0;
    expect(await sync('mara', { isStopped: () => ++asked > 5 })).toMatchObject({ end: 'stopped' });
    const first = writes().filter((write) => write === 'POST remotelink').length;
    expect(first).toBeLessThan(11);
    await sync('tom');
    expect(writes().filter((write) => write === 'POST remotelink')).toHaveLength(11 - first);
    expect(linked()).toHaveLength(11);
  });

  test('progress is told link by link', async () => {
    const { sync } = openLinks({ reports: 30 });
    const seen: string[] = [];
    await sync('mara', {
      onProgress: ({ done, of, until }) => void seen.push(until ? 'waits' : `${done}/${of}`),
    });
    expect(seen).toContain('17/31');
    expect(seen.at(-1)).toBe('31/31');
  });
});

describe('several at once', () => {
  test('two people make the same links, one comment, and nothing twice', async () => {
    const { at, incident, run, linked, comments } = openLinks({ reports: 12 });
    const both = await run(
      Promise.all([syncLinks(at('mara'), incident.id), syncLinks(at('tom'), incident.id)]),
    );
    expect(both.map(({ end }) => end)).toEqual(['done', 'done']);
    expect(linked()).toHaveLength(13);
    expect(comments()).toHaveLength(1);
  });
});

describe('whatever one call comes to', () => {
  test.each(FAULTS)(
    '%s, at every call in turn: the same links, one comment',
    async (_, fault) => {
      const whole = openLinks();
      let calls = 0;
      whole.world.faults.script(() => ++calls < 0, fault);
      await whole.sync();
      expect(calls).toBeGreaterThan(10);
      for (let index = 0; index < calls; index++) {
        const { sync, world, linked, comments, reports } = openLinks();
        failCall(world, index, fault);
        await sync().catch(() => {});
        await sync('tom');
        expect(linked(), `call ${index}`).toHaveLength(4);
        expect(comments(), `call ${index}`).toHaveLength(1);
        for (const { id } of reports) expect(world.valueOf(id, 'allclear_jira')).toBe('PAY-123');
      }
    },
    30_000,
  ); // dozens of worlds
});
