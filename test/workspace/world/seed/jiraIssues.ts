import type { World } from '../world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What is in Jira while the outage runs: the issues of the incidents, and others that look like them. */
export function seedJiraIssues(world: World, startedAt: number): void {
  const { jira } = world;
  const now = world.clock.now();
  jira.addIssue({
    id: '9871',
    key: 'PAY-97',
    summary: 'Apple Pay button missing in Safari on iOS',
    status: 'Done',
    resolution: 'Done',
    resolvedAt: now - 41 * DAY + 95 * MINUTE,
    assignee: 'Priya Raman',
    reporter: 'Jonas Weber',
    at: now - 41 * DAY,
    since: now - 41 * DAY + 95 * MINUTE,
  });
  jira.addIssue({
    id: '10034',
    key: 'WEB-412',
    project: 'WEB',
    summary: 'Admins land on the sign-in page again after the code',
    status: 'Done',
    resolution: 'Done',
    resolvedAt: now - 12 * DAY + 95 * MINUTE,
    assignee: 'Jonas Weber',
    reporter: 'Jonas Weber',
    at: now - 12 * DAY,
    since: now - 12 * DAY + 95 * MINUTE,
  });
  jira.addIssue({
    id: '10098',
    key: 'PAY-119',
    summary: 'Receipt mails queue up behind the newsletter',
    status: 'In Review',
    assignee: 'Priya Raman',
    reporter: 'Priya Raman',
    description: 'Receipts share a queue with the newsletter.\n\nGive them a queue of their own.',
    at: now - 14 * 60 * MINUTE,
    since: now - 6 * 60 * MINUTE,
  });
  jira.addIssue({
    id: '10119',
    key: 'PAY-121',
    summary: 'Refund e-mail names the wrong charity',
    at: now - 5 * DAY,
    reporter: 'Sam Osei',
  });
  const outage = jira.addIssue({
    id: '10123',
    key: 'PAY-123',
    type: 'Incident',
    summary: 'Donation form returns error 502',
    description:
      'Submit on the donation form answers 502 for nine out of ten requests since the morning release.\n\nNo charges were made for failed attempts.',
    status: 'In Progress',
    priority: 'Highest',
    assignee: 'Sam Osei',
    labels: ['checkout'],
    components: ['10010', '10011'],
    fields: new Map([['customfield_10041', severity(world, 'Sev 2')]]),
    at: startedAt + 5 * MINUTE,
    since: startedAt + 8 * MINUTE,
  });
  // A person has pasted it in; it is none of ours.
  outage.links.push({
    id: jira.nextId('link'),
    globalId: null,
    application: null,
    relationship: null,
    object: {
      url: 'https://monitoring.harborgifts.example/d/donation-form',
      title: 'Error rate of the donation form',
      summary: null,
      icon: null,
      status: null,
    },
  });
  outage.updatedAt = now - 31 * MINUTE;
  const sam = jira.user('Sam Osei');
  const comment =
    'The connection pool of the payments service is exhausted. Rolling back this morning’s release.';
  outage.comments.push({
    id: String(jira.nextId('comment')),
    author: sam,
    updateAuthor: sam,
    body: {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: comment }] }],
    },
    createdAt: now - 31 * MINUTE,
    updatedAt: now - 31 * MINUTE,
    jsdPublic: true,
    visibility: null,
    properties: [],
  });
}

function severity(world: World, name: string) {
  const option = world.jira.fields.get('customfield_10041')?.options.find((one) => one.name === name);
  return option && { value: option.name, id: option.id };
}
