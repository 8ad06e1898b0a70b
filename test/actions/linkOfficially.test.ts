import { describe, expect, test } from 'vitest';
import { linkOfficially } from '../../src/actions/linkOfficially.ts';
import { keepTraffic } from '../adapters/keepTraffic.ts';
import type { Fault } from '../workspace/world/faults.ts';
import { FAULTS, failCall, whenAsked } from './faultsAtEveryCall.ts';
import { memoryStorage } from './memoryStorage.ts';
import { ISSUE, openLinks } from './openLinks.ts';
import { openPorts } from './openPorts.ts';

const traffic = keepTraffic('official-links');

/** An outage whose issue is filed, in an account that lets admins such as Mara manage the official links, unless said. */
async function openOfficial({ manages = true } = {}) {
  const opened = openLinks();
  const { world, time, run, incident, reports } = opened;
  world.settings.manageJiraLinks = manages;
  const storage = memoryStorage();
  const sit = async (who: 'mara' | 'tom' = 'mara', tab = storage) => {
    const agent = opened[who].id;
    const { ports } = await openPorts(world, time, { agent, ticketId: reports[0]!.id, storage: tab });
    return run(ports.broadcasting());
  };
  const tab = await sit();
  let asked: string[] = [];
  world.faults.script(({ method, url }) => {
    asked.push(`${method} ${new URL(url, 'https://x').pathname.replace('.json', '')}`);
    return false;
  }, NEVER);
  world.traffic = traffic;
  return {
    ...opened,
    sit,
    link: (id = reports[0]!.id, ports = tab) => run(linkOfficially(ports, incident.id, id)),
    /** The tickets of the official links, one for each link. */
    links: () => [...world.jiraLinks.values()].map(({ ticketId }) => ticketId),
    asked() {
      const some = asked;
      asked = [];
      return some;
    },
  };
}

const NEVER: Fault = { kind: 'lost', applied: false };
const CREATE = { method: 'POST', url: 'jira/links' } as const;
const CALLS = 3; // the tickets, the links of one, the new link

describe('the official integration’s link', () => {
  test('is made for a report and for the incident’s own ticket, by the issue’s id and key', async () => {
    const { link, links, world, reports, incident } = await openOfficial();
    expect(await link()).toBe('linked');
    expect(await link(incident.id)).toBe('linked');
    expect(links()).toEqual([reports[0]!.id, incident.id]);
    const [made] = world.jiraLinks.values();
    expect(made).toMatchObject({ issueId: ISSUE.id, issueKey: ISSUE.key });
  });

  test('is not made again where there is one, whoever has made it', async () => {
    const { link, links, sit } = await openOfficial();
    await link();
    expect(await link(undefined, await sit('mara', memoryStorage()))).toBe('linked');
    expect(links()).toHaveLength(1);
  });

  test.each([
    ['an admin, where links may not be managed', false, 'mara'],
    ['an agent who is no admin', true, 'tom'],
  ] as const)('is asked for once a tab by %s, and nothing is asked after that', async (_, manages, who) => {
    const { links, link, asked, sit, reports } = await openOfficial({ manages });
    const tab = memoryStorage();
    const ports = await sit(who, tab);
    asked();
    expect(await link(undefined, ports)).toBe('refused');
    expect(asked().filter((each) => each.startsWith('POST'))).toHaveLength(1);
    // Another ticket in the same tab has a sidebar of its own.
    const next = await sit(who, tab);
    asked();
    expect(await link(reports[1]!.id, next)).toBe('refused');
    expect(asked()).toEqual([]);
    expect(links()).toEqual([]);
  });

  test('an account without the integration answers "not found", and is not asked again', async () => {
    const { link, asked, world } = await openOfficial();
    const nothing: Fault = { kind: 'answer', status: 404, body: { error: 'RecordNotFound' } };
    world.faults.script(({ url }) => url.includes('jira/links'), nothing);
    expect(await link()).toBe('refused');
    asked();
    expect(await link()).toBe('refused');
    expect(asked()).toEqual([]);
  });

  test.each(FAULTS)('%s at any call never makes a second one, and never throws', async (_, fault) => {
    for (let index = 0; index < CALLS; index++) {
      const { link, links, world } = await openOfficial();
      failCall(world, index, fault);
      await link();
      expect(links().length).toBeLessThanOrEqual(1);
      expect(await link()).toBe('linked');
      expect(links()).toHaveLength(1);
    }
  });

  test('a lost answer is looked into before anything is sent again', async () => {
    for (const applied of [true, false]) {
      const { link, links, world, asked } = await openOfficial();
      world.faults.script(CREATE, { kind: 'lost', applied });
      asked();
      expect(await link()).toBe('linked');
      expect(links()).toHaveLength(1);
      expect(asked().filter((each) => each.startsWith('POST'))).toHaveLength(applied ? 1 : 2);
    }
  });

  test('with the ticket’s links not told, none is made: it may be there', async () => {
    const { link, links, world } = await openOfficial();
    const body = { incidents: 0, topic_id: null, followup_source_ids: [], from_archive: false };
    world.faults.script(({ url }) => url.includes('/related'), { kind: 'answer', status: 200, body });
    expect(await link()).toBe('unknown');
    expect(links()).toEqual([]);
  });

  test('a ticket that was detached while an answer was lost gets none', async () => {
    const { link, links, world, detach, reports } = await openOfficial();
    whenAsked(world, CREATE, () => detach(reports[0]!.id));
    world.faults.script(CREATE, { kind: 'lost', applied: false });
    expect(await link()).toBe('not attached');
    expect(links()).toEqual([]);
  });

  test('waits for an issue whose id is known', async () => {
    const { link, setRecord, links } = await openOfficial();
    setRecord((record) => ({ ...record, jira: { key: ISSUE.key } }));
    expect(await link()).toBe('no issue');
    expect(links()).toEqual([]);
  });
});
