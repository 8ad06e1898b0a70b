/** What bounds a broadcast from outside; times in milliseconds. */
export interface Limits {
  /** Requests that may leave within any minute. */
  perMinute: number;
  /** Jobs queued or running at the same time. */
  mostJobs: number;
  /** How long a call takes, there and back. */
  read: number;
  write: number;
  /** From the moment a full job is queued to its end. */
  jobTakes: number;
  /** Requests for a page of reports: two where Zendesk does not bring their people along. */
  perPage: 1 | 2;
}

export interface Bound {
  requests: number;
  ms: number;
}

const PER_PAGE = 100;
const MOST_LOOKED_AT = 100;
const MINUTE = 60_000;

/**
 * What nobody can beat who tells `n` reports (full hundreds) in jobs of a hundred: fewest requests, earliest end. It
 * knows when each job ends, so it looks once, at the end; it reads nothing but the reports, finds nobody changed, and
 * has any number of requests under way at the same time. Only these bind it: a page is asked for after the page before
 * it has come (that brings the cursor), a job sent after its own page; the share of a minute; the number of jobs; the
 * time a job takes.
 */
export function oracle(n: number, limits: Limits): Bound {
  const { perMinute, mostJobs, read, write, jobTakes, perPage } = limits;
  const jobs = Math.ceil(n / PER_PAGE);
  const requests = jobs * (perPage + 1) + Math.ceil(jobs / MOST_LOOKED_AT);

  // When each job's request can leave at the earliest, by everything that must have happened before.
  const sends = [0];
  for (let job = 1; job <= jobs; job++) {
    const pageComes = (job + perPage - 1) * read;
    const placeIsFree = job > mostJobs ? (sends[job - mostJobs] ?? 0) + jobTakes : 0;
    sends.push(Math.max(sends[job - 1] ?? 0, pageComes, placeIsFree, slotFor(job * (perPage + 1))));
  }

  /** When so many requests can have left, however they are divided into pages and jobs. */
  function left(count: number): number {
    const ways = sends.slice(0, count + 1).map((sentAt, sent) => {
      const pages = Math.ceil((count - sent) / perPage);
      return Math.max(sentAt, (pages - 1) * read);
    });
    return Math.max(Math.min(...ways), slotFor(count));
  }
  /** A request leaves a minute after all but the newest `perMinute` of those up to it have. */
  function slotFor(count: number): number {
    return count > perMinute ? MINUTE + left(count - perMinute) : 0;
  }

  const lastEnds = (sends[jobs] ?? 0) + write / 2 + jobTakes;
  return { requests, ms: Math.max(lastEnds - read / 2, slotFor(requests)) + read };
}
