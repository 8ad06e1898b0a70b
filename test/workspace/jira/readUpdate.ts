import type { JiraIssue } from '../world/jira/model.ts';
import { badFields, badRequest } from './refusal.ts';
import { isObject, type JiraRequest, type JsonObject } from './route.ts';

/** The operations of `update`, as the values they lead to: `{labels: [{add: 'x'}]}` on `['y']` is `['y', 'x']`. */
export function readUpdate(
  _: JiraRequest,
  { update = {} }: JsonObject,
  fields: JsonObject,
  issue: JiraIssue | undefined,
): JsonObject {
  if (!isObject(update)) throw badRequest('update must be an object');
  const values: JsonObject = {};
  for (const [name, operations] of Object.entries(update)) {
    if (name in fields)
      throw badFields({ [name]: `Field '${name}' cannot be in both 'fields' and 'update'` });
    if (!Array.isArray(operations)) throw badFields({ [name]: 'Operations must be a list' });
    let value: unknown = name === 'labels' ? [...(issue?.values.labels ?? [])] : undefined;
    for (const operation of operations) value = applied(name, value, operation);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function applied(name: string, value: unknown, operation: unknown): unknown {
  if (isObject(operation) && 'set' in operation) return operation.set;
  if (isObject(operation) && Array.isArray(value)) {
    if ('add' in operation) return [...value, operation.add];
    if ('remove' in operation) return value.filter((each) => each !== operation.remove);
  }
  throw badFields({ [name]: `Field '${name}' does not support this operation` });
}
