import type { Macro } from '../account.ts';
import type { NewJiraIssue } from '../jira/jira.ts';
import type { User } from '../person.ts';
import type { Ticket } from '../ticket.ts';
import type { World } from '../world.ts';
import { type Company, seedCompany } from './company.ts';
import { incidentFields, type SeedRecord, type SeedUpdate, type Stage, updateMark } from './record.ts';

const MINUTE = 60_000;

export interface SmallOutage extends Company {
  incident: Ticket;
  reports: Ticket[];
  customers: User[];
}

export interface SmallOutageOptions {
  reports?: number;
  /** The newest update, and what the reports were told; by default nobody was told anything yet. */
  update?: number;
  told?: number;
  stage?: Stage;
  subject?: string;
  symptoms?: string;
  status?: 'open' | 'pending' | 'hold';
  /** The issue on which Engineering works; it is `PAY-123`, and in Jira, where this says how it stands. */
  issue?: Pick<NewJiraIssue, 'status' | 'resolution' | 'assignee' | 'since'>;
}

/** Small builders for unit tests: the company, one incident and as many reports as asked for. */
export function smallOutage(world: World, options: SmallOutageOptions = {}): SmallOutage {
  const company = seedCompany(world);
  const incident = addIncident(world, company, options);
  const customers: User[] = [];
  const reports: Ticket[] = [];
  for (let i = 0; i < (options.reports ?? 3); i++) {
    const customer = addCustomer(world, i);
    customers.push(customer);
    reports.push(addReport(world, company, incident, customer, options));
  }
  return { ...company, incident, reports, customers };
}

/** An incident so large that lists of it have to mind their size: most were told its update 3, some are behind or closed. */
export function manyReports(world: World, count: number): SmallOutage {
  const company = seedCompany(world);
  const incident = addIncident(world, company, { update: 3, stage: 'identified' });
  const customers: User[] = [];
  const reports: Ticket[] = [];
  for (let i = 0; i < count; i++) {
    const customer = addCustomer(world, i);
    const report = addReport(world, company, incident, customer, { told: i % 5 === 0 ? 2 : 3 });
    if (i % 50 === 0) world.closeTicket(report.id);
    customers.push(customer);
    reports.push(report);
  }
  return { ...company, incident, reports, customers };
}

/** An incident with its record, as the app would have left it. */
export function addIncident(
  world: World,
  { mara, support }: Company,
  options: SmallOutageOptions = {},
): Ticket {
  const now = world.clock.now();
  const n = options.update ?? 1;
  const update: SeedUpdate = {
    n,
    stage: options.stage ?? 'investigating',
    symptoms: options.symptoms ?? 'Donors press Give and see “Something went wrong”.',
    at: now - 18 * MINUTE,
    next: now + 12 * MINUTE,
  };
  const by = { id: mara.id, name: mara.name };
  const jira = options.issue && { id: '10123', key: 'PAY-123' };
  if (jira)
    world.jira.addIssue({
      ...jira,
      summary: 'Donation form answers 502',
      at: now - 50 * MINUTE,
      ...options.issue,
    });
  const record: SeedRecord = { severity: 2, startedAt: now - 60 * MINUTE, update, by, ...(jira && { jira }) };
  return world.addTicket({
    subject: options.subject ?? 'Donation form returns error 502',
    text: 'Monitoring reports errors on the donation form.',
    requesterId: mara.id,
    channel: 'web',
    public: false,
    at: now - 60 * MINUTE,
    type: 'problem',
    priority: 'urgent',
    assigneeId: mara.id,
    groupId: support.id,
    tags: ['allclear_incident'],
    later: [
      {
        at: update.at,
        by: mara.id,
        text: `Update ${n}: ${update.symptoms}`,
        public: false,
        channel: 'api',
        custom: updateMark(update),
        fields: incidentFields(record),
      },
    ],
  });
}

export function addReport(
  world: World,
  { support }: Company,
  incident: Ticket,
  customer: User,
  { told, stage, status }: SmallOutageOptions = {},
): Ticket {
  return world.addTicket({
    subject: 'I cannot donate',
    text: 'The donation page says that something went wrong.',
    requesterId: customer.id,
    at: world.clock.now() - 40 * MINUTE,
    type: 'incident',
    priority: 'urgent',
    status: status ?? 'open',
    groupId: support.id,
    problemId: incident.id,
    ...(told === undefined
      ? {}
      : {
          fields: {
            allclear_told: `${incident.id}/${told}`,
            allclear_stage: `allclear_${stage ?? 'investigating'}`,
          },
        }),
  });
}

const PLACES = [
  ['en-US', 'Eastern Time (US & Canada)', 'America/New_York'],
  ['es', 'Madrid', 'Europe/Madrid'],
  ['fr', 'Paris', 'Europe/Paris'],
] as const;

/** A customer; languages and time zones take turns. */
export function addCustomer(world: World, index: number): User {
  const [locale, timeZone, ianaTimeZone] = PLACES[index % PLACES.length] ?? PLACES[0];
  return world.addUser({ name: `Customer ${index + 1}`, locale, timeZone, ianaTimeZone });
}

/** A macro of the admin's that replaces one of the app's texts: `Allclear::Identified`. */
export function addAllclearMacro(world: World, stage: string, text: string): Macro {
  return world.addMacro({
    title: `Allclear::${stage}`,
    actions: [
      { field: 'comment_value_html', value: text },
      { field: 'comment_mode_is_public', value: 'true' },
    ],
  });
}
