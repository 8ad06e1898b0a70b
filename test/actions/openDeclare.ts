import type { DeclareTry } from '../../src/actions/declareIncident.ts';
import type { DeclareDraft } from '../../src/domain/declareDraft.ts';
import { readRecord } from '../../src/domain/record.ts';
import { openAgent } from '../simulation/openAgent.ts';
import { APP_SETTINGS } from '../workspace/appSettings.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { addCustomer } from '../workspace/world/seed/build.ts';
import { seedCompany } from '../workspace/world/seed/company.ts';
import { seedJiraSite } from '../workspace/world/seed/jiraSite.ts';
import type { WorldSettings } from '../workspace/world/settings.ts';
import type { NewTicket } from '../workspace/world/story.ts';
import type { Audit } from '../workspace/world/ticket.ts';

export interface DeclareWanted {
  tickets?: number;
  /** False: the account has no Jira. */
  jira?: boolean;
  settings?: Partial<WorldSettings>;
}

const MINUTE = 60_000;

/** Customers who write about the same, nothing declared yet, and agents who may. */
export function openDeclare({ tickets = 4, jira = true, settings = {} }: DeclareWanted = {}) {
  const time = virtualClock();
  const world = createWorld({ clock: time, settings: { searchLag: 0, ...settings } });
  const company = seedCompany(world);
  if (world.jira.accounts.length === 0) seedJiraSite(world);
  const write = (index: number, different: Partial<NewTicket> = {}) =>
    world.addTicket({
      subject: 'Checkout says error 503',
      text: 'The checkout page says error 503 after I press Pay.',
      requesterId: addCustomer(world, index).id,
      at: time.now() - (30 - (index % 25)) * MINUTE,
      ...different,
    });
  const reports = Array.from({ length: tickets }, (_, index) => write(index));
  const app = jira ? APP_SETTINGS : {};
  const at = (who: 'mara' | 'tom' | 'ines') =>
    openAgent(world, time, { agent: company[who].id, settings: app }).ports;
  const recordOf = (id: number) => {
    const read = readRecord(String(world.valueOf(id, 'allclear_record') ?? ''));
    return read.state === 'read' ? read.record : undefined;
  };
  return {
    ...company,
    world,
    time,
    reports,
    write,
    at,
    ports: at('mara'),
    run: <T>(promise: Promise<T>) => time.run(promise),
    recordOf,
    incidents: () =>
      [...world.tickets.values()].filter(
        ({ tags, type }) => type === 'problem' && tags.includes('allclear_incident'),
      ),
    deedsOf: (id: number) =>
      world.ticket(id).audits.flatMap(({ custom }: Audit) => custom?.allclear ?? []) as { did: string }[],
    draft: (different: Partial<DeclareDraft> = {}): DeclareDraft => ({
      summary: 'Checkout answers 503',
      severity: 2,
      stage: 'investigating',
      symptoms: 'Customers press Pay and read error 503.',
      startedAt: new Date(time.now() - 30 * MINUTE).toISOString(),
      steps: 'Put anything into the basket and press Pay.',
      origin: 'reports',
      impact: `${tickets} tickets`,
      reports: reports.map(({ id }) => id),
      issue: jira ? { do: 'file' } : { do: 'none' },
      ...different,
    }),
    attempt: (key = 'k1', different: Partial<DeclareTry> = {}): DeclareTry => ({
      key,
      at: new Date(time.now()).toISOString(),
      knows: [],
      ...different,
    }),
  };
}
