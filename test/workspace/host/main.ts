import { api } from './api.ts';
import { type Background, openBackground } from './background.ts';
import { drawFrame } from './frame.ts';
import type { Page } from './page.ts';
import { PLACES } from './place.ts';
import { openTicketPage, type TicketPage } from './ticketPage.ts';
import { setNow } from './time.ts';

const start = await api.start();
setNow(start.now);
const asked = new URLSearchParams(location.hash.split('?')[1]);
const agent = start.agents.find((one) => one.slug === asked.get('agent')) ?? start.agents[0];
if (!agent) throw new Error('The world has no agents');
const scheme = asked.get('scheme') ?? sessionStorage.getItem('scheme');

const page: Page = {
  start,
  agent,
  scheme: scheme === 'dark' ? 'dark' : 'light',
  href: (path) => `#/${path}?agent=${agent.slug}`,
  go: (path) => {
    location.hash = page.href(path);
  },
  closeTab: (ticketId) => {
    tabs.get(ticketId)?.close();
    tabs.delete(ticketId);
    const left = [...tabs.keys()].at(-1);
    page.go(left === undefined ? 'views/unsolved' : `tickets/${left}`);
  },
};
/** Each ticket keeps its tab: its form, its composer and its app stay as they are behind the one that is shown. */
const tabs = new Map<number, TicketPage>();

const frame = drawFrame(page, {
  schemeChanged() {
    sessionStorage.setItem('scheme', page.scheme);
    for (const tab of tabs.values()) tab.session?.setColorScheme(page.scheme);
    for (const place of places) place.page.setColorScheme?.(page.scheme);
  },
});
const places = PLACES.map((place) => ({ name: place.name, page: place.draw(page) }));
document.body.replaceChildren(frame.element);
frame.main.append(...places.map((place) => place.page.element));

// In Zendesk it is there long before a ticket is opened; here a window often starts with one, which comes first.
const BEFORE_THE_BACKGROUND_MS = 1_000;
let background: Background | undefined;
setTimeout(() => {
  if (!start.background) return;
  background = openBackground(page, start.background);
  document.body.append(background.element);
}, BEFORE_THE_BACKGROUND_MS);

/** A ticket's number, or the name of a place. */
let shown: number | string = PLACES[0].name;

function show() {
  const [, place, name = ''] = /^#\/(\w+)(?:\/([\w-]+))?/.exec(location.hash) ?? [];
  const wanted = new URLSearchParams(location.hash.split('?')[1]).get('agent');
  // Another agent is another browser session: nothing of this one may stay.
  if (wanted && wanted !== agent?.slug) return location.reload();
  const ticketId = place === 'tickets' ? Number(name) : undefined;
  shown = ticketId ?? places.find((one) => one.name === place)?.name ?? PLACES[0].name;
  if (ticketId && !tabs.has(ticketId)) {
    const opened = openTicketPage(page, ticketId, () => frame.draw(tabs, shown));
    tabs.set(ticketId, opened);
    frame.main.append(opened.element);
  }
  for (const one of places) one.page.show(one.name === shown ? name : undefined);
  for (const [id, tab] of tabs) tab.setActive(id === ticketId);
  frame.draw(tabs, shown);
}

window.addEventListener('hashchange', show);
api.onChange((change) => {
  for (const tab of tabs.values()) void tab.session?.follow(change);
  for (const place of places) place.page.follow(change);
  background?.follow(change);
});
show();
