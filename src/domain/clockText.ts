/**
 * The next time a clock in this room shows what is written: `12:30`, `9.05`, `5 pm`. `undefined` for anything else, so that
 * "tomorrow" stays a word.
 */
export function parseClock(text: string, now: Date): Date | undefined {
  const found = /^\s*(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?\.?(?:m\.?)?\s*$/i.exec(text);
  const [, hourText = '', minuteText, half] = found ?? [];
  // A bare number may be anything: hours, minutes, a date.
  if (!found || (minuteText === undefined && half === undefined)) return undefined;
  const hour = half ? (Number(hourText) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hourText);
  const minute = Number(minuteText ?? 0);
  if (hour > 23 || minute > 59 || (half && (Number(hourText) > 12 || Number(hourText) < 1))) return undefined;
  const time = new Date(now);
  time.setHours(hour, minute, 0, 0);
  if (time <= now) time.setDate(time.getDate() + 1);
  return time;
}

/** The last time a clock in this room showed this; `undefined` for anything that is not a time of day. */
export function parsePastClock(text: string, now: Date): Date | undefined {
  const time = parseClock(text, now);
  time?.setDate(time.getDate() - 1);
  return time;
}

/** `HH:MM` on a clock in this room, as an input for times has it. */
export function clockText(time: Date): string {
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
}

/** Day and time in this room, as an input for both has it. */
export function dayClockText(time: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}T${clockText(time)}`;
}

/** The time that such an input shows; `undefined` when it shows none. */
export function parseDayClock(text: string): Date | undefined {
  const time = new Date(text);
  return text === '' || Number.isNaN(time.getTime()) ? undefined : time;
}
