/** A day of a calendar, such as `2026-11-30`, as a language has it. */
export function dayWords(day: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  return Number.isNaN(Date.parse(day)) ? day : format.format(new Date(`${day}T12:00:00Z`));
}
