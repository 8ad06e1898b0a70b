import { api } from './api.ts';
import { h } from './h.ts';
import { drawIssue } from './jiraIssue.ts';
import { back, lozenge } from './jiraParts.ts';
import type { JiraAction, ShownIssue, ShownIssueRow } from './jiraShown.ts';
import type { Page } from './page.ts';
import type { PlacePage } from './place.ts';
import { ago } from './time.ts';

/** Jira beside the tickets: the list of issues, or one of them, as they are now. */
export function drawJira(page: Page): PlacePage {
  const element = h('section', { class: 'jira', 'aria-label': 'Jira', testId: 'jira' });
  let shown: string | undefined;
  let isAsking = false;
  let isStale = false;

  async function refresh() {
    if (shown === undefined) return;
    isStale = isAsking;
    if (isAsking) return;
    isAsking = true;
    const name = shown;
    const found = await api.place('jira', name);
    isAsking = false;
    if (name === shown) draw(name, found);
    if (isStale || name !== shown) void refresh();
  }

  function draw(name: string, found: unknown) {
    if (!name) element.replaceChildren(...drawList(page, found as ShownIssueRow[]));
    else if (found) element.replaceChildren(...drawIssue(page, found as ShownIssue, name, act));
    else element.replaceChildren(back(page), h('p', { class: 'empty' }, `There is no issue ${name}.`));
  }

  async function act(key: string, action: JiraAction) {
    try {
      await api.act('jira', key, action);
      if (action.do === 'delete') page.go('jira');
    } catch {
      // Somebody else was quicker: what can be done now is on the page in a moment.
      void refresh();
    }
  }

  return {
    element,
    show(name) {
      const isOther = name !== shown;
      shown = name;
      element.hidden = name === undefined;
      if (isOther) void refresh();
    },
    follow: (change) => change.kind === 'jira' && void refresh(),
  };
}

function drawList(page: Page, rows: readonly ShownIssueRow[]): Node[] {
  const columns = ['Type', 'Key', 'Summary', 'Status', 'Resolution', 'Assignee', 'Updated'];
  const table = h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...columns.map((title) => h('th', { scope: 'col' }, title)))),
    h(
      'tbody',
      {},
      ...rows.map((row) =>
        h(
          'tr',
          { testId: `jira-row-${row.key}`, onclick: () => page.go(`jira/${row.key}`) },
          h('td', {}, row.type),
          h('td', {}, h('a', { href: page.href(`jira/${row.key}`) }, row.key)),
          h('td', { class: 'subject' }, row.summary),
          h('td', {}, lozenge(row.status)),
          h('td', {}, row.resolution ?? '–'),
          h('td', {}, row.assignee ?? 'Unassigned'),
          h('td', { class: 'number' }, ago(row.updatedAt)),
        ),
      ),
    ),
  );
  const count = rows.length === 1 ? '1 issue' : `${rows.length} issues`;
  return [h('div', { class: 'view-table' }, h('h1', {}, 'Jira', h('small', {}, count)), table)];
}
