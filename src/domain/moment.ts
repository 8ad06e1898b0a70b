/**
 * A time as its reader says it: "today at 13:30 (Madrid time)", with the date when it is another day there. An
 * unknown zone becomes UTC, which is then what the text says.
 */
export function momentFor(
  time: Date,
  now: Date,
  reader: { readonly locale: string; readonly timeZone: string | undefined },
  words: { readonly today: string; readonly zone: string },
): string {
  const timeZone = knownZone(reader.timeZone);
  const format = (options: Intl.DateTimeFormatOptions) =>
    formatIn(knownLocale(reader.locale), timeZone, options);
  const isToday = dayIn(time, timeZone) === dayIn(now, timeZone);
  const clock = format({ hour: 'numeric', minute: '2-digit' }).format(time);
  const when = isToday
    ? words.today.replace('{time}', clock)
    : format({ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }).format(
        time,
      );
  return `${when} (${zoneName(timeZone, words.zone)})`;
}

function dayIn(time: Date, timeZone: string): string {
  return formatIn('en-CA', timeZone, { dateStyle: 'short' }).format(time);
}

// A format takes far longer to make than to use, and a broadcast writes thousands of times in a few languages and zones.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(
  locale: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = [locale, timeZone, ...Object.values(options)].join(' ');
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
  formats.set(key, known);
  return known;
}

// The city is what people know of their zone; its daylight-saving name is not.
function zoneName(timeZone: string, words: string): string {
  const city =
    timeZone.includes('/') && !timeZone.startsWith('Etc/') ? timeZone.split('/').at(-1) : undefined;
  return city ? words.replace('{city}', city.replaceAll('_', ' ')) : 'UTC';
}

export function knownZone(timeZone: string | undefined): string {
  try {
    return formatIn('en', timeZone || 'UTC', {}).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

export function knownLocale(locale: string): string {
  try {
    return new Intl.Locale(locale).toString();
  } catch {
    return 'en';
  }
}
