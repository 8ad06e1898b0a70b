import { knownZone } from './moment.ts';

/** The day that a calendar in this time zone shows: `2026-11-30`. An unknown zone counts as UTC. */
export function dayIn(time: Date, zone: string | undefined): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: knownZone(zone), dateStyle: 'short' }).format(time);
}

/** The moment at which a clock in this time zone shows this hour of a day; `undefined` for what is no day. */
export function momentOf(day: string, hour: number, zone: string | undefined): Date | undefined {
  const wanted = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(wanted)) return undefined;
  // Clocks may be changed between the first guess and the moment itself.
  const guess = wanted - aheadOf(new Date(wanted), zone);
  return new Date(wanted - aheadOf(new Date(guess), zone));
}

// How far a clock in the zone is ahead of UTC, in milliseconds.
function aheadOf(time: Date, zone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: knownZone(zone),
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(time);
  const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map((type) =>
    Number(parts.find((part) => part.type === type)?.value),
  ) as [number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(time.getTime() / 60_000) * 60_000;
}

const DAY_MS = 24 * 60 * 60_000;

/** The day this many business days later, or earlier. Saturdays and Sundays are none; holidays are for people to know. */
export function businessDaysAfter(day: string, days: number): string {
  let at = Date.parse(`${day}T12:00:00Z`);
  for (let left = Math.abs(days); left > 0; ) {
    at += Math.sign(days) * DAY_MS;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(at).toISOString().slice(0, 10);
}
