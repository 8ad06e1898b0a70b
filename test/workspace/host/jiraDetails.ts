import { h } from './h.ts';
import type { Act } from './jiraIssue.ts';
import type { ShownIssue } from './jiraShown.ts';
import { when } from './time.ts';

/** The right column: who works on it, its fields, and what only a person in Jira does. */
export function drawDetails(issue: ShownIssue, act: Act): HTMLElement {
  const { key } = issue;
  return h(
    'aside',
    { class: 'jira-details', 'aria-label': 'Details' },
    h('h2', {}, 'Details'),
    choice(
      'Assignee',
      'jira-assignee',
      [['', 'Unassigned'], ...issue.people.map(same)],
      issue.assignee ?? '',
      (to) => act(key, { do: 'assign', to: to || null }),
    ),
    h(
      'dl',
      {},
      ...[
        ['Type', issue.type],
        ['Priority', issue.priority],
        ['Resolution', issue.resolution ?? 'Unresolved'],
        ['Reporter', issue.reporter],
        ['Labels', issue.labels.join(', ') || 'None'],
        ['Components', issue.components.join(', ') || 'None'],
        ...issue.fields,
        ['Created', when(issue.createdAt)],
        ['Updated', when(issue.updatedAt)],
      ].flatMap(([name = '', value = '']) => [h('dt', {}, name), h('dd', { dir: 'auto' }, value)]),
    ),
    ...drawProperties(issue),
    choice(
      'Move to project',
      'jira-move',
      [['', 'Choose …'], ...issue.otherProjects.map((one): Option => [one.key, `${one.name} (${one.key})`])],
      '',
      (to) => act(key, { do: 'move', to }),
    ),
    h(
      'details',
      {},
      h('summary', {}, 'Delete …'),
      h(
        'button',
        { class: 'danger', testId: 'jira-delete', onclick: () => void act(key, { do: 'delete' }) },
        `Delete ${key}`,
      ),
    ),
  );
}

type Option = readonly [value: string, label: string];
const same = (name: string): Option => [name, name];

function choice(
  label: string,
  testId: string,
  options: readonly Option[],
  current: string,
  chosen: (value: string) => Promise<void>,
) {
  const select = h(
    'select',
    { testId, onchange: () => void chosen(select.value) },
    ...options.map(([value, text]) => h('option', { value, selected: value === current }, text)),
  );
  return h('label', { class: 'field' }, h('span', { class: 'label' }, label), select);
}

// What apps keep on the issue; Jira itself does not show it.
function drawProperties({ properties }: ShownIssue) {
  if (!properties.length) return [];
  const rows = properties.flatMap(([name, text]) => [h('dt', {}, name), h('dd', {}, h('code', {}, text))]);
  return [
    h('details', { testId: 'jira-properties' }, h('summary', {}, 'Properties of apps'), h('dl', {}, ...rows)),
  ];
}
