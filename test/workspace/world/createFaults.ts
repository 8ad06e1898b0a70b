import type { Call } from './call.ts';
import type { CallMatch, Fault, FaultRates, Faults, JobFault } from './faults.ts';

interface Rule<F> {
  matches: (call: Call) => boolean;
  fault: F;
  left: number;
}

/** Faults that a test scripts, and faults by chance, drawn from the world's own random numbers. */
export function createFaults(random: () => number): Faults {
  let calls: Rule<Fault>[] = [];
  let jobs: { fault: JobFault; left: number }[] = [];
  let rates: Partial<FaultRates> = {};
  let isPlanned = false;
  const injected = new Map<string, number>();

  function counted<F extends Fault | JobFault>(fault: F | undefined): F | undefined {
    if (fault) injected.set(nameOf(fault), (injected.get(nameOf(fault)) ?? 0) + 1);
    return fault;
  }

  return {
    script(match, fault, times = 1) {
      calls.push({ matches: matcher(match), fault, left: times });
    },
    scriptJob(fault, times = 1) {
      jobs.push({ fault, left: times });
    },
    plan(planned) {
      rates = planned;
      isPlanned = true;
    },
    clear() {
      calls = [];
      jobs = [];
      rates = {};
      isPlanned = false;
    },
    forCall(call) {
      const rule = calls.find(({ matches, left }) => left > 0 && matches(call));
      if (rule) rule.left -= 1;
      return counted(rule?.fault ?? (isPlanned ? byChance(rates, random) : undefined));
    },
    forJob() {
      const rule = jobs.find(({ left }) => left > 0);
      if (rule) rule.left -= 1;
      return counted(rule?.fault ?? (isPlanned ? jobByChance(rates, random) : undefined));
    },
    injected,
    get total() {
      return [...injected.values()].reduce((sum, count) => sum + count, 0);
    },
  };
}

function nameOf(fault: Fault | JobFault): string {
  if ('applied' in fault) return `${fault.kind} ${fault.applied ? 'after' : 'before'}`;
  if (fault.kind === 'too-many' && fault.retryAfter === undefined) return 'too-many without Retry-After';
  return fault.kind;
}

function matcher(match: CallMatch): (call: Call) => boolean {
  if (typeof match === 'function') return match;
  const { method, url } = match;
  return (call) =>
    (!method || call.method === method) &&
    (url === undefined || (typeof url === 'string' ? call.url.includes(url) : url.test(call.url)));
}

// One draw for all kinds, so that the rates add up and the draws stay in step from run to run.
function byChance(rates: Partial<FaultRates>, random: () => number): Fault | undefined {
  const seconds = 1 + Math.floor(random() * 5);
  const serverError = { kind: 'server-error', status: random() < 0.5 ? 503 : 502 } as const;
  return draw<Fault>(random, [
    [rates.tooMany, { kind: 'too-many', retryAfter: seconds ** 2 }],
    [rates.tooManyWithoutHeader, { kind: 'too-many' }],
    [rates.serverErrorBefore, { ...serverError, applied: false }],
    [rates.serverErrorAfter, { ...serverError, applied: true }],
    [rates.lostBefore, { kind: 'lost', applied: false }],
    [rates.lostAfter, { kind: 'lost', applied: true }],
    [rates.slow, { kind: 'slow', ms: seconds * 4000 }],
    [rates.databaseConflict, { kind: 'database-conflict' }],
  ]);
}

function jobByChance(rates: Partial<FaultRates>, random: () => number): JobFault | undefined {
  const after = Math.floor(random() * 100);
  const state = random() < 0.5 ? 'killed' : 'failed';
  const share = rates.rowFails ?? 0;
  const killers: [number | undefined, JobFault][] = [
    [rates.jobKilled, { kind: 'killed', after, state }],
    [rates.jobEndless, { kind: 'endless', after }],
    [rates.jobLate, { kind: 'late', ms: after * 1000 }],
  ];
  const killer = draw(random, killers);
  if (killer || share === 0) return killer;
  const fails = () => random() < share;
  return { kind: 'rows', fails, error: 'InternalError', details: 'The ticket could not be updated.' };
}

function draw<F>(random: () => number, table: [number | undefined, F][]): F | undefined {
  let chance = random();
  for (const [rate = 0, fault] of table) {
    if (chance < rate) return fault;
    chance -= rate;
  }
  return undefined;
}
