import { type AdfNode, adfOfText, isDocument, isSound, textOfAdf } from '../world/jira/adf.ts';
import type { Choice, IssueType, IssueValues, JiraProject, JiraUser } from '../world/jira/model.ts';
import { readCustom } from './readCustom.ts';
import { badFields } from './refusal.ts';
import { isObject, type JiraRequest, type JsonObject, may } from './route.ts';

// https://support.atlassian.com/jira-cloud-administration/docs/configure-advanced-settings/ (character limit)
const MOST_CHARACTERS = 32_767;
const LONGEST_SUMMARY = 255;

/** Complaints by field, as Jira collects them before it refuses. */
export type Complaints = Record<string, string>;
type Change = { -readonly [K in keyof IssueValues]?: IssueValues[K] };

/** Reads fields somebody sets on an issue; refuses all of them with a complaint for each that is wrong. */
export function readFields(
  request: JiraRequest,
  raw: JsonObject,
  screen: { project: JiraProject; type: IssueType },
  already: Complaints = {},
): Change {
  const complaints: Complaints = { ...already };
  const change: Change = {};
  const custom = new Map<string, unknown>();
  for (const [name, value] of Object.entries(raw)) {
    if (name === 'project' || name === 'issuetype') continue;
    const complain = (text: string) => {
      complaints[name] = text;
    };
    if (name.startsWith('customfield_')) readCustom(request, screen.type, name, value, custom, complain);
    else if (!readSystem(request, screen.project, name, value, change, complain))
      complain(`Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`);
  }
  if (Object.keys(complaints).length) throw badFields(complaints);
  if (custom.size) change.fields = custom;
  return change;
}

function readSystem(
  request: JiraRequest,
  project: JiraProject,
  name: string,
  value: unknown,
  change: Change,
  complain: (text: string) => void,
): boolean {
  const { jira } = request.world;
  switch (name) {
    case 'summary':
      change.summary = readSummary(value, complain);
      return true;
    case 'description':
      change.description = readRich(request, value, complain);
      return true;
    case 'labels':
      change.labels = readLabels(value, complain);
      return true;
    case 'priority': {
      const found = chosen(jira.priorities, value);
      if (found) change.priority = found.name;
      else complain('The priority selected is invalid.');
      return true;
    }
    case 'duedate':
      if (!request.world.settings.jira.dueOnScreen) return false;
      change.due = readDay(value, complain);
      return true;
    case 'components':
      change.components = readComponents(project, value, complain);
      return true;
    case 'assignee':
      if (!may(request, 'ASSIGN_ISSUES', project)) return false;
      change.assignee = readUser(request, value, complain);
      return true;
    case 'reporter': {
      if (!may(request, 'MODIFY_REPORTER', project)) return false;
      const reporter = readUser(request, value, complain);
      if (reporter) change.reporter = reporter;
      return true;
    }
    default:
      return false;
  }
}

function readDay(value: unknown, complain: (text: string) => void): string | null {
  if (value === null || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))) return value;
  complain('Operation value must be a string in the format yyyy-MM-dd');
  return null;
}

function readSummary(value: unknown, complain: (text: string) => void): string {
  const text = typeof value === 'string' ? value : '';
  if (typeof value !== 'string' && value !== null) complain('Operation value must be a string');
  else if (!text.trim()) complain('You must specify a summary of the issue.');
  else if (/[\r\n]/.test(text)) complain('The summary is invalid because it contains newline characters.');
  else if (text.length > LONGEST_SUMMARY)
    complain(`Summary must be less than ${LONGEST_SUMMARY} characters.`);
  return text.trim();
}

/** Text of version 2, or a document of version 3. */
export function readRich(
  { version }: JiraRequest,
  value: unknown,
  complain: (text: string) => void,
): AdfNode | null {
  if (value === null) return null;
  if (version === 2) {
    if (typeof value !== 'string') {
      complain('Operation value must be a string');
      return null;
    }
    if (value.length > MOST_CHARACTERS) complain(TOO_LONG);
    return adfOfText(value);
  }
  if (!isDocument(value)) {
    complain('Operation value must be an Atlassian Document (see the Atlassian Document Format)');
    return null;
  }
  if (!isSound(value)) complain('INVALID_INPUT');
  else if (textOfAdf(value).length > MOST_CHARACTERS) complain(TOO_LONG);
  return value;
}

const TOO_LONG = 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.';

export function readLabels(value: unknown, complain: (text: string) => void): string[] {
  if (!Array.isArray(value) || !value.every((label) => typeof label === 'string')) {
    complain('data was not an array of strings');
    return [];
  }
  const labels: string[] = [...new Set(value as string[])];
  const spaced = labels.find((label) => /\s/.test(label));
  if (spaced !== undefined) complain(`The label '${spaced}' contains spaces which is invalid.`);
  if (labels.some((label) => label.length > 255)) complain('The label is too long (255 characters at most).');
  return labels;
}

function readComponents(
  { components }: JiraProject,
  value: unknown,
  complain: (text: string) => void,
): string[] {
  const found = Array.isArray(value) ? value.map((each) => chosen(components, each)) : [undefined];
  if (found.includes(undefined)) complain('Component name is not valid');
  return found.flatMap((component) => (component ? [component.id] : []));
}

export function readUser(
  { world, isCloud }: JiraRequest,
  value: unknown,
  complain: (text: string) => void,
): JiraUser | null {
  if (value === null) return null;
  const named = isObject(value) ? (isCloud ? (value.accountId ?? value.id) : value.name) : undefined;
  if (named === null) return null;
  const found = [...world.jira.users.values()].find(
    (user) => (isCloud ? user.accountId : user.name) === named,
  );
  if (!found) complain(`User '${String(named)}' cannot be assigned issues.`);
  return found ?? null;
}

/** `{id}` or `{name}`, as Jira takes them. */
export function chosen<T extends Choice>(choices: readonly T[], value: unknown): T | undefined {
  if (!isObject(value)) return undefined;
  return choices.find(({ id, name }) =>
    value.id === undefined ? name === value.name : id === String(value.id),
  );
}
