import { rankIncidents } from '../../../src/domain/match.ts';
import { sampleIncident } from '../../domain/sample.ts';
import { round } from '../bench.ts';
import type { RankedDocument, Ranker } from './baselines.ts';
import type { LabelledSet, LabelledTicket } from './readSet.ts';

/** Ours, as the sidebar asks it. An incident that nothing speaks for is not named. */
export const ours: Ranker = (text, documents) =>
  rank(text, documents)
    .filter(({ words }) => words.length > 0)
    .map(({ incident }) => documents[incident.id - 1]!.key);

/**
 * The share of tickets whose incident comes first, or among the first three. Tickets are asked about in the order in which they
 * came; those before it are their incident's reports, unless the incident's own words must do.
 */
export function measureRanking({ incidents, tickets }: LabelledSet, ranker: Ranker, withReports = true) {
  const reports = new Map<string, string[]>();
  let [asked, first, firstThree] = [0, 0, 0];
  for (const ticket of tickets) {
    if (!ticket.incident) continue;
    const documents = incidents.map(
      (incident): RankedDocument => ({ ...incident, reports: reports.get(incident.key) ?? [] }),
    );
    const found = ranker(textOf(ticket), documents);
    asked += 1;
    if (found[0] === ticket.incident) first += 1;
    if (found.slice(0, 3).includes(ticket.incident)) firstThree += 1;
    if (withReports) reports.set(ticket.incident, [...(reports.get(ticket.incident) ?? []), textOf(ticket)]);
  }
  return { asked, top1: round(first / asked, 3), top3: round(firstThree / asked, 3) };
}

/** The share of tickets of any other day that are pointed at an incident nevertheless. */
export function measureWrongPointing({ incidents, tickets }: LabelledSet): number {
  const documents = incidents.map(
    (incident): RankedDocument => ({
      ...incident,
      reports: tickets.filter((ticket) => ticket.incident === incident.key).map(textOf),
    }),
  );
  const others = tickets.filter(({ incident }) => !incident);
  const pointed = others.filter((ticket) => rank(textOf(ticket), documents).some(({ isLikely }) => isLikely));
  return round(pointed.length / others.length, 3);
}

export const textOf = ({ subject, text }: LabelledTicket) => `${subject}\n${text}`;

function rank(text: string, documents: readonly RankedDocument[]) {
  return rankIncidents(
    text,
    documents.map(({ title, symptoms, reports }, index) => ({
      incident: sampleIncident({ id: index + 1, title, symptoms }),
      recent: reports,
    })),
  );
}
