import { api } from './api.ts';
import { h } from './h.ts';
import type { Page } from './page.ts';
import type { PlacePage } from './place.ts';
import type { TicketRow } from './start.ts';
import { ago, when } from './time.ts';
import { CHANNEL_WORDS, capitalized, STATUS_WORDS } from './words.ts';

const VIEWS: { name: string; title: string; holds(row: TicketRow, agent: number): boolean }[] = [
  { name: 'unsolved', title: 'Unsolved tickets', holds: (row) => isUnsolved(row) },
  {
    name: 'mine',
    title: 'Your unsolved tickets',
    holds: (row, agent) => isUnsolved(row) && row.assigneeId === agent,
  },
  {
    name: 'unassigned',
    title: 'Unassigned tickets',
    holds: (row) => isUnsolved(row) && row.assigneeId === null,
  },
  { name: 'incidents', title: 'Incident tickets', holds: (row) => row.type === 'incident' },
  { name: 'problems', title: 'Problem tickets', holds: (row) => row.type === 'problem' },
  { name: 'solved', title: 'Solved and closed', holds: (row) => !isUnsolved(row) },
  { name: 'all', title: 'All tickets', holds: () => true },
];

const isUnsolved = (row: TicketRow) => row.status !== 'solved' && row.status !== 'closed';

/** The list of views and the tickets of the chosen one. */
export function drawViews(page: Page): PlacePage {
  const list = h('nav', { class: 'view-list', 'aria-label': 'Views' });
  const table = h('section', { class: 'view-table' });
  const element = h('div', { class: 'views' }, list, table);
  let all: readonly TicketRow[] = [];
  let shown: string | undefined;
  let isAsking = false;
  let isStale = false;

  function draw() {
    if (shown === undefined) return;
    const current = VIEWS.find((view) => view.name === shown) ?? VIEWS[0];
    if (!current) return;
    const rowsOf = (view: typeof current) => all.filter((row) => view.holds(row, page.agent.id));
    list.replaceChildren(
      h('h2', {}, 'Views'),
      ...VIEWS.map((view) =>
        h(
          'a',
          { href: page.href(`views/${view.name}`), 'aria-current': view === current ? 'page' : false },
          h('span', {}, view.title),
          h('span', { class: 'count' }, rowsOf(view).length),
        ),
      ),
    );
    const rows = rowsOf(current);
    table.replaceChildren(
      h('h1', {}, current.title, h('small', {}, rows.length === 1 ? '1 ticket' : `${rows.length} tickets`)),
      rows.length ? drawTable(page, rows) : h('p', { class: 'empty' }, 'No tickets here. Enjoy the quiet.'),
    );
  }

  async function refresh() {
    if (shown === undefined) return; // a window with a ticket in front has enough to do
    if (isAsking) {
      isStale = true;
      return;
    }
    isAsking = true;
    all = await api.tickets();
    isAsking = false;
    draw();
    if (isStale) {
      isStale = false;
      void refresh();
    }
  }

  return {
    element,
    show(name) {
      const isOpened = shown === undefined;
      shown = name;
      element.hidden = name === undefined;
      draw();
      if (isOpened) void refresh();
    },
    follow: ({ kind }) => kind !== 'jira' && void refresh(),
  };
}

function drawTable(page: Page, rows: readonly TicketRow[]) {
  const agents = new Map(page.start.agents.map((agent) => [agent.id, agent.name]));
  const columns = [
    'Status',
    'Subject',
    'Requester',
    'Type',
    'Priority',
    'Channel',
    'Assignee',
    'Requested',
    'Updated',
  ];
  return h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...columns.map((title) => h('th', { scope: 'col' }, title)))),
    h(
      'tbody',
      {},
      ...rows.map((row) =>
        h(
          'tr',
          { testId: `view-row-${row.id}`, onclick: () => page.go(`tickets/${row.id}`) },
          h('td', {}, statusBadge(row.status)),
          h(
            'td',
            { class: 'subject' },
            h('a', { href: page.href(`tickets/${row.id}`) }, row.subject),
            h('span', { class: 'faint' }, `#${row.id}`),
          ),
          h('td', {}, row.requester),
          h('td', {}, row.type ? capitalized(row.type) : '–'),
          h('td', {}, row.priority ? capitalized(row.priority) : '–'),
          h('td', {}, CHANNEL_WORDS[row.channel] ?? row.channel),
          h('td', {}, agents.get(row.assigneeId ?? 0) ?? '–'),
          h('td', { class: 'number' }, when(row.createdAt)),
          h('td', { class: 'number' }, ago(row.updatedAt)),
        ),
      ),
    ),
  );
}

export function statusBadge(status: string): HTMLElement {
  return h('span', { class: `status ${status}` }, STATUS_WORDS[status] ?? status);
}
