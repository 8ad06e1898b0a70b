import { describe, expect, test } from 'vitest';
import { openJira } from './askJira.ts';

const ID = 'system=https://harborgifts.zendesk.com&ticket=12';
const byId = `globalId=${encodeURIComponent(ID)}`;

const link = (more: Record<string, unknown> = {}) => ({
  globalId: ID,
  application: { type: 'com.zendesk', name: 'Zendesk' },
  relationship: 'customer ticket',
  object: { url: 'https://harborgifts.zendesk.com/agent/tickets/12', title: '#12', summary: 'Open' },
  ...more,
});

describe('A remote link', () => {
  test('changes its issue’s last update where a site counts it as a change', async () => {
    for (const linksTouchIssue of [true, false]) {
      const { post, key, issue, clock } = openJira({ jira: { linksTouchIssue } });
      const before = issue.updatedAt;
      await clock.advance(60_000);
      await post(`/issue/${key}/remotelink`, link());
      expect(issue.updatedAt > before).toBe(linksTouchIssue);
    }
  });

  test('is made once and updated afterwards, and what is left out is taken away', async () => {
    const { post, get, key, issue } = openJira();
    const links = `/issue/${key}/remotelink`;
    const made = await post<{ id: number }>(links, link());
    expect(made.status).toBe(201);
    const object = {
      url: 'https://harborgifts.zendesk.com/agent/tickets/12',
      title: '#12',
      status: { resolved: true },
    };
    expect(await post(links, { globalId: ID, object })).toMatchObject({
      status: 200,
      body: { id: made.body.id },
    });
    expect(issue.links).toEqual([
      {
        id: made.body.id,
        globalId: ID,
        application: null,
        relationship: null,
        object: { ...object, summary: null, icon: null },
      },
    ]);
    const { body } = await get(`${links}?${byId}`);
    expect(body).toMatchObject({ id: made.body.id, application: {}, object: { status: { resolved: true } } });
  });

  test('without a globalId is another one each time', async () => {
    const { post, key, issue } = openJira();
    for (let i = 0; i < 2; i++) await post(`/issue/${key}/remotelink`, link({ globalId: undefined }));
    expect(issue.links).toHaveLength(2);
  });

  test('needs a title and an address', async () => {
    const { post, key, issue } = openJira();
    expect(await post(`/issue/${key}/remotelink`, { globalId: ID, object: {} })).toMatchObject({
      status: 400,
      body: { errorMessages: [], errors: { title: "'title' is required.", url: "'url' is required." } },
    });
    expect(issue.links).toHaveLength(0);
  });

  test('goes by its globalId, once', async () => {
    const { post, del, get, key, issue } = openJira();
    const links = `/issue/${key}/remotelink`;
    await post(links, link());
    await post(links, link({ globalId: 'other' }));
    expect((await del(`${links}?${byId}`)).status).toBe(204);
    expect(issue.links.map(({ globalId }) => globalId)).toEqual(['other']);
    expect((await del(`${links}?${byId}`)).status).toBe(404);
    expect((await get(`${links}?${byId}`)).status).toBe(404);
    expect((await get(links)).body).toHaveLength(1);
  });

  test('beyond two thousand is refused, while those that are there can still be written', async () => {
    const { post, get, key, issue, world } = openJira();
    for (let i = 0; i < 2000; i++)
      issue.links.push({ id: i, globalId: `${i}`, application: null, relationship: null, object: EMPTY });
    const links = `/issue/${key}/remotelink`;
    expect((await post(links, link())).status).toBe(413);
    expect((await post(links, link({ globalId: '7' }))).status).toBe(200);
    expect((await get(links)).status).toBe(200);
    world.settings.jira = { ...world.settings.jira, mostRemoteLinks: 1999 };
    expect((await get(links)).status).toBe(413);
  });

  test('needs the right to link, and linking switched on; to go by its number, the right to edit too', async () => {
    const { post, del, key, world, issue, jira } = openJira();
    const links = `/issue/${key}/remotelink`;
    const { body } = await post<{ id: number }>(links, link());
    jira.account.permissions.delete('EDIT_ISSUES');
    expect((await del(`${links}/${body.id}`)).status).toBe(403);
    jira.account.permissions.delete('LINK_ISSUES');
    expect(await post(links, link())).toMatchObject({
      status: 403,
      body: { errorMessages: [`No Link Issue Permission for issue '${key}'`] },
    });
    jira.account.permissions.add('LINK_ISSUES');
    world.settings.jira = { ...world.settings.jira, linking: false };
    expect((await del(`${links}?${byId}`)).status).toBe(403);
    expect(issue.links).toHaveLength(1);
  });
});

const EMPTY = { url: 'https://a.example/', title: 'A', summary: null, icon: null, status: null };
