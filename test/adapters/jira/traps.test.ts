import { expect, test } from 'vitest';
import type { ZafClient, ZafRequest } from '../../../src/adapters/zaf/client.ts';
import { HOSTILE } from '../../domain/hostile.ts';
import { textOfAdf } from '../../workspace/world/jira/adf.ts';
import { keepTraffic } from '../keepTraffic.ts';
import { fileByHand, openTracker, openTrackerOver, type WantedTracker } from './openTracker.ts';

const traffic = keepTraffic('adapters-jira-traps');
const open = (wanted: WantedTracker = {}) => openTracker({ traffic, ...wanted });

/** A tracker, and every request as the app hands it to Zendesk. */
function openWatched(wanted: WantedTracker = {}) {
  const sent: ZafRequest[] = [];
  const opened = openTrackerOver(wanted, ({ client, clock }) => {
    const request = (options: ZafRequest) => {
      sent.push(options);
      return client.request(options);
    };
    return { client: { request } as unknown as ZafClient, clock };
  });
  return { ...opened, sent };
}

test('the token is never in the app: the proxy puts it in, and tries nothing twice', async () => {
  const cloud = openWatched();
  await cloud.tracker.rights();
  for (const request of cloud.sent)
    expect(request).toMatchObject({
      secure: true,
      cors: false,
      autoRetry: false,
      headers: { Authorization: 'Basic {{basic_auth.token}}', 'X-Atlassian-Token': 'no-check' },
      basic_auth: { username: 'incidents@harborgifts.example', password: '{{setting.jira_token}}' },
    });
  const center = openWatched({ way: 'data center' });
  await center.tracker.rights();
  expect(center.sent[0]?.headers).toMatchObject({ Authorization: 'Bearer {{setting.jira_token}}' });
  expect(center.sent[0]?.basic_auth).toBeUndefined();
  expect(JSON.stringify([cloud.sent, center.sent])).not.toContain('workspace-jira-token');
});

test('each way leads where its settings say', async () => {
  const urls = async (way: WantedTracker['way']) => {
    const { tracker, sent } = openWatched({ ...(way && { way }) });
    await tracker.rights();
    return sent.map(({ url }) => url.split('?')[0]);
  };
  expect(await urls('gateway')).toEqual(
    ['myself', 'mypermissions'].map(
      (each) => `https://api.atlassian.com/ex/jira/5f2c0e7a-91d4-4b6e-8a3d-7c1b0e9f2a64/rest/api/3/${each}`,
    ),
  );
  expect((await urls('site'))[0]).toBe('https://harborgifts.atlassian.net/rest/api/3/myself');
  expect((await urls('data center'))[0]).toBe('https://jira.harborgifts.example/rest/api/2/myself');
});

test('a secret’s name in what a customer wrote is no secret’s place', async () => {
  const { tracker, sent, world, ...opened } = openWatched();
  const { id } = fileByHand({ world, ...opened });
  const text = 'see {{setting.jira_token}} and {{basic_auth.token}}';
  await tracker.comment(id, [[{ text }]]);
  await tracker.search(text);
  expect(sent.length).toBeGreaterThan(1);
  for (const { data, url } of sent) expect(`${data}${url}`).not.toContain('{{');
  expect(textOfAdf(world.issue(id).comments[0]!.body)).toContain(text);
});

test('a link’s id arrives whole, whatever is in it', async () => {
  const opened = open();
  const { id } = fileByHand(opened);
  const ids = ['a&b=c', '100%', '%26', 'ä + ö', 'x#y?z', 'q"\'<>'].map(
    (each) => `system=https://h.example&ticket=${each}`,
  );
  const link = { url: 'https://a.example/', title: '#1', isResolved: false, relationship: 'customer ticket' };
  for (const each of ids) await opened.tracker.putLink(id, { ...link, id: each });
  for (const each of ids.slice(1)) await opened.tracker.dropLink(id, each);
  expect(opened.jira.issue(id).links.map(({ globalId }) => globalId)).toEqual([ids[0]]);
});

test('a service desk’s customers do not see our comments, before and after an edit', async () => {
  const opened = open();
  const { tracker, jira } = opened;
  const { id } = fileByHand(opened);
  jira.move(id, 'OPS');
  const comment = await tracker.comment(id, [[{ text: 'Update 2' }]]);
  expect(jira.issue(id).comments).toMatchObject([{ jsdPublic: false }]);
  await tracker.editComment(id, comment, [[{ text: 'Update 3' }]]);
  expect(jira.issue(id).comments).toMatchObject([{ jsdPublic: false }]);
});

test('every kind of field that can be asked for is taken, and no other is asked for', async () => {
  const opened = open();
  const { tracker, jira, mark } = opened;
  const add = (name: string, kind: Parameters<typeof jira.addField>[0]['kind'], options?: string[]) =>
    jira.addField({ name, kind, ...(options && { options }), on: { Bug: 'required' } }).id;
  const ids = {
    release: add('Release', 'textfield'),
    steps: add('Steps', 'textarea'),
    share: add('Share', 'float'),
    since: add('Since', 'datepicker'),
    areas: add('Areas', 'multiselect', ['Web', 'App']),
  };
  jira.addField({
    name: 'Team',
    kind: 'select',
    options: ['A'],
    on: { Bug: 'required' },
    default: { value: 'A' },
  });
  const bug = (await tracker.demands()).kinds.find(({ name }) => name === 'Bug')!;
  expect(bug.fields.map(({ name, kind }) => [name, kind])).toEqual([
    ['Release', 'text'],
    ['Steps', 'long text'],
    ['Share', 'number'],
    ['Since', 'date'],
    ['Areas', 'choices'],
  ]);
  const areas = bug.fields.at(-1)!.choices.map(({ id }) => id);
  const values = {
    [ids.release]: '4.2\n(hotfix)',
    [ids.steps]: 'open\nclick',
    [ids.share]: '12.5',
    [ids.since]: '2026-11-23',
    [ids.areas]: areas,
  };
  const made = await tracker.create({ kind: bug.id, summary: 'Down', text: [], mark, values });
  const { fields } = jira.issue(made.id).values;
  expect(fields.get(ids.release)).toBe('4.2 (hotfix)');
  expect(fields.get(ids.share)).toBe(12.5);
  expect(fields.get(ids.areas)).toMatchObject([{ value: 'Web' }, { value: 'App' }]);
  expect(textOfAdf(fields.get(ids.steps) as never)).toContain('click');
  for (const kind of ['userpicker', 'cascadingselect'] as const) add(kind, kind, ['x']);
  const other = (await tracker.demands()).kinds.find(({ name }) => name === 'Bug')!;
  expect(other.fields.slice(-2)).toMatchObject([{ kind: 'other' }, { kind: 'other' }]);
});

test('an issue that is deleted while its incident is looked for is not found, and stops nothing', async () => {
  const { tracker, jira, mark, time, world } = open();
  const stays = await tracker.create({ kind: '10001', summary: 'Down', text: [], mark, values: {} });
  const goes = await tracker.create({ kind: '10001', summary: 'Down', text: [], mark, values: {} });
  await time.run(time.pause(10_000));
  world.faults.script(
    ({ url }) => url.includes(`/issue/${goes.id}`) && Boolean(jira.issues.delete(goes.id)),
    {
      kind: 'slow',
      ms: 1,
    },
  );
  expect((await tracker.findMarked(mark)).map(({ id }) => id)).toEqual([stays.id]);
});

test('a screen with more fields than a page holds is read to its end', async () => {
  const { tracker, jira } = open();
  for (let i = 0; i < 230; i++)
    jira.addField({ name: `Field ${i}`, kind: 'textfield', on: { Bug: 'optional' } });
  jira.addField({ name: 'Last', kind: 'textfield', on: { Bug: 'required' } });
  const bug = (await tracker.demands()).kinds.find(({ name }) => name === 'Bug')!;
  expect(bug.fields.map(({ name }) => name)).toEqual(['Last']);
});

test.each(['gateway', 'data center'] as const)(
  `${HOSTILE.length} hostile texts are filed, linked, commented and searched for (%s), and stay text`,
  async (way) => {
    const opened = openTracker({ way, jira: { limits: false } });
    const { tracker, jira, mark } = opened;
    const { id } = fileByHand(opened);
    for (const { name, text } of HOSTILE) {
      const summary = `x ${text}`;
      const made = await tracker.create({ kind: '10001', summary, text: [[{ text }]], mark, values: {} });
      expect(jira.issue(made.id).values.summary, name).toMatch(/^x/);
      await tracker.comment(id, [[{ text: `x ${text}` }]]);
      await tracker.search(text);
      const link = {
        id: 'system=1',
        url: 'https://a.example/',
        title: `x ${text}`,
        isResolved: false,
        relationship: 'r',
      };
      await tracker.putLink(id, { ...link, summary: text });
    }
    const words = HOSTILE.map(({ text }) => text.slice(0, 100));
    await tracker.setFact(id, 'words', words);
    expect(await tracker.fact(id, 'words')).toEqual(words);
    expect(jira.issue(id).comments).toHaveLength(HOSTILE.length);
    expect(jira.issue(id).links).toHaveLength(1);
  },
);
