import type { User } from '../person.ts';
import type { NewTicket, PastUpdate } from '../story.ts';
import type { World } from '../world.ts';
import type { Company } from './company.ts';
import { customerNamed } from './customers.ts';
import { oldReply } from './oldReply.ts';
import type { SeedUpdate } from './record.ts';
import type { SeedReport } from './seedReport.ts';

const MINUTE = 60_000;

/** An incident as far as its reports' stories need it. */
export interface SeedIncident {
  id: number;
  updates: readonly SeedUpdate[];
  jira?: string;
}

/** A customer's ticket as it came in, and nothing more. */
export function plainStory(
  world: World,
  { support, tom, mara }: Company,
  seed: SeedReport,
  id: number,
): NewTicket {
  const customer = customerNamed(world, seed.name, seed.place, seed.organization);
  const at = world.clock.now() - seed.minutes * MINUTE;
  const taken = statusOf(seed);
  const agent = id % 2 ? tom : mara;
  return {
    id,
    subject: seed.subject,
    text: seed.text,
    requesterId: customer.id,
    channel: seed.channel ?? 'email',
    at,
    groupId: support.id,
    priority: 'normal',
    ...(taken === 'new'
      ? {}
      : { later: [{ at: at + 4 * MINUTE, by: agent.id, assigneeId: agent.id, ...outcome(seed, agent) }] }),
  };
}

const statusOf = ({ status, hold, pending, solved, closed }: SeedReport) =>
  status ?? (hold ? 'hold' : pending ? 'pending' : solved ? 'solved' : closed ? 'closed' : 'new');

function outcome(seed: SeedReport, agent: User): Partial<PastUpdate> {
  const status = statusOf(seed);
  const name = seed.name.split(' ')[0];
  if (status === 'pending')
    return {
      status,
      text: `Hello ${name}, thank you for writing. I’ve sent you a short question by e-mail. ${agent.name}`,
    };
  if (status === 'solved' || status === 'closed')
    return { status, text: `Hello ${name}, that is done. Have a good day! ${agent.name}` };
  return { status };
}

/** A report: how it came in, was attached, was told, and what became of it. */
export function reportStory(
  world: World,
  company: Company,
  seed: SeedReport,
  id: number,
  incident: SeedIncident,
  mergedInto: number | undefined,
): NewTicket {
  const { support, tom, mara } = company;
  const customer = customerNamed(world, seed.name, seed.place, seed.organization);
  const now = world.clock.now();
  const at = now - seed.minutes * MINUTE;
  const agent = id % 3 ? tom : mara;
  const attachedAt = Math.min(at + 5 * MINUTE, now - MINUTE);
  const told = tellings(incident, seed, customer, company, attachedAt);
  return {
    id,
    subject: seed.subject,
    text: seed.text,
    requesterId: customer.id,
    channel: seed.channel ?? 'email',
    at,
    groupId: support.id,
    priority: 'normal',
    later: [
      attachment(incident, agent, attachedAt, seed.status === 'new'),
      ...told,
      ...fate(seed, agent, Math.max(attachedAt, told.at(-1)?.at ?? 0) + 2 * MINUTE, mergedInto),
      ...(seed.answered ? [answered(now, seed.answered)] : []),
    ].sort((a, b) => a.at - b.at),
  };
}

function attachment(incident: SeedIncident, agent: User, at: number, isNew: boolean): PastUpdate {
  const was = { type: null, priority: 'normal' };
  return {
    at,
    by: agent.id,
    channel: 'api',
    type: 'incident',
    priority: 'urgent',
    tags: ['allclear_running', 'allclear_normal_to_urgent'],
    problemId: incident.id,
    custom: { allclear: { did: 'attach', incident: incident.id, was, set: 'urgent' } },
    ...(isNew ? {} : { assigneeId: agent.id, status: 'open' }),
    ...(incident.jira ? { fields: { allclear_jira: incident.jira } } : {}),
  };
}

// A report hears the updates posted after it came in, and the one that was the newest when it was attached.
function tellings(
  incident: SeedIncident,
  seed: SeedReport,
  customer: User,
  { mara }: Company,
  attachedAt: number,
): PastUpdate[] {
  const newest = incident.updates.at(-1)?.n ?? 0;
  const last = seed.told ?? newest;
  const current = incident.updates.findLast((update) => update.at <= attachedAt)?.n ?? 1;
  return incident.updates
    .filter(({ n }) => n <= last && n >= current)
    .map((update) => ({
      at: Math.max(update.at, attachedAt) + MINUTE,
      by: mara.id,
      channel: 'api',
      html: oldReply(customer, update),
      custom: { allclear: { did: 'told', incident: incident.id, n: update.n } },
      fields: { allclear_told: `${incident.id}/${update.n}`, allclear_stage: `allclear_${update.stage}` },
    }));
}

function fate(seed: SeedReport, agent: User, at: number, mergedInto: number | undefined): PastUpdate[] {
  if (mergedInto !== undefined) {
    const text = `This request was closed and merged into request #${mergedInto}.`;
    return [{ at, by: agent.id, status: 'closed', tags: ['closed_by_merge'], public: false, text }];
  }
  const status = statusOf(seed);
  return status === 'new' || status === 'open' ? [] : [{ at, by: agent.id, status }];
}

function answered(now: number, { minutes, text }: { minutes: number; text: string }): PastUpdate {
  return { at: now - minutes * MINUTE, text, status: 'open' };
}
