import { avatar } from './avatar.ts';
import { h } from './h.ts';
import { icon, ofSvg } from './icon.ts';
import type { Page } from './page.ts';
import { PLACES } from './place.ts';
import type { TicketPage } from './ticketPage.ts';

export interface Frame {
  element: HTMLElement;
  main: HTMLElement;
  /** What is shown is a ticket's number or a place's name. */
  draw(tabs: ReadonlyMap<number, TicketPage>, shown: number | string): void;
}

/** What surrounds every page: the nav bar at the left, ticket tabs and the agent at the top. */
export function drawFrame(page: Page, on: { schemeChanged(): void }): Frame {
  const main = h('main', { class: 'main' });
  const tabList = h('div', { class: 'tabs', role: 'group', 'aria-label': 'Open tickets' });
  const scheme = h('button', { class: 'quiet', testId: 'scheme-switch', onclick: switchScheme });
  applyScheme();

  function switchScheme() {
    page.scheme = page.scheme === 'light' ? 'dark' : 'light';
    applyScheme();
    on.schemeChanged();
  }

  function applyScheme() {
    const isLight = page.scheme === 'light';
    document.documentElement.dataset.scheme = page.scheme;
    scheme.replaceChildren(icon(isLight ? 'moon' : 'sun'));
    scheme.title = isLight ? 'Switch to dark' : 'Switch to light';
    scheme.setAttribute('aria-label', scheme.title);
  }

  const places = PLACES.filter(({ icon }) => icon !== 'app' || page.start.navBar).map(
    ({ name, path = '', title, icon: drawing }) => ({
      name,
      link: h(
        'a',
        { class: 'place', href: page.href(name + path), title, 'aria-label': title, testId: `nav-${name}` },
        drawing === 'app' ? ofSvg(page.start.navBar?.icon ?? '') : icon(drawing),
      ),
    }),
  );
  const element = h(
    'div',
    { class: 'frame' },
    h(
      'nav',
      { class: 'nav', 'aria-label': 'Product' },
      h('span', { class: 'logo', title: page.start.account }, 'H'),
      ...places.map(({ link }) => link),
    ),
    h('header', { class: 'top' }, tabList, h('div', { class: 'tools' }, scheme, agentSwitch(page))),
    main,
  );

  return {
    element,
    main,
    draw(tabs, shown) {
      for (const { name, link } of places) link.classList.toggle('current', name === shown);
      tabList.replaceChildren(...[...tabs].map(([id, tab]) => drawTab(page, id, tab, id === shown)));
    },
  };
}

function drawTab(page: Page, id: number, tab: TicketPage, isShown: boolean) {
  const subject = tab.session?.snapshot.ticket.subject ?? 'Loading…';
  const close = h(
    'button',
    { class: 'quiet small', 'aria-label': `Close ticket ${id}`, onclick: () => page.closeTab(id) },
    icon('close'),
  );
  return h(
    'div',
    { class: isShown ? 'tab current' : 'tab', testId: `tab-${id}` },
    h(
      'a',
      { href: page.href(`tickets/${id}`), 'aria-current': isShown ? 'page' : false, title: subject },
      h('span', { class: 'tab-subject' }, subject),
      h('span', { class: 'tab-id' }, `#${id}`),
    ),
    close,
  );
}

/** Windows with different agents share one world: that is what the switch is for. */
function agentSwitch(page: Page) {
  const select = h(
    'select',
    {
      testId: 'agent-switch',
      'aria-label': 'Agent',
      onchange: () => {
        const path = location.hash.replace(/\?.*/, '').replace(/^#\//, '') || 'views/unsolved';
        location.hash = `#/${path}?agent=${select.value}`;
      },
    },
    ...page.start.agents.map((agent) =>
      h(
        'option',
        { value: agent.slug, selected: agent.id === page.agent.id },
        `${agent.name} · ${agent.title}`,
      ),
    ),
  );
  return h('label', { class: 'agent-switch' }, avatar(page.agent.name, 'agent'), select);
}
