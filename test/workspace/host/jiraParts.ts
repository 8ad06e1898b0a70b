import { h } from './h.ts';
import type { ShownIssueRow } from './jiraShown.ts';
import type { Page } from './page.ts';

export const back = (page: Page) => h('a', { class: 'jira-back', href: page.href('jira') }, 'All issues');

export const lozenge = ({ name, category }: ShownIssueRow['status']) =>
  h('span', { class: `lozenge ${category}`, testId: 'jira-status' }, name);
