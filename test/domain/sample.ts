import type { Incident } from '../../src/domain/incident.ts';
import type { ReplyFacts, ReplyWords } from '../../src/domain/reply.ts';
import type { Ticket } from '../../src/domain/ticket.ts';

export const NOW = new Date('2026-11-23T11:26:00Z');

/** An ordinary ticket about donations; say what is different. */
export function sampleTicket(different: Partial<Ticket> = {}): Ticket {
  return {
    id: 201,
    subject: 'I cannot donate',
    description: 'The donation page says that something went wrong.',
    status: 'open',
    type: undefined,
    priority: 'normal',
    problemId: undefined,
    requesterId: 500_001,
    assigneeId: undefined,
    brandId: 360_001,
    tags: [],
    channel: 'email',
    isMessaging: false,
    createdAt: '2026-11-23T10:40:00Z',
    updatedAt: '2026-11-23T10:45:00Z',
    fields: {},
    linked: undefined,
    ...different,
  };
}

/** The problem ticket of an incident; `record` is what its machine's record holds. */
export function sampleProblem(record?: unknown, different: Partial<Ticket> = {}): Ticket {
  return sampleTicket({
    id: 100,
    subject: 'Donation form returns error 502',
    type: 'problem',
    priority: 'urgent',
    tags: ['allclear_incident'],
    fields: record === undefined ? {} : { allclear_record: JSON.stringify(record) },
    ...different,
  });
}

export const SAMPLE_RECORD = {
  v: 1,
  severity: 1,
  startedAt: '2026-11-23T10:26:00.000Z',
  update: {
    n: 3,
    stage: 'identified',
    symptoms: 'Donors press Give and see an error.',
    eta: { text: '12:30 UTC', at: '2026-11-23T12:30:00.000Z', by: 'Sam Osei (Engineering)' },
    next: '2026-11-23T11:38:00.000Z',
    at: '2026-11-23T11:08:00.000Z',
    by: { id: 400_001, name: 'Mara Lind' },
    extra: '',
  },
  jira: { id: '10123', key: 'PAY-123' },
  receipts: [],
};

export function sampleIncident(different: Partial<Incident> = {}): Incident {
  return {
    id: 100,
    title: 'Donation form returns error 502',
    isOver: false,
    startedAt: '2026-11-23T10:26:00.000Z',
    severity: 2,
    receipts: [],
    update: {
      n: 3,
      stage: 'identified',
      symptoms: 'Donors press Give and see an error.',
      next: '2026-11-23T11:38:00.000Z',
      at: '2026-11-23T11:08:00.000Z',
      by: { id: 400_001, name: 'Mara Lind' },
    },
    stage: 'identified',
    symptoms: 'Donors press Give and see an error.',
    next: '2026-11-23T11:38:00.000Z',
    updatedAt: '2026-11-23T11:08:00Z',
    ...different,
  };
}

export const SAMPLE_WORDS: ReplyWords = {
  today: 'today at {time}',
  zone: '{city} time',
  noNews: 'Nothing has changed.',
  drill: 'Drill: this is an exercise.',
  etaPassed: 'The time has passed.',
  etaMoved: 'The time could not be kept.',
  stages: {
    investigating: 'Investigating',
    identified: 'Identified',
    monitoring: 'Monitoring',
    resolved: 'Resolved',
  },
};

export function sampleFacts(different: Partial<ReplyFacts> = {}): ReplyFacts {
  return {
    incident: sampleIncident(),
    ticket: { id: 201, subject: 'I cannot donate' },
    customer: { name: 'Ana Torres', locale: 'en-US', timeZone: 'Europe/Madrid' },
    agent: { name: 'Mara Lind' },
    brand: { name: 'Harbor Gifts' },
    now: NOW,
    ...different,
  };
}
