import type { IssueType, JiraField } from '../world/jira/model.ts';
import { readRich, readUser } from './readFields.ts';
import { isObject, type JiraRequest } from './route.ts';
import { wireUser } from './wire.ts';

/** Reads a custom field into `custom`, as version 3 will write it; complains as Jira does. */
export function readCustom(
  request: JiraRequest,
  type: IssueType,
  id: string,
  value: unknown,
  custom: Map<string, unknown>,
  complain: (text: string) => void,
): void {
  const field = request.world.jira.fields.get(id);
  const onScreen = type.fields.find(({ fieldId }) => fieldId === id);
  if (!field || !onScreen)
    complain(`Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`);
  else if (value === null || value === '') {
    if (onScreen.required) complain(`${field.name} is required.`);
    else custom.set(id, null);
  } else custom.set(id, read(request, field, value, complain));
}

function read(
  request: JiraRequest,
  field: JiraField,
  value: unknown,
  complain: (text: string) => void,
): unknown {
  switch (field.kind) {
    case 'textfield':
      if (typeof value !== 'string') complain('Operation value must be a string');
      else if (value.length > 255)
        complain('The entered text is too long. It exceeds the allowed limit of 255 characters.');
      return value;
    case 'textarea':
      return readRich(request, value, complain);
    case 'float':
      if (typeof value !== 'number') complain('Operation value must be a number');
      return value;
    case 'datepicker':
      if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(Date.parse(value)))
        complain(`Error parsing date string: ${String(value)}`);
      return value;
    case 'select':
      return option(request, field, value, complain);
    case 'multiselect':
      if (Array.isArray(value)) return value.map((each) => option(request, field, each, complain));
      complain('data was not an array');
      return null;
    case 'userpicker': {
      const user = readUser(request, value, complain);
      return user ? wireUser(request, user) : null;
    }
    case 'cascadingselect': {
      const chosen = option(request, field, value, complain);
      return chosen && isObject(value) && value.child ? { ...chosen, child: value.child } : chosen;
    }
  }
}

function option({ base }: JiraRequest, field: JiraField, value: unknown, complain: (text: string) => void) {
  const wanted = isObject(value) ? value : {};
  const found = field.options.find(({ id, name }) =>
    wanted.id === undefined ? name === wanted.value : id === String(wanted.id),
  );
  if (found) return { self: `${base}/customFieldOption/${found.id}`, value: found.name, id: found.id };
  if (wanted.id !== undefined) complain(`Option id '${String(wanted.id)}' is not valid`);
  else if (wanted.value !== undefined) complain(`Option value '${String(wanted.value)}' is not valid`);
  else complain(`Specify a valid 'id' or 'name' for ${field.name}`);
  return null;
}
