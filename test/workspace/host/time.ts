let ahead = 0;

/** The world's time; the server says how far it is from this machine's. */
export const now = () => Date.now() + ahead;
export function setNow(world: number): void {
  ahead = world - Date.now();
}

const DAY = 86_400_000;

/** Short where it is today, with the day where it is not. */
export function when(at: number): string {
  const isToday = new Date(at).toDateString() === new Date(now()).toDateString();
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const day: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' };
  if (isToday) return `Today ${new Intl.DateTimeFormat('en', time).format(at)}`;
  const isOld = now() - at > 300 * DAY;
  return new Intl.DateTimeFormat('en', { ...day, ...(isOld ? { year: 'numeric' } : time) }).format(at);
}

export function ago(at: number): string {
  const minutes = Math.floor((now() - at) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ago` : when(at);
}
