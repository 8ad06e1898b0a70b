import { APP_SETTINGS } from '../workspace/appSettings.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { addCustomer, addIncident } from '../workspace/world/seed/build.ts';
import { seedCompany } from '../workspace/world/seed/company.ts';
import type { Ticket } from '../workspace/world/ticket.ts';
import { type Chance, createChance } from './chance.ts';
import { raisedBy } from './priorities.ts';

const MINUTE = 60_000;

/** An account with an incident, its reports in every state, and some tickets that hang on nothing yet. */
export function buildWorld(seed: number, chance: Chance, { size = sizeOf(chance) } = {}) {
  const time = virtualClock();
  // On a stream of its own, so that an old seed still makes the world that it made.
  const more = createChance(seed + 1_000_003);
  const world = createWorld({
    seed,
    clock: time,
    settings: {
      jobs: {
        wait: chance.between(20, 2_500),
        perTicket: chance.between(1, 50),
        chunk: chance.of([1, 5, 20, 100]),
        keep: 24 * 60 * MINUTE,
      },
      latency: {
        read: chance.between(5, 120),
        write: chance.between(5, 250),
        jitter: chance.between(0, 300),
      },
      mostJobs: chance.of([30, 30, 6]),
      incidentsSideloadUsers: chance.is(0.7),
      noteOnSolving: chance.of(['internal', 'public', 'none'] as const),
      searchLag: 0,
      onHold: !more.is(0.4),
      // What Zendesk's pages leave open, either way.
      jobItemsCount: size < 400 && more.is(0.1),
      tooManyJobsStatus: more.of([429, 429, 422]),
    },
  });
  const company = seedCompany(world);
  const ada = world.addUser({
    id: 400_011,
    name: 'Ada Quist',
    role: 'agent',
    groupIds: [company.support.id],
  });
  const engineers = createChance(seed + 5_000_011);
  const issue = engineers.is(0.6) && engineers.of(ISSUES);
  const incident = addIncident(world, company, { update: 1, ...(issue && { issue }) });
  const priorities = createChance(seed + 7_000_003);
  const wasTold = chance.is(0.5);
  const reports: Ticket[] = [];
  for (let i = 0; i < size; i++) {
    const writesAgain = i > 0 && more.is(0.2);
    const customer = writesAgain
      ? world.user(reports[more.between(0, i - 1)]!.requesterId)
      : addCustomer(world, i);
    if (chance.is(0.02)) customer.suspended = true;
    reports.push(
      world.addTicket({
        subject: 'I cannot donate',
        text: 'The donation page says that something went wrong.',
        requesterId: customer.id,
        at: time.now() - chance.between(1_000, 40 * MINUTE),
        type: 'incident',
        status: chance.is(0.03) ? 'closed' : chance.of(['open', 'new', 'pending', 'hold', 'solved'] as const),
        groupId: company.support.id,
        ...(more.is(0.5) && { assigneeId: company.tom.id }),
        problemId: incident.id,
        channel: chance.is(0.04) ? 'whatsapp' : 'email',
        ...raisedBy(priorities),
        ...(wasTold && chance.is(0.9)
          ? { fields: { allclear_told: `${incident.id}/1`, allclear_stage: 'allclear_investigating' } }
          : {}),
      }),
    );
  }
  const loose = Array.from({ length: chance.between(0, 4) }, (_, i) =>
    world.addTicket({
      subject: 'Error 502',
      text: 'I press Give and nothing happens.',
      requesterId: addCustomer(world, size + i).id,
      at: time.now() - MINUTE,
    }),
  );
  return {
    world,
    time,
    ...company,
    ada,
    incident,
    reports,
    loose,
    settings: { ...settingsOf(more), ...(issue && APP_SETTINGS) },
  };
}

// How Engineering's issue stands as the outage begins to be told.
const ISSUES = [
  { status: 'In Progress' },
  { status: 'Done', resolution: 'Done' },
  { status: 'Done', resolution: 'Duplicate' },
];

// What admins set, of all that matters to who is told what.
function settingsOf(chance: Chance) {
  return {
    same_person: chance.of(['full', 'pointer']),
    status_running: chance.of(['leave', 'leave', 'open', 'pending', 'hold']),
    status_resolved: chance.of(['leave', 'solved']),
  };
}

export type SimulatedWorld = ReturnType<typeof buildWorld>;

// Most worlds are small, where everything meets everything; some are as large as a bad day.
function sizeOf(chance: Chance): number {
  const kind = chance.next();
  if (kind < 0.05) return 0;
  if (kind < 0.75) return chance.between(1, 25);
  if (kind < 0.97) return chance.between(26, 220);
  return chance.between(221, 2_000);
}
