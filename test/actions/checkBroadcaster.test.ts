import { describe, expect, test } from 'vitest';
import { broadcast } from '../../src/actions/broadcast.ts';
import { checkBroadcaster } from '../../src/actions/checkBroadcaster.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import type { Deed } from '../../src/domain/permission.ts';
import { readSettings } from '../../src/domain/settings.ts';
import type { CustomRole } from '../workspace/world/account.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

type Who = 'mara' | 'tom' | 'ines';

function open({ group = '', ...wanted }: Wanted & { group?: string } = {}) {
  const opened = openBroadcast(wanted);
  const { at, run, world, incident, draft } = opened;
  const portsOf = (who: Who) => ({ ...at(who), settings: readSettings({ broadcast_group: group }) });
  const asked: string[] = [];
  world.faults.script(
    ({ url }) => {
      asked.push(url.replace(/^\/api\/v2\/|\.json.*$/g, ''));
      return false;
    },
    { kind: 'slow', ms: 0 },
  );
  return {
    ...opened,
    portsOf,
    asked,
    check: (who: Who) => run(checkBroadcaster(portsOf(who))),
    claim: (who: Who) => run(claimUpdate(portsOf(who), incident.id, 1, draft())),
    role: (who: Who, configuration: CustomRole['configuration']) =>
      world.giveRole(opened[who].id, { name: 'Tier 1', configuration }),
    audits: () => [...world.tickets.values()].reduce((sum, { audits }) => sum + audits.length, 0),
  };
}

describe('who may tell everyone', () => {
  test('every full agent, and it takes one request to know', async () => {
    const { check, asked } = open();
    expect(await check('tom')).toBeUndefined();
    expect(asked).toEqual(['users/me']);
  });

  test('members of the admin’s group, by its name or its id, and that takes no more', async () => {
    for (const group of ['Billing', 'billing ', '360102']) {
      const { check, asked } = open({ group });
      expect(await check('mara')).toBeUndefined();
      expect(asked).toEqual(['users/me']);
    }
  });

  test('not those outside of it, who hear its name', async () => {
    const { check } = open({ group: '360102' });
    expect(await check('tom')).toEqual({ because: 'not in group', group: 'Billing' });
  });

  test('nobody while the setting names no group at all, and it says so', async () => {
    const { check } = open({ group: 'Incident leads' });
    for (const who of ['mara', 'tom'] as const)
      expect(await check(who)).toEqual({ because: 'no such group', group: 'Incident leads' });
  });

  test('a group among hundreds is found', async () => {
    const { check, world, tom } = open({ group: 'Group 240' });
    for (let id = 1; id <= 250; id++) world.groups.set(id, { id, name: `Group ${id}`, createdAt: 0 });
    expect(await check('tom')).toMatchObject({ because: 'not in group' });
    world.user(tom.id).groupIds = [...world.groups.keys()];
    expect(await check('tom')).toBeUndefined();
  });

  test.each<[CustomRole['configuration'], string]>([
    [{ ticket_editing: false }, 'edit tickets'],
    [{ ticket_bulk_edit: false }, 'edit in bulk'],
    [{ ticket_comment_access: 'none' }, 'answer in public'],
    [{ ticket_access: 'within-groups' }, 'see all tickets'],
  ])('not a role with %j', async (configuration, lacks) => {
    const { check, role } = open();
    role('tom', configuration);
    expect(await check('tom')).toEqual({ because: 'role', role: 'Tier 1', lacks });
  });

  test.each<CustomRole['configuration']>([
    {},
    { ticket_editing: true, ticket_comment_access: 'public', ticket_access: 'all' },
    { ticket_access: 'within-groups-and-public-groups' },
  ])('a role with %j', async (configuration) => {
    const { check, role } = open();
    role('tom', configuration);
    expect(await check('tom')).toBeUndefined();
  });

  test.each([403, 404])(
    'a role that Zendesk does not tell of (%i) is no reason to refuse',
    async (status) => {
      const { check, role, world } = open();
      role('tom', { ticket_editing: false });
      world.faults.script({ url: 'custom_roles' }, { kind: 'answer', status, body: {} });
      expect(await check('tom')).toBeUndefined();
    },
  );

  test('nobody while the groups can’t be read', async () => {
    const { claim, world, audits } = open({ group: 'Billing' });
    const before = audits();
    world.faults.script({ url: '/groups' }, { kind: 'answer', status: 403, body: {} });
    await expect(claim('tom')).rejects.toMatchObject({ trouble: 'forbidden' });
    expect(audits()).toBe(before);
  });
});

describe('a group of one’s own', () => {
  const refusal = (app: Record<string, unknown>, deed: Deed) => {
    const { at, run } = open();
    return run(checkBroadcaster({ ...at('tom'), settings: readSettings(app) }, deed));
  };

  test.each<[Record<string, unknown>, Deed, object | undefined]>([
    // Mara is in Billing, Tom is not; both are in Support.
    [{}, 'declare', undefined],
    [{ broadcast_group: 'Billing' }, 'declare', { because: 'not in group', group: 'Billing' }],
    [{ broadcast_group: 'Billing', declare_group: 'Support' }, 'declare', undefined],
    [
      { declare_group: 'billing' },
      'declare',
      { because: 'not in group', group: 'Billing', setting: 'declare_group' },
    ],
    [{ declare_group: 'Billing' }, 'post', undefined],
    [
      { resolve_group: 'Billing' },
      'resolve',
      { because: 'not in group', group: 'Billing', setting: 'resolve_group' },
    ],
    [{ resolve_group: 'Billing' }, 'post', undefined],
    [{ review_group: 'Billing' }, 'review', { because: 'not in group', setting: 'review_group' }],
    [{ review_group: 'Billing' }, 'resolve', undefined],
    [{ broadcast_group: 'Billing', resolve_group: 'Support' }, 'resolve', { because: 'not in group' }],
    [
      { resolve_group: 'Leads' },
      'resolve',
      { because: 'no such group', group: 'Leads', setting: 'resolve_group' },
    ],
  ])('%j lets Tom %s, or says whom to ask', async (app, deed, expected) => {
    const found = await refusal(app, deed);
    if (expected) expect(found).toMatchObject(expected);
    else expect(found).toBeUndefined();
  });

  test('is asked for again right before *resolved* is written', async () => {
    const { at, run, incident, draft, audits } = open();
    const ports = { ...at('tom'), settings: readSettings({ resolve_group: 'Billing' }) };
    const gate = { kind: 'confirmed', by: 'Sam Osei', where: 'Slack' } as const;
    const before = audits();
    expect(await run(claimUpdate(ports, incident.id, 1, draft({ stage: 'resolved', gate })))).toMatchObject({
      do: 'refuse',
      because: 'not in group',
      setting: 'resolve_group',
    });
    expect(audits()).toBe(before);
    expect(await run(claimUpdate(ports, incident.id, 1, draft()))).toMatchObject({ do: 'claimed' });
  });
});

describe('a refusal comes before anything is written', () => {
  test.each<[string, (opened: ReturnType<typeof open>) => void, string]>([
    [
      'a light agent',
      ({ world, tom }) => void Object.assign(world.user(tom.id), { onlyPrivateComments: true }),
      'light agent',
    ],
    [
      'a restricted agent',
      ({ world, tom }) => void Object.assign(world.user(tom.id), { ticketRestriction: 'groups' }),
      'restricted agent',
    ],
    ['a role', ({ role }) => void role('tom', { ticket_editing: false }), 'role'],
    ['no member', () => {}, 'not in group'],
  ])('%s', async (_, given, because) => {
    const opened = open({ group: 'Billing' });
    const { claim, portsOf, run, incident, audits } = opened;
    given(opened);
    const before = audits();
    expect(await claim('tom')).toMatchObject({ do: 'refuse', because });
    expect(audits()).toBe(before);
    // An update that somebody else has posted is not theirs to bring to people either.
    expect(await run(broadcast(portsOf('tom'), incident.id, 1))).toMatchObject({
      end: 'not allowed',
      refusal: { because },
      told: 0,
    });
    expect(audits()).toBe(before);
  });
});

describe('a right that nobody could know of', () => {
  test('is Zendesk’s to refuse: nobody was told, nothing is unsure, and a colleague goes on', async () => {
    const { role, world, portsOf, run, incident, heard, reports } = open();
    role('tom', { ticket_bulk_edit: false });
    world.faults.script({ url: 'custom_roles' }, { kind: 'answer', status: 404, body: {} });
    const stopped = await run(tellEveryone(portsOf('tom'), incident.id, 1));
    expect(stopped.broadcast).toMatchObject({
      end: 'not allowed',
      refusal: { because: 'zendesk', detail: expect.stringContaining('You do not have access') },
      told: 0,
      toGo: 3,
      unsure: 0,
    });
    expect(stopped.finished).toBeUndefined();
    expect(await run(broadcast(portsOf('mara'), incident.id, 1))).toMatchObject({ end: 'done', told: 3 });
    for (const { id } of reports) expect(heard(id)).toEqual([1]);
  });
});

describe('tickets of a private group', () => {
  test('are counted, named as not told, and told by somebody who sees them', async () => {
    const { world, reports, billing, portsOf, run, incident, heard } = open();
    const secret = reports[1]!.id;
    world.groups.set(billing.id, { ...billing, isPrivate: true });
    world.ticket(secret).values = { ...world.ticket(secret).values, groupId: billing.id };
    const told = await run(broadcast(portsOf('tom'), incident.id, 1));
    expect(told).toMatchObject({ end: 'done', total: 3, told: 2, hidden: 1, toGo: 0, skipped: [] });
    expect(heard(secret)).toEqual([]);
    expect(await run(broadcast(portsOf('mara'), incident.id, 1))).toMatchObject({ told: 3, hidden: 0 });
    expect(heard(secret)).toEqual([1]);
  });

  test('keep the incident open after *resolved*, until their customers were told', async () => {
    const { world, reports, billing, portsOf, run, incident, draft } = open();
    const secret = reports[1]!.id;
    world.groups.set(billing.id, { ...billing, isPrivate: true });
    world.ticket(secret).values = { ...world.ticket(secret).values, groupId: billing.id };
    const gate = { kind: 'confirmed', by: 'Sam Osei (Engineering)', where: 'Slack #inc-502' } as const;
    await run(claimUpdate(portsOf('tom'), incident.id, 1, draft({ stage: 'resolved', gate })));
    expect(await run(tellEveryone(portsOf('tom'), incident.id, 2))).toMatchObject({
      finished: { do: 'not yet', behind: 0, hidden: 1 },
    });
    expect(world.ticket(secret).status).toBe('open');
    expect(String(world.valueOf(incident.id, 'allclear_record'))).toContain('"skipped":{"not visible":1}');
    expect(await run(tellEveryone(portsOf('mara'), incident.id, 2))).toMatchObject({
      finished: { do: 'finished', isSolved: true },
    });
  });
});
