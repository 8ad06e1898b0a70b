import { textOfAdf } from '../world/jira/adf.ts';
import type { IssueValues, JiraIssue } from '../world/jira/model.ts';
import { badJql, type Clause, parseJql, type Query } from './jql.ts';
import { badRequest } from './refusal.ts';
import { type JiraRequest, may } from './route.ts';
import { textQuery } from './textQuery.ts';

export interface Hit {
  issue: JiraIssue;
  /** As the index has it. */
  values: IssueValues;
}

/**
 * What the index knows of the query's issues, in order: it lags behind, except for the issues to be reconciled.
 * https://developer.atlassian.com/cloud/jira/platform/search-and-reconcile/
 */
export function searchIssues(request: JiraRequest, jql: string, reconcile: readonly string[] = []): Hit[] {
  const query = parseJql(jql);
  if (query.clauses.length === 0 && request.isCloud)
    throw badRequest(
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    );
  const tests = query.clauses.map((clause) => test(request, clause));
  return [...request.world.jira.issues.values()]
    .flatMap((issue): Hit[] => {
      const values = reconcile.includes(issue.id) ? issue.values : indexed(request, issue);
      return values ? [{ issue, values }] : [];
    })
    .filter(
      (hit) =>
        may(request, 'BROWSE_PROJECTS', hit.issue.values.project) && tests.every((holds) => holds(hit)),
    )
    .sort(inOrder(query.order));
}

function indexed({ world }: JiraRequest, { indexed: states }: JiraIssue): IssueValues | undefined {
  const seen = world.clock.now() - world.settings.jira.indexLag;
  return states.findLast(({ at }) => at <= seen)?.values;
}

type Test = (hit: Hit) => boolean;

function test(request: JiraRequest, clause: Clause): Test {
  const { field, operator, values } = clause;
  const [value = ''] = values;
  switch (operator) {
    case '~':
    case '!~': {
      const matches = textQuery(field, value);
      const read = textOf(field);
      return (hit) => matches(read(hit)) === (operator === '~');
    }
    case 'is':
    case 'is not': {
      if (!/^(empty|null)$/i.test(value)) throw badJql(`'${operator}' goes with EMPTY or NULL alone.`);
      const read = wordsOf(request, field);
      return (hit) => (read(hit).length === 0) === (operator === 'is');
    }
    case '=':
    case '!=':
    case 'in':
    case 'not in': {
      for (const each of values) mustExist(request, field, each);
      const read = wordsOf(request, field);
      const wanted = values.map((each) => resolved(request, field, each).toLowerCase());
      const isWanted = operator === '=' || operator === 'in';
      return (hit) => read(hit).some((word) => wanted.includes(word.toLowerCase())) === isWanted;
    }
    default:
      return since(request, clause);
  }
}

function textOf(field: string): (hit: Hit) => string {
  const summary = ({ values }: Hit) => values.summary;
  const description = ({ values }: Hit) => textOfAdf(values.description);
  const comments = ({ issue }: Hit) => issue.comments.map(({ body }) => textOfAdf(body)).join('\n');
  switch (field) {
    case 'summary':
      return summary;
    case 'description':
      return description;
    case 'comment':
      return comments;
    case 'text':
      return (hit) => [summary(hit), description(hit), comments(hit)].join('\n');
    default:
      throw badRequest(`The operator '~' is not supported by the '${field}' field.`);
  }
}

function wordsOf(_: JiraRequest, field: string): (hit: Hit) => readonly string[] {
  const some = (text: string | null | undefined) => (text ? [text] : []);
  switch (field) {
    case 'project':
      return ({ values: { project } }) => [project.key, project.name, project.id];
    case 'key':
    case 'issue':
    case 'issuekey':
    case 'id':
      return ({ issue, values }) => [values.key, issue.id];
    case 'labels':
      return ({ values }) => values.labels;
    case 'status':
      return ({ values: { status } }) => [status.name, status.id];
    case 'statuscategory':
      return ({ values: { status } }) => [status.category, CATEGORY_NAMES[status.category]];
    case 'issuetype':
    case 'type':
      return ({ values: { type } }) => [type.name, type.id];
    case 'resolution':
      return ({ values }) => some(values.resolution);
    case 'assignee':
      return ({ values }) => some(values.assignee?.accountId);
    case 'priority':
      return ({ values }) => [values.priority];
    default:
      throw badRequest(`Field '${field}' does not exist or you do not have permission to view it.`);
  }
}

const CATEGORY_NAMES = { new: 'To Do', indeterminate: 'In Progress', done: 'Done' };

// An old key leads to the issue wherever it is now.
function resolved({ world }: JiraRequest, field: string, value: string): string {
  return /^(key|issue|issuekey|id)$/.test(field) ? (world.jira.find(value)?.id ?? value) : value;
}

function mustExist(request: JiraRequest, field: string, value: string): void {
  const { jira } = request.world;
  if (/^(key|issue|issuekey|id)$/.test(field)) {
    const found = jira.find(value);
    if (!found || !may(request, 'BROWSE_PROJECTS', found.values.project))
      throw badRequest(`An issue with key '${value}' does not exist for field '${field}'.`);
  }
  const named = (all: { id: string; name: string; key?: string }[]) =>
    all.some(({ id, name, key }) =>
      [id, name.toLowerCase(), key?.toLowerCase()].includes(value.toLowerCase()),
    );
  const seen = [...jira.projects.values()].filter((project) => may(request, 'BROWSE_PROJECTS', project));
  const lists: Record<string, { id: string; name: string }[]> = {
    project: seen,
    status: seen.flatMap(({ statuses }) => statuses),
    issuetype: seen.flatMap(({ types }) => types),
  };
  const list = lists[field];
  if (list && !named(list)) throw badRequest(`The value '${value}' does not exist for the field '${field}'.`);
}

const UNITS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

// `updated >= -30d`
function since({ world }: JiraRequest, { field, operator, values: [value = ''] }: Clause): Test {
  const [, count, unit = ''] = /^-(\d+)([mhdw])$/.exec(value) ?? [];
  const at = count
    ? world.clock.now() - Number(count) * (UNITS[unit] ?? 0)
    : Date.parse(value.replaceAll('/', '-'));
  if (Number.isNaN(at)) throw badRequest(`Date value '${value}' for field '${field}' is invalid.`);
  const read = timeOf(field);
  return (hit) => {
    const time = read(hit);
    if (operator === '>=') return time >= at;
    if (operator === '<=') return time <= at;
    return operator === '>' ? time > at : time < at;
  };
}

function timeOf(field: string): (hit: Hit) => number {
  if (field === 'updated') return ({ issue }) => issue.updatedAt;
  if (field === 'created') return ({ issue }) => issue.createdAt;
  throw badRequest(`Field '${field}' does not exist or you do not have permission to view it.`);
}

// Without an order, the newest come first.
function inOrder(order: Query['order']): (a: Hit, b: Hit) => number {
  const readers = order.map(({ field, descending }) => {
    const read = /^(key|issuekey|id)$/.test(field) ? ({ issue }: Hit) => Number(issue.id) : timeOf(field);
    return (a: Hit, b: Hit) => (read(a) - read(b)) * (descending ? -1 : 1);
  });
  return (a, b) => {
    for (const compare of readers) {
      const difference = compare(a, b);
      if (difference) return difference;
    }
    return Number(b.issue.id) - Number(a.issue.id);
  };
}
