import type { JiraProject, JiraUser, Status, Transition } from '../jira/model.ts';
import type { World } from '../world.ts';

/** The Jira of Harbor Gifts' engineers: people, projects, workflows, the account that Allclear uses. No issues. */
export function seedJiraSite(world: World): { sam: JiraUser; allclear: JiraUser } {
  const { jira } = world;
  const sam = jira.addUser({ displayName: 'Sam Osei' });
  jira.addUser({ displayName: 'Priya Raman' });
  jira.addUser({ displayName: 'Jonas Weber' });
  const allclear = jira.addUser({ displayName: 'Allclear', email: 'incidents@harborgifts.example' });
  jira.addAccount({ user: allclear, token: 'workspace-jira-token' });
  jira.addProject({
    id: '10000',
    key: 'PAY',
    name: 'Payments',
    types: issueTypes(10_001, ['Bug', 'Incident']),
    statuses: ENGLISH,
    transitions: WITH_RESOLUTION,
    components: [
      { id: '10010', name: 'Donation form' },
      { id: '10011', name: 'Payments service' },
    ],
    nextNumber: 124,
  });
  jira.addProject({
    id: '10100',
    key: 'OPS',
    name: 'Operations',
    types: issueTypes(10_101, ['Incident', 'Task']),
    statuses: GERMAN,
    transitions: ANY_TO_ANY,
    isServiceDesk: true,
    nextNumber: 31,
  });
  jira.addProject({
    id: '10200',
    key: 'WEB',
    name: 'Website',
    types: issueTypes(10_201, ['Bug', 'Task']),
    statuses: ENGLISH,
    transitions: WITH_RESOLUTION,
    nextNumber: 413,
  });
  jira.addField({
    id: 'customfield_10041',
    name: 'Severity',
    kind: 'select',
    options: ['Sev 1', 'Sev 2', 'Sev 3'],
    on: { Incident: 'required' },
  });
  jira.addField({
    id: 'customfield_10042',
    name: 'Affected release',
    kind: 'textfield',
    on: { Bug: 'optional' },
  });
  return { sam, allclear };
}

function issueTypes(firstId: number, names: readonly string[]): JiraProject['types'] {
  return names.map((name, index) => ({
    id: String(firstId + index),
    name,
    description: name === 'Incident' ? 'Customers notice it.' : '',
    subtask: false,
    fields: [],
  }));
}

const ENGLISH: Status[] = [
  { id: '10300', name: 'To Do', category: 'new' },
  { id: '3', name: 'In Progress', category: 'indeterminate' },
  { id: '10301', name: 'In Review', category: 'indeterminate' },
  { id: '10302', name: 'Done', category: 'done' },
];

const WITH_RESOLUTION: Transition[] = [
  { id: '11', name: 'Start progress', from: ['To Do'], to: 'In Progress' },
  { id: '21', name: 'Ask for review', from: ['In Progress'], to: 'In Review' },
  { id: '31', name: 'Resolve', from: ['In Progress', 'In Review'], to: 'Done', asksResolution: true },
  { id: '41', name: 'Stop progress', from: ['In Progress', 'In Review'], to: 'To Do' },
  { id: '51', name: 'Reopen', from: ['Done'], to: 'In Progress', setsResolution: null },
];

// A team that works in German: what a status is called says nothing about what it means.
const GERMAN: Status[] = [
  { id: '10310', name: 'Offen', category: 'new' },
  { id: '10311', name: 'In Arbeit', category: 'indeterminate' },
  { id: '10312', name: 'Erledigt', category: 'done' },
];

const ANY_TO_ANY: Transition[] = [
  { id: '61', name: 'Offen', to: 'Offen', setsResolution: null },
  { id: '71', name: 'In Arbeit', to: 'In Arbeit', setsResolution: null },
  { id: '81', name: 'Erledigt', to: 'Erledigt', setsResolution: 'Done' },
];
