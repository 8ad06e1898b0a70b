import type { World } from '../world.ts';
import { addIssue } from './addIssue.ts';
import { adfOfText } from './adf.ts';
import { keepIssue, moveIssue, removeIssue, takeTransition, tell, transitionsOf } from './changeIssue.ts';
import type { Jira } from './jira.ts';
import type { JiraProject, Permission } from './model.ts';

// Far from Zendesk's, so that no id is mistaken for another; what is seeded has lower ones.
const FIRST_IDS = { issue: 10_500, comment: 20_100, link: 30_001, other: 40_001 };

/** A Jira in which nothing is there yet, beside a world that is still being made. */
export function createJira(getWorld: () => World): Jira {
  const next = { ...FIRST_IDS };
  const jira: Jira = {
    users: new Map(),
    accounts: [],
    projects: new Map(),
    fields: new Map(),
    priorities: named(['Highest', 'High', 'Medium', 'Low', 'Lowest'], 1),
    resolutions: named(['Done', "Won't Do", 'Duplicate', 'Cannot Reproduce'], 10_000),
    issues: new Map(),
    keys: new Map(),
    nextId: (kind) => next[kind]++,
    get account() {
      return this.accounts[0] ?? missing('account', 'in its settings');
    },
    find: (idOrKey) => jira.issues.get(jira.keys.get(idOrKey.toUpperCase()) ?? idOrKey),
    issue: (idOrKey) => jira.find(idOrKey) ?? missing('issue', idOrKey),
    project: (key) => jira.projects.get(key) ?? missing('project', key),
    user: (name) =>
      [...jira.users.values()].find((user) => user.displayName === name || user.accountId === name) ??
      missing('user', name),

    addUser(user) {
      const name = user.displayName.toLowerCase().replace(/[^a-z]+/g, '.');
      const accountId = `70121:${String(jira.users.size + 1).padStart(4, '0')}`;
      const complete = { accountId, name, email: `${name}@harborgifts.example`, active: true, ...user };
      jira.users.set(complete.accountId, complete);
      return complete;
    },
    addAccount(account) {
      const complete = {
        tokenKind: 'scoped' as const,
        scopes: new Set(['read:jira-work', 'write:jira-work', 'read:jira-user']),
        expired: false,
        permissions: new Set(LEAST),
        permissionsIn: new Map(),
        ...account,
      };
      jira.accounts.push(complete);
      return complete;
    },
    addProject(project) {
      const complete: JiraProject = {
        id: String(jira.nextId('other')),
        types: [],
        transitions: [],
        components: [],
        isServiceDesk: false,
        nextNumber: 1,
        ...project,
      };
      jira.projects.set(complete.key, complete);
      return complete;
    },
    addField({ on = {}, options = [], default: fallback, ...field }) {
      const id = field.id ?? `customfield_${jira.nextId('other')}`;
      const choices = options.map((name) => ({ id: String(jira.nextId('other')), name }));
      const complete = { ...field, id, options: choices };
      jira.fields.set(id, complete);
      const chosen = choices.find(({ name }) => name === fallback);
      for (const type of [...jira.projects.values()].flatMap(({ types }) => types))
        if (on[type.name])
          type.fields.push({
            fieldId: id,
            required: on[type.name] === 'required',
            ...(fallback === undefined
              ? {}
              : { default: chosen ? { id: chosen.id, value: chosen.name } : fallback }),
          });
      return complete;
    },
    addIssue: (issue) => addIssue(getWorld(), issue),

    edit: (idOrKey, values) => keepIssue(getWorld(), jira.issue(idOrKey), values),
    transition(idOrKey, name, { resolution } = {}) {
      const issue = jira.issue(idOrKey);
      const found = transitionsOf(issue).find((one) => one.name === name || one.to === name);
      if (!found)
        throw new Error(`${issue.values.key} has no transition "${name}" from ${issue.values.status.name}.`);
      const chosen = resolution ?? (found.asksResolution ? 'Done' : undefined);
      takeTransition(getWorld(), issue, found, chosen === undefined ? {} : { resolution: chosen });
    },
    assign(idOrKey, displayName) {
      const assignee = displayName === null ? null : jira.user(displayName);
      keepIssue(getWorld(), jira.issue(idOrKey), { assignee });
    },
    move: (idOrKey, projectKey) => moveIssue(getWorld(), jira.issue(idOrKey), jira.project(projectKey)),
    remove: (idOrKey) => removeIssue(getWorld(), jira.issue(idOrKey)),
    comment(idOrKey, displayName, text, { internal = false } = {}) {
      const issue = jira.issue(idOrKey);
      const author = jira.user(displayName);
      const at = getWorld().clock.now();
      issue.comments.push({
        id: String(jira.nextId('comment')),
        author,
        updateAuthor: author,
        body: adfOfText(text),
        createdAt: at,
        updatedAt: at,
        jsdPublic: !internal,
        visibility: null,
        properties: [],
      });
      keepIssue(getWorld(), issue);
    },
    changeLink(idOrKey, linkId, change) {
      const { id, links } = jira.issue(idOrKey);
      const index = links.findIndex((link) => link.id === linkId);
      const link = links[index] ?? missing('remote link', String(linkId));
      if (change) Object.assign(link.object, change);
      else links.splice(index, 1);
      tell(getWorld(), id);
    },
  };
  return jira;
}

/** What the app needs and no more. */
const LEAST: Permission[] = [
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'LINK_ISSUES',
  'ADD_COMMENTS',
  'EDIT_OWN_COMMENTS',
  'DELETE_OWN_COMMENTS',
  'TRANSITION_ISSUES',
  'ASSIGN_ISSUES',
];

const named = (names: readonly string[], first: number) =>
  names.map((name, index) => ({ id: String(first + index), name }));

function missing(what: string, name: string): never {
  throw new Error(`The world's Jira has no ${what} ${name}.`);
}
