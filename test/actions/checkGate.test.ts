import { describe, expect, test } from 'vitest';
import { checkGate } from '../../src/actions/checkGate.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { readIssue } from '../../src/actions/readIssue.ts';
import { toSaid } from '../../src/domain/gate.ts';
import { toIncident } from '../../src/domain/incident.ts';
import { readRecord } from '../../src/domain/record.ts';
import { whenAsked } from './faultsAtEveryCall.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

const FIXED = { status: 'Done', resolution: 'Done' };

/** An incident with its issue, and the draft of somebody whose screen says that Jira lets resolved be said. */
async function open(wanted: Wanted = {}) {
  const opened = openBroadcast({ issue: FIXED, ...wanted });
  const { ports, run, world, incident, draft, deedsOf } = opened;
  const read = async () => toIncident(await run(ports.tickets.readOne(incident.id)));
  const look = await run(readIssue(ports, await read()));
  const seen = look?.state === 'read' ? { issue: toSaid(look.issue, look.asOf) } : {};
  const resolve = () =>
    run(
      claimUpdate(
        ports,
        incident.id,
        1,
        draft({ stage: 'resolved', next: undefined, gate: { kind: 'jira', by: 'PAY-123', ...seen } }),
      ),
    );
  return {
    ...opened,
    read,
    look,
    resolve,
    posted: () => deedsOf(incident.id).filter(({ did, n }) => did === 'update' && n !== 1),
    record: () => readRecord(String(world.valueOf(incident.id, 'allclear_record'))),
  };
}

const askedJira = /\/issue\/10123\?/;

describe('asking where Engineering stands', () => {
  test('says status, resolution, who and since when, and where people read it', async () => {
    const { look, time } = await open({ issue: { ...FIXED, assignee: 'Sam Osei' } });
    expect(look).toMatchObject({
      state: 'read',
      issue: { key: 'PAY-123', state: 'done', status: 'Done', resolution: 'Done', assignee: 'Sam Osei' },
      url: 'https://harborgifts.atlassian.net/browse/PAY-123',
    });
    expect(look?.asOf.getTime()).toBeLessThanOrEqual(time.now());
  });

  test('finds an issue that has moved, under its new key', async () => {
    const { world, ports, run, read } = await open();
    world.jira.move('PAY-123', 'OPS');
    expect(await run(readIssue(ports, await read()))).toMatchObject({ issue: { key: 'OPS-31' } });
  });

  test.each<[string, (world: Awaited<ReturnType<typeof open>>['world']) => void, string]>([
    ['was deleted', (world) => world.jira.remove('PAY-123'), 'missing'],
    ['may not be seen', (world) => void world.jira.account.permissions.delete('BROWSE_PROJECTS'), 'missing'],
    [
      'is behind an expired token',
      (world) => Object.assign(world.jira.account, { expired: true }),
      'signed out',
    ],
    [
      'is in a Jira that is down',
      (world) =>
        world.faults.script({ url: askedJira }, { kind: 'server-error', status: 503, applied: false }, 9),
      'down',
    ],
  ])('says why when the issue %s', async (_, spoil, trouble) => {
    const { world, ports, run, read } = await open();
    spoil(world);
    const look = await run(readIssue(ports, await read()));
    expect(look).toMatchObject({ state: 'failed', error: { service: 'Jira', trouble } });
  });

  test('asks nobody where Jira is not set up, or the incident has no issue', async () => {
    const { ports, run, read } = await open();
    expect(await run(readIssue({ ...ports, issues: undefined }, await read()))).toBeUndefined();
    expect(await run(readIssue(ports, { jiraId: undefined, jiraKey: '' }))).toBeUndefined();
  });
});

describe('resolving on what Jira says', () => {
  test('writes down what it said at that moment, and needs nobody', async () => {
    const { resolve, record, posted, world, incident } = await open();
    expect(await resolve()).toMatchObject({ do: 'claimed' });
    const issue = { key: 'PAY-123', status: 'Done', state: 'done', resolution: 'Done' };
    expect(record()).toMatchObject({ record: { update: { gate: { kind: 'jira', by: 'PAY-123', issue } } } });
    expect(posted()).toHaveLength(1);
    const note = world.ticket(incident.id).audits.at(-1)?.comment?.body;
    expect(note).toContain('Resolved according to Jira: PAY-123 is Done since');
  });

  test.each<[string, (world: Awaited<ReturnType<typeof open>>['world']) => void, object]>([
    [
      'reopened meanwhile',
      (world) => world.jira.transition('PAY-123', 'Reopen'),
      { state: 'read', issue: { status: 'In Progress' } },
    ],
    [
      'found to be a duplicate meanwhile',
      (world) => world.jira.edit('PAY-123', { resolution: 'Duplicate' }),
      { state: 'read', issue: { resolution: 'Duplicate' } },
    ],
    ['deleted meanwhile', (world) => world.jira.remove('PAY-123'), { state: 'failed' }],
    [
      'silent',
      (world) => world.faults.script({ url: askedJira }, { kind: 'lost', applied: false }, 9),
      { state: 'failed', error: { trouble: 'unreachable' } },
    ],
  ])('is refused and nothing is sent when the issue was %s', async (_, spoil, look) => {
    const { world, incident, resolve, posted } = await open();
    const before = world.ticket(incident.id).audits.length;
    spoil(world);
    expect(await resolve()).toMatchObject({ do: 'shut', look });
    expect(posted()).toEqual([]);
    expect(world.ticket(incident.id).audits).toHaveLength(before);
  });

  test('asks again after every write that somebody else was faster than', async () => {
    const { world, incident, tom, resolve, posted } = await open();
    whenAsked(world, { method: 'PUT' }, () => {
      world.agentWrites(incident.id, tom.id, 'Wait.', { public: false });
      world.jira.transition('PAY-123', 'Reopen');
    });
    expect(await resolve()).toMatchObject({ do: 'shut' });
    expect(posted()).toEqual([]);
  });

  test('goes by the name that the admin has listed', async () => {
    const { resolve } = await open({
      issue: { status: 'Done', resolution: 'Duplicate' },
      app: { jira_fixed: 'Duplicate' },
    });
    expect(await resolve()).toMatchObject({ do: 'claimed' });
  });
});

test('a named engineer’s word needs no Jira, and keeps what Jira said', async () => {
  const { world, ports, run, read, look } = await open({ issue: { status: 'In Progress' } });
  world.faults.script({ url: askedJira }, { kind: 'lost', applied: false }, 9);
  const issue = look?.state === 'read' ? toSaid(look.issue, look.asOf) : undefined;
  const gate = {
    kind: 'confirmed',
    by: 'Sam Osei',
    where: 'a call',
    at: new Date(0).toISOString(),
    issue,
  } as const;
  expect(await run(checkGate(ports, await read(), gate))).toEqual({ do: 'go on', gate });
});
