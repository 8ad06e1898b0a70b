import { expect, test } from 'vitest';
import { answer } from '../answer.ts';
import { NOTICE } from '../world/seed/notice.ts';
import { askAs } from './ask.ts';
import { openAccount } from './openAccount.ts';

const ARTICLE = `/help_center/articles/${NOTICE.article}`;
const SEARCH = '/help_center/articles/search?label_names=allclear_notice&locale=es';

function openHelpCenter() {
  const account = openAccount(1);
  const { world, tom } = account;
  const agent = askAs(world, tom.id);
  const anybody = (path: string) =>
    agent.clock.run(answer(world, { method: 'GET', url: `/api/v2${path}`, headers: {} }));
  const article = world.helpCenter.article(NOTICE.article);
  return { ...account, article, anybody, agent };
}

test('whoever is not signed in reads what is published for everybody, from any site, and nothing else', async () => {
  const { anybody, article } = openHelpCenter();
  const cors = { 'access-control-allow-origin': '*' };
  expect(await anybody(ARTICLE)).toMatchObject({ status: 200, headers: cors });
  expect(await anybody('/help_center/fr/articles/1')).toMatchObject({ status: 404, headers: cors });
  article.translations.get('es')!.draft = true;
  expect((await anybody(`/help_center/es/articles/${NOTICE.article}`)).status).toBe(404);
  expect((await anybody(SEARCH)).body).toMatchObject({ count: 0 });
  article.userSegmentId = 7;
  expect((await anybody(ARTICLE)).status).toBe(404);
  expect((await anybody(`${ARTICLE}/translations`)).status).toBe(401);
});

test('whether other sites may read one article is a setting; the search they may always', async () => {
  const { anybody, world } = openHelpCenter();
  world.helpCenter.articlesHaveCors = false;
  expect((await anybody(ARTICLE)).headers['access-control-allow-origin']).toBe('');
  expect((await anybody(SEARCH)).headers['access-control-allow-origin']).toBe('*');
});

test('a text is there at once, and in the search a minute later; only those who may edit can write', async () => {
  const { anybody, agent, world, tom } = openHelpCenter();
  const bodyOf = async () => {
    const { body } = await anybody(SEARCH);
    return (body as { results: { body: string }[] }).results[0]?.body;
  };
  const write = (body: string) => agent.put(`${ARTICLE}/translations/es`, { translation: { body } });
  expect((await write('First')).status).toBe(200);
  expect((await anybody(`/help_center/es/articles/${NOTICE.article}`)).body).toMatchObject({
    article: { body: 'First' },
  });
  expect(await bodyOf()).toBe('');
  await agent.clock.advance(world.settings.searchLag + 1_000);
  expect(await bodyOf()).toBe('First');
  world.helpCenter.editors = new Set([tom.id + 1]);
  expect((await write('Second')).status).toBe(403);
});
