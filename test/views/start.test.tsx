import { expect, test } from 'vitest';
import { createBrowser } from '../../src/adapters/browser.ts';
import type { ZafClient } from '../../src/adapters/zaf/client.ts';
import { connect, loadFirstPhrases, loadPhrases } from '../../src/connect.ts';
import en from '../../translations/en.json';
import { appClock } from '../actions/appClock.ts';
import '../../src/views/sidebar/FreeTicket.tsx';
import { start } from '../../src/views/sidebar/start.tsx';
import { memoryStorage } from '../actions/memoryStorage.ts';
import { leavesOf, type Texts } from '../structure/translations.ts';
import { openClient } from '../workspace/client.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { addCustomer, type SmallOutage, smallOutage } from '../workspace/world/seed/build.ts';
import type { World } from '../workspace/world/world.ts';
import { until } from './render.tsx';

const PHRASES = [...leavesOf(en.phrases as unknown as Texts).keys()];
const never = new Promise<never>(() => {});

function aFreeTicket(world: World): number {
  const { id } = addCustomer(world, 7);
  return world.addTicket({ subject: 'Error 502', text: 'It fails.', requesterId: id, channel: 'web' }).id;
}

const TICKETS: [ticket: string, of: (world: World, outage: SmallOutage) => number][] = [
  ['a report that is behind', (_, { reports }) => reports[0]!.id],
  ['a ticket that belongs to nothing', aFreeTicket],
  ['the incident’s own', (_, { incident }) => incident.id],
  [
    'a closed report',
    (world, { reports }) => {
      world.closeTicket(reports[0]!.id);
      return reports[0]!.id;
    },
  ],
];

test.each(TICKETS)('%s: what is seen first is said in the first phrases alone', async (_, ticketOf) => {
  const { root, time } = open(ticketOf, { loadFirstPhrases, loadPhrases: () => never });
  await until(time, () => expect(root.textContent).toContain('Donation form returns error 502'));
  expect(PHRASES.filter((phrase) => root.textContent?.includes(phrase))).toEqual([]);
});

test('the rest comes with the other phrases', async () => {
  const { root, time } = open((_, { reports }) => reports[0]!.id, { loadFirstPhrases, loadPhrases });
  await until(time, () => expect(root.textContent).toContain(en.phrases.detach.button));
});

test('phrases that can’t be loaded leave no empty page', async () => {
  const failing = () => Promise.reject(new Error('gone'));
  const { root, time } = open((_, { reports }) => reports[0]!.id, { loadFirstPhrases, loadPhrases: failing });
  await until(time, () => expect(root.textContent).toContain(en.phrases.trouble.bug));
});

test('opened outside Zendesk, the page says where it belongs', async () => {
  const root = document.createElement('div');
  await start(root, undefined, { loadFirstPhrases, loadPhrases }, 'en');
  expect(root.textContent).toBe(en.phrases.trouble.outside);
});

/** The app as Zendesk opens it beside a ticket. */
function open(ticketOf: (world: World, outage: SmallOutage) => number, phrases: Parameters<typeof start>[2]) {
  const time = virtualClock();
  const world = createWorld({ clock: time });
  const seed = smallOutage(world, { update: 2, told: 1 });
  const { client } = openClient(world, { agent: seed.mara.id, ticketId: ticketOf(world, seed) });
  const clock = appClock(time);
  const browser = createBrowser(memoryStorage, undefined);
  const app = connect(client as unknown as ZafClient, clock, memoryStorage, browser);
  const root = document.body.appendChild(document.createElement('div'));
  void start(root, app, phrases, 'en');
  return { root, time };
}
