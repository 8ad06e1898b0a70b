import type { User } from '../person.ts';
import type { NewTicket } from '../story.ts';
import type { Company } from './company.ts';
import { incidentFields, type SeedRecord, type SeedUpdate, updateMark } from './record.ts';

export interface IncidentSeed {
  subject: string;
  text: string;
  startedAt: number;
  severity: 1 | 2 | 3;
  updates: readonly SeedUpdate[];
  jira?: { id: string; key: string };
  slack?: SeedRecord['slack'];
  /** Internal notes between the updates. */
  notes?: readonly { at: number; by: User; text: string }[];
}

/** An incident of ours with its history: declared, and one audit for each update. */
export function incidentStory({ mara, support }: Company, seed: IncidentSeed, id: number): NewTicket {
  const by = { id: mara.id, name: mara.name };
  const { severity, startedAt, jira, slack } = seed;
  return {
    id,
    subject: seed.subject,
    text: seed.text,
    requesterId: mara.id,
    channel: 'web',
    public: false,
    at: startedAt + 3 * 60_000,
    type: 'problem',
    priority: 'urgent',
    assigneeId: mara.id,
    groupId: support.id,
    tags: ['allclear_incident'],
    custom: { allclear: { did: 'declare' } },
    ...(jira ? { jiraIssueIds: [jira.id] } : {}),
    later: [
      ...seed.updates.map((update) => {
        const places = { ...(jira ? { jira } : {}), ...(slack ? { slack } : {}) };
        const record: SeedRecord = { severity, startedAt, update, by, ...places };
        return {
          at: update.at,
          by: mara.id,
          channel: 'api',
          public: false,
          text: `Update ${update.n} (${update.stage}): ${update.symptoms}`,
          custom: updateMark(update),
          fields: incidentFields(record),
          ...(update.stage === 'resolved' ? { status: 'solved' as const } : {}),
        };
      }),
      ...(seed.notes ?? []).map(({ at, by: author, text }) => ({ at, by: author.id, text, public: false })),
    ].sort((a, b) => a.at - b.at),
  };
}
