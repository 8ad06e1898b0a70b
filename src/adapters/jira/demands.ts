import * as v from 'valibot';
import type { DemandedField, IssueKind } from '../../ports/issues.ts';
import type { Jira } from './api.ts';

const Maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema));
const Id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

const WireKind = v.object({ id: Id, name: v.string(), subtask: v.optional(v.boolean(), false) });
const WireChoice = v.object({ id: Id, name: Maybe(v.string()), value: Maybe(v.string()) });
const WireField = v.object({
  fieldId: Maybe(v.string()),
  key: Maybe(v.string()),
  name: v.string(),
  required: v.boolean(),
  hasDefaultValue: v.optional(v.boolean(), false),
  schema: v.object({
    type: v.string(),
    items: Maybe(v.string()),
    system: Maybe(v.string()),
    custom: Maybe(v.string()),
  }),
  // What a field of people offers has no id of this form, and is not asked for here.
  allowedValues: v.fallback(Maybe(v.array(WireChoice)), undefined),
});
type WireField = v.InferOutput<typeof WireField>;

// The list has another name on Data Center, and two in Cloud's own description.
const Page = <Schema extends v.GenericSchema>(row: Schema) =>
  v.object({
    issueTypes: Maybe(v.array(row)),
    fields: Maybe(v.array(row)),
    results: Maybe(v.array(row)),
    values: Maybe(v.array(row)),
    total: Maybe(v.number()),
  });

// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-createmeta-projectidorkey-issuetypes-get
const MOST_A_PAGE = 200;

/** The kinds of issue that this account may file in a project; none when it may file nothing. Parts of others are left out. */
export async function listKinds(jira: Jira, project: string): Promise<{ id: string; name: string }[]> {
  const kinds = await listAll(jira, WireKind, `/issue/createmeta/${project}/issuetypes`);
  return kinds.filter(({ subtask }) => !subtask).map(({ id, name }) => ({ id, name }));
}

/** A kind's required fields beyond those that Allclear fills. */
export async function listDemanded(jira: Jira, project: string, kind: string): Promise<IssueKind['fields']> {
  const fields = await listAll(jira, WireField, `/issue/createmeta/${project}/issuetypes/${kind}`);
  return fields.filter(isDemanded).map(toDemanded);
}

async function listAll<Schema extends v.GenericSchema>(
  jira: Jira,
  row: Schema,
  path: string,
): Promise<v.InferOutput<Schema>[]> {
  const all: v.InferOutput<Schema>[] = [];
  for (;;) {
    const qs = { startAt: all.length, maxResults: MOST_A_PAGE };
    const page = await jira.ask(Page(row), path, (api) => jira.call(api, path, { qs }));
    const rows = page.issueTypes ?? page.fields ?? page.values ?? page.results ?? [];
    all.push(...rows);
    if (rows.length === 0 || all.length >= (page.total ?? 0)) return all;
  }
}

// The reporter becomes whoever files it.
const FILLED = ['project', 'issuetype', 'summary', 'description', 'labels', 'reporter'];

function isDemanded({ required, hasDefaultValue, schema }: WireField): boolean {
  return required && !hasDefaultValue && !FILLED.includes(schema.system ?? '');
}

function toDemanded(wire: WireField): DemandedField {
  const choices = (wire.allowedValues ?? []).flatMap(({ id, name, value }) => {
    const words = value ?? name;
    return words ? [{ id, name: words }] : [];
  });
  return {
    id: wire.fieldId ?? wire.key ?? '',
    name: wire.name,
    kind: toKind(wire, choices.length > 0),
    choices,
  };
}

const CHOSEN = ['option', 'priority', 'version', 'component', 'securitylevel'];

function toKind(
  { schema: { type, items, system, custom } }: WireField,
  hasChoices: boolean,
): DemandedField['kind'] {
  if (CHOSEN.includes(type) && hasChoices) return 'choice';
  if (type === 'array' && CHOSEN.includes(items ?? '') && hasChoices) return 'choices';
  if (type === 'number' || type === 'date') return type;
  if (type !== 'string') return 'other';
  return system === 'environment' || custom?.endsWith(':textarea') ? 'long text' : 'text';
}
