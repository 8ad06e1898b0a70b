import { drawAdf } from './adfView.ts';
import { avatar } from './avatar.ts';
import { h } from './h.ts';
import { drawDetails } from './jiraDetails.ts';
import { back, lozenge } from './jiraParts.ts';
import type { JiraAction, ShownIssue, ShownLink } from './jiraShown.ts';
import type { Page } from './page.ts';
import { when } from './time.ts';

export type Act = (key: string, action: JiraAction) => Promise<void>;

/** One issue; `asked` is the key in the address, which it may have had before it moved. */
export function drawIssue(page: Page, issue: ShownIssue, asked: string, act: Act): Node[] {
  const isMoved = asked.toUpperCase() !== issue.key;
  const main = h(
    'div',
    { class: 'jira-main' },
    h(
      'p',
      { class: 'jira-path' },
      back(page),
      h('span', {}, issue.project.name),
      h('span', { testId: 'jira-key' }, issue.key),
      isMoved && h('span', { class: 'faint' }, `moved from ${asked.toUpperCase()}`),
    ),
    h('h1', { testId: 'jira-summary', dir: 'auto' }, issue.summary),
    drawWorkflow(issue, act),
    h('h2', {}, 'Description'),
    issue.description
      ? h('div', { class: 'adf', testId: 'jira-description', dir: 'auto' }, drawAdf(issue.description))
      : h('p', { class: 'faint' }, 'None'),
    ...drawLinks(issue.links),
    h('h2', {}, 'Comments'),
    ...(issue.comments.length ? issue.comments.map(drawComment) : [h('p', { class: 'faint' }, 'None yet')]),
  );
  return [h('div', { class: 'jira-issue' }, main, drawDetails(issue, act))];
}

function drawWorkflow({ key, status, transitions, resolutions }: ShownIssue, act: Act) {
  const resolution = h(
    'select',
    { 'aria-label': 'Resolution', testId: 'jira-resolution' },
    ...resolutions.map((name) => h('option', {}, name)),
  );
  const buttons = transitions.flatMap(({ id, name, to, asksResolution }) => [
    h(
      'button',
      {
        title: `To ${to}`,
        testId: `jira-transition-${id}`,
        onclick: () =>
          void act(key, {
            do: 'transition',
            id,
            ...(asksResolution ? { resolution: resolution.value } : {}),
          }),
      },
      name,
    ),
    asksResolution && h('label', {}, 'as ', resolution),
  ]);
  return h('div', { class: 'jira-workflow' }, lozenge(status), ...buttons);
}

function drawLinks(links: readonly ShownLink[]): Node[] {
  const groups = [...new Set(links.map(({ application }) => application))];
  return groups.flatMap((application) => [
    h('h2', {}, application),
    h(
      'ul',
      { class: 'jira-links', 'aria-label': application },
      ...links.filter((link) => link.application === application).map(drawLink),
    ),
  ]);
}

function drawLink({ id, url, title, summary, relationship, isResolved }: ShownLink) {
  const href = /^https?:\/\//.test(url) ? url : null;
  return h(
    'li',
    { testId: 'jira-link', 'data-link-id': id, 'data-resolved': String(isResolved) },
    relationship && h('span', { class: 'faint' }, relationship),
    h('a', { class: isResolved ? 'resolved' : null, href, target: '_blank', rel: 'noreferrer' }, title),
    summary && h('span', { class: 'faint' }, summary),
  );
}

function drawComment({ id, author, at, isEdited, isInternal, body }: ShownIssue['comments'][number]) {
  return h(
    'article',
    {
      class: isInternal ? 'jira-comment internal' : 'jira-comment',
      testId: 'jira-comment',
      'data-comment-id': id,
    },
    avatar(author, 'customer'),
    h(
      'p',
      {},
      h('strong', {}, author),
      h('span', { class: 'faint' }, when(at), isEdited && ' · edited'),
      isInternal && h('span', { class: 'lozenge note' }, 'Internal note'),
    ),
    h('div', { class: 'adf', dir: 'auto' }, drawAdf(body)),
  );
}
