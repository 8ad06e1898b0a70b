import { describe, expect, test } from 'vitest';
import { createWorld } from '../world/world.ts';
import { askStatuspage } from './askStatuspage.ts';

function open() {
  const world = createWorld();
  return { world, page: world.statuspage, ...askStatuspage(world) };
}

describe('Statuspage', () => {
  test('tells what the page is called and which components it has', async () => {
    const { ask } = open();
    expect((await ask('GET', '')).body).toMatchObject({ name: 'Harbor Gifts status' });
    expect((await ask('GET', '/components')).body).toMatchObject([
      { name: 'Donation form', status: 'operational' },
      { name: 'Receipts' },
      { name: 'Charity admin' },
    ]);
  });

  test('lets nobody in without the key, and knows no page of others', async () => {
    const { ask, page } = open();
    expect(await ask('GET', '', undefined, 'other')).toMatchObject({
      status: 401,
      body: { error: 'Could not authenticate' },
    });
    expect(await ask('GET', '', undefined, page.key, 'other')).toMatchObject({ status: 404 });
    expect(await ask('GET', '/incidents/none')).toMatchObject({ status: 404 });
  });

  test.each([420, 429] as const)(
    'answers sixty requests a minute, and %i to the next',
    async (limitStatus) => {
      const { ask, page, clock } = open();
      page.limitStatus = limitStatus;
      const start = clock.now();
      for (let i = 0; i < 60; i++) expect((await ask('GET', '')).status).toBe(200);
      expect((await ask('GET', '')).status).toBe(limitStatus);
      await clock.advance(60_000 - (clock.now() - start));
      expect((await ask('GET', '')).status).toBe(200);
    },
  );
});

describe('An incident on the page', () => {
  const incident = { name: 'Donations fail', body: 'We are looking.', status: 'investigating' };

  test('writes to every subscriber, unless it is told not to', async () => {
    const { ask, page } = open();
    const made = await ask<{ id: string }>('POST', '/incidents', { incident });
    expect(made.status).toBe(201);
    expect(page.incident(made.body.id).updates).toMatchObject([{ mailed: 240, state: 'investigating' }]);
    const quiet = { ...incident, deliver_notifications: false };
    const { body } = await ask<{ id: string }>('POST', '/incidents', { incident: quiet });
    expect(page.incident(body.id).updates).toMatchObject([{ mailed: 0 }]);
  });

  test('moves on by updates, and takes its components along', async () => {
    const { ask, page } = open();
    const [form] = page.components.keys();
    const { body } = await ask<{ id: string }>('POST', '/incidents', {
      incident: { ...incident, component_ids: [form], components: { [form!]: 'major_outage' } },
    });
    expect(page.components.get(form!)?.state).toBe('major_outage');
    for (const method of ['PATCH', 'PUT'] as const)
      await ask(method, `/incidents/${body.id}`, { incident: { status: 'identified', body: 'Found.' } });
    expect(page.incident(body.id).updates.map(({ body: text }) => text)).toEqual([
      'We are looking.',
      'Found.',
      'Found.',
    ]);
    await ask('PUT', `/incidents/${body.id}`, {
      incident: { status: 'resolved', components: { [form!]: 'operational' } },
    });
    expect(page.components.get(form!)?.state).toBe('operational');
    expect((await ask('GET', '/incidents/unresolved')).body).toEqual([]);
    expect((await ask('GET', '/incidents?limit=5')).body).toMatchObject([
      { status: 'resolved', incident_updates: [{ status: 'resolved' }, {}, {}, { body: 'We are looking.' }] },
    ]);
  });

  test.each([
    ['no name', { name: undefined }, "Name can't be blank"],
    ['a name of 256 signs', { name: 'x'.repeat(256) }, 'Name is too long'],
    ['a text of 25,001 signs', { body: 'x'.repeat(25_001) }, 'Body is too long'],
    ['a state nobody knows', { status: 'broken' }, 'Status is not included'],
    ['a component of another page', { component_ids: ['x'] }, 'Component does not exist'],
    ['a component in no state', { components: { dn4tionf0rm1: 'dead' } }, 'Component status'],
    ['metadata that is a text', { metadata: { allclear: 'x' } }, 'Metadata'],
  ])('is refused with %s', async (_, wrong, complaint) => {
    const { ask, page } = open();
    const answer = await ask<{ error: string[] }>('POST', '/incidents', {
      incident: { ...incident, ...wrong },
    });
    expect(answer.status).toBe(422);
    expect(answer.body.error.join()).toContain(complaint);
    expect(page.incidents.size).toBe(0);
  });
});
