import type { NewTicket } from '../story.ts';
import type { World } from '../world.ts';
import { type Company, seedCompany } from './company.ts';
import { EARLY_DONATION_REPORTS } from './earlyDonationReports.ts';
import { type IncidentSeed, incidentStory } from './incidentStory.ts';
import { incidentSeeds } from './incidents.ts';
import { seedJiraIssues } from './jiraIssues.ts';
import { LATER_DONATION_REPORTS } from './laterDonationReports.ts';
import { seedMacros } from './macros.ts';
import { UNATTACHED, UNRELATED } from './otherTickets.ts';
import { RECEIPT_REPORTS } from './receiptReports.ts';
import { plainStory, reportStory } from './reportStory.ts';
import type { SeedReport } from './seedReport.ts';
import { seedThread } from './slackThread.ts';

/** The ids of the seeded outage, by what they are good for. */
export interface OutageSeed extends Company {
  /** "Donation form returns error 502": identified, update 3 of 18 minutes ago, the next one promised in 12. */
  incidentA: number;
  /** "Receipts arrive late": monitoring. */
  incidentB: number;
  oldIncidents: number[];
  /** A problem ticket that is no incident of ours. */
  ordinaryProblem: number;
  reportsA: number[];
  reportsB: number[];
  /** Lucía Romero writes in Spanish from Madrid; clearly about incident A, attached to nothing. */
  lucia: number;
  unattached: number[];
  unrelated: number[];
  /** Reports of incident A in a state of their own. */
  closed: number;
  solved: number;
  merged: number;
  pending: number;
  onHold: number[];
  messaging: number[];
  /** Told update 2 and no more; can be told. */
  behind: number[];
  /** Attached, open, and told nothing: two on messaging channels and the newest. */
  untold: number[];
  /** Customers who wrote again after update 3. */
  answered: number[];
}

interface Entry {
  minutes: number;
  seed?: SeedReport;
  story(id: number): NewTicket;
}

const FIRST_TICKET = 3001;
const DONATION_REPORTS = [...EARLY_DONATION_REPORTS, ...LATER_DONATION_REPORTS];

/** An outage in progress at Harbor Gifts, as seen at the clock's present moment. */
export function seedOutage(world: World): OutageSeed {
  const company = seedCompany(world);
  seedMacros(world);
  const now = world.clock.now();
  const { donations, receipts, old } = incidentSeeds(now, company);
  const ids = new Map<unknown, number>();
  const idOf = (key: unknown) => ids.get(key) ?? 0;

  const incident = (seed: IncidentSeed): [unknown, Entry] => [
    seed,
    { minutes: (now - seed.startedAt) / 60_000 - 3, story: (id) => incidentStory(company, seed, id) },
  ];
  const report = (of: IncidentSeed) => (seed: SeedReport) => {
    const earlier = () =>
      DONATION_REPORTS.find(({ name, mergedInto }) => name === seed.mergedInto && !mergedInto);
    const story = (id: number) => {
      const about = { id: idOf(of), updates: of.updates, ...(of.jira ? { jira: of.jira.key } : {}) };
      return reportStory(world, company, seed, id, about, seed.mergedInto ? idOf(earlier()) : undefined);
    };
    return [seed, { minutes: seed.minutes, seed, story }] as [unknown, Entry];
  };
  const plain = (seed: SeedReport): [unknown, Entry] => [
    seed,
    { minutes: seed.minutes, seed, story: (id) => plainStory(world, company, seed, id) },
  ];
  const entries: [unknown, Entry][] = [
    incident(donations),
    incident(receipts),
    ...old.map(incident),
    ['ordinary problem', { minutes: 3 * 24 * 60, story: (id) => ordinaryProblem(world, company, id) }],
    ...DONATION_REPORTS.map(report(donations)),
    ...RECEIPT_REPORTS.map(report(receipts)),
    ...[...UNATTACHED, ...UNRELATED].map(plain),
  ];
  // As in any account, a later ticket has a higher number.
  entries.sort(([, a], [, b]) => b.minutes - a.minutes);
  for (const [index, [key]] of entries.entries()) ids.set(key, FIRST_TICKET + index);
  for (const [key, { story }] of entries) world.addTicket(story(idOf(key)));
  seedThread(world, donations, idOf(donations));
  seedJiraIssues(world, donations.startedAt);

  const all = (seeds: readonly SeedReport[]) => seeds.map(idOf);
  const those = (is: (seed: SeedReport) => unknown) => all(DONATION_REPORTS.filter(is));
  const only = (is: (seed: SeedReport) => unknown) => those(is)[0] ?? 0;
  return {
    ...company,
    incidentA: idOf(donations),
    incidentB: idOf(receipts),
    oldIncidents: old.map(idOf),
    ordinaryProblem: idOf('ordinary problem'),
    reportsA: all(DONATION_REPORTS),
    reportsB: all(RECEIPT_REPORTS),
    lucia: idOf(UNATTACHED[0]),
    unattached: all(UNATTACHED),
    unrelated: all(UNRELATED),
    closed: only(({ closed }) => closed),
    solved: only(({ solved }) => solved),
    merged: only(({ mergedInto }) => mergedInto),
    pending: only(({ pending }) => pending),
    onHold: those(({ hold }) => hold),
    messaging: those(({ channel }) => channel === 'native_messaging' || channel === 'whatsapp'),
    behind: those(({ told, closed }) => told === 2 && !closed),
    untold: those(({ told, mergedInto }) => told === 0 && !mergedInto),
    answered: those(({ answered }) => answered),
  };
}

function ordinaryProblem(world: World, { mara, billing }: Company, id: number): NewTicket {
  return {
    id,
    subject: 'VAT line wrong on invoices from Austria',
    text: 'Two charities in Austria get 19 % instead of 20 % on our own invoice to them. Finance will correct it with the next run.',
    requesterId: mara.id,
    channel: 'web',
    at: world.clock.now() - 3 * 24 * 60 * 60_000,
    public: false,
    type: 'problem',
    priority: 'low',
    assigneeId: mara.id,
    groupId: billing.id,
    tags: ['invoices'],
  };
}
