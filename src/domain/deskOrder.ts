import { type Incident, isLate } from './incident.ts';

/** Broken promises first, the one that customers have waited on longest at the top; then by how many wrote in. */
export function byPressure(now: Date): (a: Incident, b: Incident) => number {
  const due = (incident: Incident) =>
    incident.next && isLate(incident, now) ? Date.parse(incident.next) : Number.POSITIVE_INFINITY;
  return (a, b) => {
    const [dueA, dueB] = [due(a), due(b)];
    return dueA === dueB ? (b.reports ?? 0) - (a.reports ?? 0) || b.id - a.id : dueA - dueB;
  };
}
