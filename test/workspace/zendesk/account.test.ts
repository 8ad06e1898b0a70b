import { describe, expect, test } from 'vitest';
import requirements from '../../../requirements.json' with { type: 'json' };
import { addAllclearMacro } from '../world/seed/build.ts';
import { askAs } from './ask.ts';
import { openAccount } from './openAccount.ts';

describe('People', () => {
  test('users/me tells a light agent from others', async () => {
    const { world, ines, get } = openAccount();
    expect((await get('/users/me')).body).toMatchObject({
      user: {
        name: 'Tom Adeyemi',
        role: 'agent',
        locale: 'en-GB',
        time_zone: 'London',
        only_private_comments: false,
      },
    });
    const light = await askAs(world, ines.id).get('/users/me');
    expect(light.body).toMatchObject({ user: { only_private_comments: true } });
  });

  test('users and organizations are shown a hundred at a time', async () => {
    const { world, get, customers } = openAccount();
    const shelter = world.addOrganization({ name: 'Hope Street Shelter' });
    customers[0]!.organizationId = shelter.id;
    const { body } = await get(`/users/show_many?ids=${customers.map(({ id }) => id)}&include=organizations`);
    expect(body).toMatchObject({ users: [{ locale: 'en-US' }, { locale: 'es' }, { locale: 'fr' }] });
    expect(body).toMatchObject({ organizations: [{ name: 'Hope Street Shelter' }] });
    expect((await get(`/organizations/show_many?ids=${shelter.id}`)).body).toMatchObject({ count: 1 });
    const many = Array.from({ length: 101 }, (_, i) => i);
    expect((await get(`/users/show_many?ids=${many}`)).status).toBe(400);
  });

  test('groups and who is in them', async () => {
    const { get, support, tom } = openAccount();
    expect((await get('/groups')).body).toMatchObject({ groups: [{ id: support.id }, {}] });
    const { body } = await get<{ group_memberships: { user_id: number; group_id: number }[] }>(
      '/group_memberships',
    );
    expect(body.group_memberships.filter(({ user_id }) => user_id === tom.id)).toMatchObject([
      { group_id: support.id },
    ]);
  });

  test('nobody without a session, and no customer, gets an answer', async () => {
    const { world, customers } = openAccount();
    expect((await askAs(world, 0).get('/users/me')).status).toBe(401);
    expect((await askAs(world, customers[0]!.id).get('/users/me')).status).toBe(403);
  });
});

describe('The account', () => {
  test('has the fields of requirements.json, and says which is which', async () => {
    const { get, world } = openAccount();
    const { body } = await get<{ requirements: { identifier: string; requirement_id: number }[] }>(
      `/apps/installations/${world.settings.installationId}/requirements`,
    );
    expect(body.requirements.map(({ identifier }) => identifier)).toEqual(
      Object.keys(requirements.ticket_fields),
    );
    const fields = await get<{
      ticket_fields: { id: number; title: string; custom_field_options?: object[] }[];
    }>('/ticket_fields');
    const stage = fields.body.ticket_fields.find(({ id }) => id === world.fieldId('allclear_stage'));
    expect(stage).toMatchObject({
      title: requirements.ticket_fields.allclear_stage.title,
      custom_field_options: requirements.ticket_fields.allclear_stage.custom_field_options,
    });
    expect((await get('/apps/installations/1/requirements')).status).toBe(404);
  });

  test('has statuses by category, languages and dynamic content', async () => {
    const { get, world } = openAccount();
    const statuses = await get<{ custom_statuses: { agent_label: string }[] }>(
      '/custom_statuses?status_categories=hold',
    );
    expect(statuses.body.custom_statuses.map(({ agent_label }) => agent_label)).toEqual([
      'On-hold',
      'Waiting on engineering',
    ]);
    const locales = await get<{ locales: { locale: string }[] }>('/locales');
    expect(locales.body.locales.map(({ locale }) => locale)).toEqual(
      expect.arrayContaining(['en-US', 'es', 'fr', 'de', 'pt-BR', 'ar', 'ja']),
    );
    const variants = [{ id: 2, localeId: 1, content: 'Hi', isDefault: true }];
    world.dynamicContent.set(1, {
      id: 1,
      name: 'Hello',
      placeholder: '{{dc.hello}}',
      defaultLocaleId: 1,
      variants,
    });
    expect((await get('/dynamic_content/items')).body).toMatchObject({
      items: [{ placeholder: '{{dc.hello}}' }],
    });
  });
});

describe('Macros', () => {
  test('are those the agent may use, and applying one changes nothing', async () => {
    const { world, get, report, mara } = openAccount();
    const macro = addAllclearMacro(world, 'Identified', '<p>Ticket {{ticket.id}}: {{incident.symptoms}}</p>');
    world.addMacro({ title: 'Mine', restriction: { type: 'User', id: mara.id } });
    world.addMacro({ title: 'Old', active: false });
    const { body } = await get<{ macros: { title: string }[] }>('/macros?active=true');
    expect(body.macros.map(({ title }) => title)).toEqual(['Allclear::Identified']);
    expect((await get(`/macros/${macro.id}`)).body).toMatchObject({
      macro: { title: 'Allclear::Identified' },
    });
    const before = report.audits.length;
    expect((await get(`/tickets/${report.id}/macros/${macro.id}/apply`)).body).toMatchObject({
      result: { ticket: { id: report.id, comment: { body: `<p>Ticket ${report.id}: </p>`, public: true } } },
    });
    expect((await get(`/macros/${macro.id}/apply`)).body).toMatchObject({
      result: { ticket: { comment: { body: '<p>Ticket {{ticket.id}}: {{incident.symptoms}}</p>' } } },
    });
    expect(report.audits).toHaveLength(before);
  });
});

test('a notification reaches whoever listens, and no other app’s', async () => {
  const { world, post, tom } = openAccount();
  const heard: unknown[] = [];
  world.changes.subscribe((change) => heard.push(change));
  const { appId } = world.settings;
  const body = { app_id: appId, event: 'update', body: { n: 4 }, agent_id: tom.id };
  expect((await post('/apps/notify', body)).status).toBe(200);
  expect((await post('/apps/notify', { ...body, app_id: 1 })).status).toBe(403);
  expect((await post('/apps/notify', { ...body, body: 'x'.repeat(1_100_000) })).status).toBe(413);
  expect(heard).toEqual([{ kind: 'notified', appId, event: 'update', body: { n: 4 }, agentId: tom.id }]);
});
