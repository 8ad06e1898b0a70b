import type { IssueMark, IssueText } from '../../domain/issue.ts';
import type { JiraSettings } from '../../domain/jiraSettings.ts';
import type { DemandedField, IssueKind, IssueTracker, NewIssue } from '../../ports/issues.ts';
import { ServiceError } from '../../ports.ts';
import { accountIn } from './account.ts';
import { isIssueName, isMissing, type Jira, named } from './api.ts';
import { listDemanded, listKinds } from './demands.ts';
import { labelOf, toJql, toLabelJql } from './jql.ts';
import { toLine, toLongText } from './texts.ts';
import {
  ISSUE_FIELDS,
  MARK,
  toIssue,
  toMark,
  WireCreated,
  WireIssue,
  WireIssues,
  WireProperties,
} from './wire.ts';

type Issues = Pick<
  IssueTracker,
  'read' | 'search' | 'findMarked' | 'demands' | 'create' | 'mark' | 'setDue' | 'markOf' | 'fact' | 'setFact'
>;

const MOST_FOUND = 10;

/** Issues themselves: found, read, filed and marked. `toBody` makes a text what this Jira takes for one. */
export function createIssues(
  jira: Jira,
  { kind: kindOfJira, project }: JiraSettings,
  toBody: (text: IssueText) => unknown,
): Issues {
  const demanded = new Map<string, IssueKind['fields']>();
  const fieldsOf = async (kind: string) => {
    const fields = demanded.get(kind) ?? (await listDemanded(jira, project, kind));
    demanded.set(kind, fields);
    return fields;
  };
  const read = async (idOrKey: string) => {
    const name = named(idOrKey);
    return toIssue(await jira.ask(WireIssue, 'issue', (api) => api.findIssue(name, '', ISSUE_FIELDS, MARK)));
  };
  const find = async (jql: string) => {
    // The old search is gone from Cloud, the new one has never come to Data Center.
    // https://developer.atlassian.com/changelog/#CHANGE-2046
    const path = kindOfJira === 'cloud' ? '/search/jql' : '/search';
    const body = { jql, fields: ISSUE_FIELDS.split(','), maxResults: MOST_FOUND };
    const { issues } = await jira.ask(WireIssues, path, (api) =>
      jira.call(api, path, { method: 'POST', body, isRead: true }),
    );
    return issues.map(toIssue);
  };
  // To a stranger, whom some sites take a bad token for, there is nothing anywhere.
  const known = async <T>(asking: Promise<T[]>) => {
    const found = await asking;
    if (found.length === 0) await accountIn(jira);
    return found;
  };
  // Asking the issue tells an issue that is gone from a property that was never written; asking the property does not.
  const property = async (id: string, key: string) => {
    const { properties } = await jira.ask(WireProperties, key, (api) =>
      api.findIssue(named(id), '', 'updated', key),
    );
    return properties?.[key] ?? undefined;
  };
  const setProperty = (id: string, key: string, value: unknown) =>
    jira.tell((api) =>
      jira.call(api, `/issue/${named(id)}/properties/${key}`, { method: 'PUT', body: value }),
    );
  const markOf = async (id: string) => toMark(await property(id, MARK));

  return {
    read,
    markOf,
    async search(words) {
      const byKey = isIssueName(words.trim()) && words.includes('-') ? await orNone(read(words)) : [];
      if (byKey.length > 0) return byKey;
      const jql = toJql(words, project);
      return jql ? known(find(jql)) : [];
    },
    // A clone has its original's label, but not its property.
    async findMarked(mark) {
      const found = await find(toLabelJql(labelOf(mark)));
      // The index may still show an issue that was deleted.
      const marks = await Promise.all(found.map(({ id }) => orNone(markOf(id))));
      return found.filter((_, i) => isSame(marks[i]?.[0], mark));
    },
    async demands() {
      const kinds = await known(listKinds(jira, project));
      const fields = await Promise.all(kinds.map(({ id }) => listDemanded(jira, project, id)));
      kinds.forEach(({ id }, i) => void demanded.set(id, fields[i] ?? []));
      return { kinds: kinds.map((kind, i) => ({ ...kind, fields: fields[i] ?? [] })) };
    },
    async create(issue) {
      const fields = Object.keys(issue.values).length > 0 ? await fieldsOf(issue.kind) : [];
      const body = {
        fields: {
          ...toValues(issue, fields, toBody),
          project: { key: project },
          issuetype: { id: issue.kind },
          summary: toLine(issue.summary),
          description: toBody(issue.text),
          labels: [labelOf(issue.mark)],
        },
        properties: [{ key: MARK, value: toMarkValue(issue.mark) }],
      };
      return jira.ask(WireCreated, 'issue', (api) => api.addNewIssue(body));
    },
    // An issue's screen may have no labels; the property says it all the same to whoever reads the issue.
    async mark(id, mark) {
      const name = named(id);
      const value = toMarkValue(mark);
      const change = { update: { labels: [{ add: labelOf(mark) }] }, properties: [{ key: MARK, value }] };
      try {
        await jira.tell((api) => api.updateIssue(name, change));
      } catch (error) {
        if (!(error instanceof ServiceError) || error.trouble !== 'refused') throw error;
        await setProperty(id, MARK, value);
      }
    },
    // https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-put
    setDue(id, day) {
      const name = named(id);
      return jira.tell((api) => api.updateIssue(name, { fields: { duedate: day } }));
    },
    fact: (id, name) => property(id, toFactKey(name)),
    setFact: (id, name, value) => setProperty(id, toFactKey(name), value),
  };
}

async function orNone<T>(reading: Promise<T>): Promise<T[]> {
  try {
    return [await reading];
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

const toFactKey = (name: string) => `allclear.${name.replace(/[^\w.-]/g, '_')}`;
const toMarkValue = ({ account, incident }: IssueMark): IssueMark => ({ account, incident });
const isSame = (one: IssueMark | undefined, other: IssueMark) =>
  one?.account === other.account && one.incident === other.incident;

function toValues(
  { values }: NewIssue,
  fields: readonly DemandedField[],
  toBody: (text: IssueText) => unknown,
) {
  const entries = Object.entries(values).map(([id, value]) => {
    const field = fields.find((each) => each.id === id);
    return [id, toValue(value, field?.kind, toBody)];
  });
  return Object.fromEntries(entries);
}

// https://developer.atlassian.com/server/jira/platform/jira-rest-api-examples/#setting-custom-field-data-for-other-field-types
function toValue(
  value: NewIssue['values'][string],
  kind: DemandedField['kind'] | undefined,
  toBody: (text: IssueText) => unknown,
): unknown {
  switch (kind) {
    case 'choice':
      return { id: String(value) };
    case 'choices':
      return [value].flat().map((id) => ({ id: String(id) }));
    case 'long text':
      return toBody([[{ text: toLongText(String(value)) }]]);
    case 'text':
      return toLine(String(value));
    case 'number':
      return Number.isNaN(Number(value)) ? value : Number(value);
    case 'date':
    case 'other':
    case undefined:
      return value;
  }
}
