import type { AdfNode } from '../world/jira/adf.ts';
import { textOfAdf } from '../world/jira/adf.ts';
import type { Choice, IssueType, JiraProject, JiraUser, Status } from '../world/jira/model.ts';
import type { JiraRequest } from './route.ts';

/** Jira's times have milliseconds and the zone as an offset. */
export const stamp = (ms: number) => new Date(ms).toISOString().replace('Z', '+0000');
export const stampOrNull = (ms: number | null) => (ms === null ? null : stamp(ms));

/** Version 3 writes documents, version 2 text. */
export const rich = ({ version }: JiraRequest, doc: AdfNode | null) =>
  version === 3 || doc === null ? doc : textOfAdf(doc);

const SIZES = ['16x16', '24x24', '32x32', '48x48'];

function avatars({ base }: JiraRequest, id: string) {
  const host = new URL(base).origin;
  return Object.fromEntries(SIZES.map((size) => [size, `${host}/avatars/${encodeURIComponent(id)}/${size}`]));
}

export function wireUser(request: JiraRequest, user: JiraUser) {
  const { base, isCloud } = request;
  const common = {
    avatarUrls: avatars(request, user.accountId),
    displayName: user.displayName,
    active: user.active,
    timeZone: 'Europe/London',
  };
  if (!isCloud)
    return {
      ...common,
      self: `${base}/user?username=${user.name}`,
      name: user.name,
      key: user.name,
      emailAddress: user.email,
    };
  const self = `${base}/user?accountId=${encodeURIComponent(user.accountId)}`;
  return { ...common, self, accountId: user.accountId, accountType: 'atlassian' };
}

const CATEGORIES = {
  new: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
};

export function wireStatus({ base }: JiraRequest, { id, name, category }: Status) {
  const statusCategory = CATEGORIES[category];
  return {
    self: `${base}/status/${id}`,
    description: '',
    iconUrl: `${new URL(base).origin}/images/icons/statuses/generic.png`,
    name,
    id,
    statusCategory: { self: `${base}/statuscategory/${statusCategory.id}`, ...statusCategory },
  };
}

export function wireType({ base }: JiraRequest, { id, name, description, subtask }: IssueType) {
  const iconUrl = `${new URL(base).origin}/images/icons/issuetypes/${name.toLowerCase()}.svg`;
  return { self: `${base}/issuetype/${id}`, id, description, iconUrl, name, subtask };
}

export function wireProject(request: JiraRequest, project: JiraProject) {
  return {
    self: `${request.base}/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: project.isServiceDesk ? 'service_desk' : 'software',
    simplified: false,
    avatarUrls: avatars(request, project.key),
  };
}

export const wireChoice = ({ base }: JiraRequest, kind: string, { id, name }: Choice) => ({
  self: `${base}/${kind}/${id}`,
  id,
  name,
});
