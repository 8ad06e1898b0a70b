/** A time zone as apps get it: Zendesk's name, the IANA name, and the minutes ahead of UTC at this moment. */
export function toZone(name: string, ianaName: string, now: number) {
  return { name, ianaName, offset: minutesAhead(ianaName, now), formattedOffset: formatted(ianaName, now) };
}

function minutesAhead(ianaName: string, now: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: ianaName,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(now);
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((there - now) / 60_000);
}

function formatted(ianaName: string, now: number): string {
  const minutes = minutesAhead(ianaName, now);
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  return `GMT${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
