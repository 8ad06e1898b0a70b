import { type Incident, newestUpdate } from '../domain/incident.ts';
import { verdictOn } from '../domain/pass.ts';
import { hasAsked } from '../domain/rca.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { createPaced } from './paced.ts';
import { withPeople } from './withPeople.ts';

/** Whom the RCA would reach. */
export interface RcaAudience {
  readonly tell: number;
  /** How many of those are closed, and reached by a ticket that goes on from theirs. */
  readonly followUps: number;
  /** One of them, to show what its customer reads. */
  readonly first?: TicketId | undefined;
}

export type RcaSurvey = Readonly<Record<'asked' | 'all', RcaAudience>>;

// Who changed a moment ago is told all the same.
const FAR_FUTURE = new Date(8.64e15);

/** Counts by the rules of a broadcast whom the RCA would reach: those who asked for it, and all. Writes nothing. */
export async function surveyRca(ports: BroadcastPorts, incident: Incident): Promise<RcaSurvey> {
  const { batches, clock } = ports;
  const paced = createPaced(ports);
  const counts = { asked: { tell: 0, followUps: 0 }, all: { tell: 0, followUps: 0 } };
  const firsts: Partial<Record<keyof RcaSurvey, TicketId>> = {};
  const { stage, symptoms } = incident;
  const rca = { texts: {}, language: '', to: 'all' as const };
  const by = { id: 0, name: '' };
  const at = clock.now().toISOString();
  const judged: Incident = {
    ...incident,
    update: { n: newestUpdate(incident) + 1, stage, symptoms, at, by, rca },
  };
  let cursor: string | undefined;
  do {
    const found = await paced.answer(() => batches.reports(incident.id, cursor));
    const { tickets, people, next } = await withPeople(batches, paced, found);
    for (const report of tickets) {
      const verdict = verdictOn(report, judged, people.get(report.requesterId ?? 0), FAR_FUTURE);
      if (verdict !== 'tell' && verdict !== 'check' && verdict !== 'follow') continue;
      for (const to of hasAsked(report) ? (['asked', 'all'] as const) : (['all'] as const)) {
        counts[to].tell += 1;
        if (verdict === 'follow') counts[to].followUps += 1;
        firsts[to] ??= report.id;
      }
    }
    cursor = next;
  } while (cursor);
  return {
    asked: { ...counts.asked, first: firsts.asked },
    all: { ...counts.all, first: firsts.all },
  };
}
