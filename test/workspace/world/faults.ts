import type { Call } from './call.ts';
import type { Job } from './job.ts';

/** What can go wrong with one call. */
export type Fault =
  | { kind: 'too-many'; retryAfter?: number }
  | { kind: 'server-error'; status: 500 | 502 | 503 | 504; applied: boolean; retryAfter?: number }
  | { kind: 'lost'; applied: boolean }
  | { kind: 'slow'; ms: number }
  | { kind: 'database-conflict' }
  /** Any answer a test wants, without the call being applied. */
  | { kind: 'answer'; status: number; body: unknown; headers?: Record<string, string> };

/** What can go wrong with one job. `after` is the number of tickets it still does. */
export type JobFault =
  | { kind: 'killed'; after: number; state?: 'killed' | 'failed' }
  | { kind: 'endless'; after: number }
  | { kind: 'late'; ms: number }
  | { kind: 'rows'; fails: (ticketId: number) => boolean; error: string; details: string };

export type CallMatch = ((call: Call) => boolean) | { method?: Call['method']; url?: string | RegExp };

/** How often each thing happens, by chance: 0.02 is every fiftieth call (or job, or row). */
export interface FaultRates {
  tooMany: number;
  tooManyWithoutHeader: number;
  serverErrorBefore: number;
  serverErrorAfter: number;
  lostBefore: number;
  lostAfter: number;
  slow: number;
  databaseConflict: number;
  jobKilled: number;
  jobEndless: number;
  jobLate: number;
  rowFails: number;
}

export interface Faults {
  /** The next `times` (1 unless said) calls that match fare like this. `times: Infinity` until `clear()`. */
  script(match: CallMatch, fault: Fault, times?: number): void;
  /** The same for the next jobs. */
  scriptJob(fault: JobFault, times?: number): void;
  /** From now on, faults by chance, drawn from the world's seed. */
  plan(rates: Partial<FaultRates>): void;
  /** No more faults; what is already under way stays as it is. */
  clear(): void;
  forCall(call: Call): Fault | undefined;
  forJob(job: Job): JobFault | undefined;
  /** How many of each kind have been injected. */
  readonly injected: ReadonlyMap<string, number>;
  readonly total: number;
}
