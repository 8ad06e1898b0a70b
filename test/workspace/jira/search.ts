import type { Answer } from '../world/call.ts';
import { badRequest, JiraRefusal } from './refusal.ts';
import { bodyOf, type JiraRequest, type JiraRoute, listOf, ok, pageOf } from './route.ts';
import { searchIssues } from './searchIssues.ts';
import { wireIssue } from './wireIssue.ts';

// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/
const SIZE = 50;
const MOST = 5000;
const MOST_RECONCILED = 50;
const MOST_PROPERTIES = 5;

const read = { scope: 'read:jira-work' } as const;

export const searchRoutes: JiraRoute[] = [
  {
    method: 'GET',
    path: '/search/jql',
    ...read,
    on: 'cloud',
    answer: (request) => search(request, askedInQuery(request)),
  },
  {
    method: 'POST',
    path: '/search/jql',
    ...read,
    on: 'cloud',
    answer: (request) => search(request, bodyOf(request)),
  },
  { method: 'POST', path: '/search/approximate-count', ...read, on: 'cloud', answer: count },
  { method: 'GET', path: '/search', ...read, answer: (request) => oldSearch(request, askedInQuery(request)) },
  { method: 'POST', path: '/search', ...read, answer: (request) => oldSearch(request, bodyOf(request)) },
  { method: 'GET', path: '/issue/picker', ...read, answer: picker },
];

type Asked = Record<string, unknown>;

function askedInQuery({ query }: JiraRequest): Asked {
  const list = (name: string) => (query.has(name) ? { [name]: listOf(query, name) } : {});
  const text = (name: string) => (query.has(name) ? { [name]: query.get(name) } : {});
  const number = (name: string) => (query.has(name) ? { [name]: Number(query.get(name)) } : {});
  return {
    ...text('jql'),
    ...text('nextPageToken'),
    ...number('maxResults'),
    ...number('startAt'),
    ...list('fields'),
    ...list('properties'),
    ...list('reconcileIssues'),
  };
}

const textsOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);

function search(request: JiraRequest, asked: Asked): Answer {
  const jql = typeof asked.jql === 'string' ? asked.jql : '';
  const reconcile = textsOf(asked.reconcileIssues);
  if (reconcile.length > MOST_RECONCILED)
    throw badRequest(`At most ${MOST_RECONCILED} issues can be reconciled.`);
  if (reconcile.some((id) => !/^\d+$/.test(id))) throw badRequest('reconcileIssues takes numeric ids.');
  const properties = textsOf(asked.properties);
  if (properties.length > MOST_PROPERTIES)
    throw badRequest(`At most ${MOST_PROPERTIES} properties can be requested.`);
  const hits = searchIssues(request, jql, reconcile);
  const start = startOf(asked.nextPageToken, jql);
  const size = Math.min(MOST, Number(asked.maxResults ?? SIZE));
  const end = start + size;
  const fields = textsOf(asked.fields).filter((field) => field !== 'id');
  const isLast = end >= hits.length;
  return ok({
    issues: hits.slice(start, end).map(({ issue, values }) => {
      const wired = wireIssue(request, issue, { fields, properties }, values);
      return fields.length || properties.length ? wired : { id: issue.id };
    }),
    isLast,
    ...(isLast ? {} : { nextPageToken: btoa(JSON.stringify({ jql: hashOf(jql), start: end })) }),
  });
}

// A token belongs to its query, and has to come back as it was.
function startOf(token: unknown, jql: string): number {
  if (token === undefined || token === null) return 0;
  try {
    const { jql: hash, start } = JSON.parse(atob(String(token))) as { jql: number; start: number };
    if (hash === hashOf(jql)) return start;
  } catch {
    // Not ours; refused below like any other that does not fit.
  }
  throw badRequest('The provided next page token is invalid or expired.');
}

const hashOf = (text: string) =>
  [...text].reduce((hash, char) => (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0, 7);

function count(request: JiraRequest): Answer {
  const { jql } = bodyOf(request);
  return ok({ count: searchIssues(request, typeof jql === 'string' ? jql : '').length });
}

// https://developer.atlassian.com/changelog/#CHANGE-2046; a Data Center keeps it.
function oldSearch(request: JiraRequest, asked: Asked): Answer {
  if (request.isCloud)
    throw new JiraRefusal(
      410,
      'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046',
    );
  const hits = searchIssues(request, typeof asked.jql === 'string' ? asked.jql : '');
  const fields = asked.fields === undefined ? ['*navigable'] : textsOf(asked.fields);
  const start = Number(asked.startAt ?? 0);
  const maxResults = Number(asked.maxResults ?? SIZE);
  return ok({
    expand: 'schema,names',
    startAt: start,
    maxResults,
    total: hits.length,
    issues: hits
      .slice(start, start + maxResults)
      .map(({ issue, values }) =>
        wireIssue(request, issue, { fields, properties: textsOf(asked.properties) }, values),
      ),
  });
}

function picker(request: JiraRequest): Answer {
  const { query, base } = request;
  const words = (query.get('query') ?? '').toLowerCase();
  const hits = searchIssues(request, query.get('currentJQL') || 'updated >= -5200w');
  const found = words
    ? hits.filter(({ values: { key, summary } }) => `${key} ${summary}`.toLowerCase().includes(words))
    : [];
  const { rows } = pageOf(request, found, 20);
  const issues = rows.map(({ issue, values: { key, summary } }) => ({
    id: Number(issue.id),
    key,
    keyHtml: escaped(key),
    img: `${new URL(base).origin}/images/icons/issuetypes/bug.svg`,
    summary: escaped(summary),
    summaryText: summary,
  }));
  return ok({
    sections: [
      { label: 'Current Search', sub: `Showing ${issues.length} of ${found.length}`, id: 'cs', issues },
    ],
  });
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
