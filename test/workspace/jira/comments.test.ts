import { describe, expect, test } from 'vitest';
import { adfOfText, textOfAdf } from '../world/jira/adf.ts';
import { openJira } from './askJira.ts';

const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });

describe('A comment', () => {
  test('is for the service desk’s customers unless it says that it is not', async () => {
    const { post, issue, key } = openJira();
    const comments = `/issue/${key}/comment`;
    const properties = [{ key: 'sd.public.comment', value: { internal: true } }];
    expect((await post(comments, { body: adfOfText('A') })).body).toMatchObject({ jsdPublic: true });
    expect((await post(comments, { body: adfOfText('B'), properties })).body).toMatchObject({
      jsdPublic: false,
    });
    expect(issue.comments.map(({ jsdPublic }) => jsdPublic)).toEqual([true, false]);
  });

  test.each([
    ['an empty text', doc(paragraph({ type: 'text', text: '' })), 'INVALID_INPUT'],
    ['an unknown node', doc({ type: 'marquee', content: [] }), 'INVALID_INPUT'],
    ['text outside of a paragraph', doc({ type: 'text', text: 'A' }), 'INVALID_INPUT'],
    [
      'an unknown mark',
      doc(paragraph({ type: 'text', text: 'A', marks: [{ type: 'blink' }] })),
      'INVALID_INPUT',
    ],
    ['plain text', 'A', 'Comment body is not valid!'],
    ['nothing', doc(), 'Comment body can not be empty!'],
  ])('with %s is refused', async (_, body, why) => {
    const { post, issue, key } = openJira();
    const refused = await post(`/issue/${key}/comment`, { body });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toContain(why);
    expect(issue.comments).toHaveLength(0);
  });

  test('can be edited in place, and is missing once somebody has deleted it', async () => {
    const { post, put, get, del, issue, key, clock } = openJira();
    const { body } = await post<{ id: string }>(`/issue/${key}/comment`, { body: adfOfText('3 customers') });
    await clock.advance(60_000);
    await put(`/issue/${key}/comment/${body.id}`, { body: adfOfText('4 customers') });
    expect(issue.comments.map(({ body: text }) => textOfAdf(text))).toEqual(['4 customers']);
    expect((await get(`/issue/${key}/comment`)).body).toMatchObject({
      total: 1,
      comments: [{ id: body.id }],
    });
    await del(`/issue/${key}/comment/${body.id}`);
    expect((await put(`/issue/${key}/comment/${body.id}`, { body: adfOfText('5') })).status).toBe(404);
  });

  test('of somebody else is not ours to edit', async () => {
    const { put, issue, key, jira } = openJira();
    jira.comment(key, 'Sam Osei', 'Mine');
    expect(
      (await put(`/issue/${key}/comment/${issue.comments[0]!.id}`, { body: adfOfText('Ours') })).status,
    ).toBe(403);
  });
});

describe('A property', () => {
  test('holds small JSON, up to 32,768 characters', async () => {
    const { put, get, del, key, issue } = openJira();
    const path = `/issue/${key}/properties/allclear.incident`;
    expect((await put(path, { ticket: 1 })).status).toBe(201);
    expect((await put(path, { ticket: 2 })).status).toBe(200);
    expect((await get(path)).body).toEqual({ key: 'allclear.incident', value: { ticket: 2 } });
    expect((await put(path, { text: 'x'.repeat(32_768) })).status).toBe(400);
    expect(issue.properties.get('allclear.incident')).toEqual({ ticket: 2 });
    expect((await del(path)).status).toBe(204);
    expect((await get(path)).status).toBe(404);
  });
});

describe('A transition', () => {
  test('is chosen among those that lead on, and asks for what its screen asks', async () => {
    const { get, post, key, issue, clock } = openJira();
    const path = `/issue/${key}/transitions`;
    const { body } = await get<{ transitions: { id: string; name: string; fields?: object }[] }>(
      `${path}?expand=transitions.fields`,
    );
    expect(body.transitions.map(({ name }) => name)).toEqual(['Ask for review', 'Resolve', 'Stop progress']);
    expect(body.transitions[1]).toMatchObject({
      to: { statusCategory: { key: 'done' } },
      fields: { resolution: { required: true } },
    });
    const transition = { id: '31' };
    expect((await post(path, { transition })).body).toMatchObject({
      errors: { resolution: 'Resolution is required.' },
    });
    await clock.advance(60_000);
    const update = { comment: [{ add: { body: adfOfText('Confirmed') } }] };
    expect(
      (await post(path, { transition, fields: { resolution: { name: 'Duplicate' } }, update })).status,
    ).toBe(204);
    expect(issue.values).toMatchObject({ status: { category: 'done' }, resolution: 'Duplicate' });
    expect(issue.values.resolvedAt).toBe(issue.categorySince);
    expect(issue.comments).toHaveLength(1);
    expect((await post(path, { transition })).status).toBe(400);
  });

  test('is not there for an account without the right', async () => {
    const { get, post, key, jira, issue } = openJira();
    jira.account.permissions.delete('TRANSITION_ISSUES');
    expect((await get(`/issue/${key}/transitions`)).body).toMatchObject({ transitions: [] });
    expect((await post(`/issue/${key}/transitions`, { transition: { id: '21' } })).status).toBe(400);
    expect(issue.values.status.name).toBe('In Progress');
  });
});
