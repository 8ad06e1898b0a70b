import { untoldReason } from '../domain/coverage.ts';
import type { Measured1 } from '../domain/deskMeasures.ts';
import type { Incident } from '../domain/incident.ts';
import { toldOf } from '../domain/ledger.ts';
import { measuresOf } from '../domain/measures.ts';
import type { Ticket } from '../domain/ticket.ts';
import { toTimeline } from '../domain/timeline.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { createPaced, type Paced, type Waiting } from './paced.ts';
import { readAudits } from './readTimeline.ts';

export interface MeasuresRead {
  readonly measured: readonly Measured1[];
  /** Of these nothing could be read. */
  readonly failed: readonly { readonly incident: Incident; readonly error: ServiceError }[];
  /** The history of these broke off: their figures are those of its beginning. */
  readonly cutOff: readonly Incident[];
  /** Not come to yet, or stopped before. */
  readonly left: number;
}

// An incident with more reports is measured by what its tellings wrote down.
const MOST_PAGES = 5;
const PER_PAGE = 100;

type Needs = Pick<BroadcastPorts, 'tickets' | 'batches' | 'settings' | 'clock'>;

/**
 * Reads what these incidents' figures need, one after the other and within our share of Zendesk's limits: a request for every
 * hundred changes of its ticket, and one for every hundred reports up to five hundred. One that fails does not keep the others.
 */
export async function readMeasures(
  ports: Needs,
  all: readonly Incident[],
  onProgress: (read: MeasuresRead, waiting?: Waiting | undefined) => void = () => {},
  isStopped: () => boolean = () => false,
): Promise<MeasuresRead> {
  const incidents = all.filter(({ isDrill }) => !isDrill); // what is only rehearsed is nobody's figure
  const measured: Measured1[] = [];
  const failed: MeasuresRead['failed'][number][] = [];
  const cutOff: Incident[] = [];
  const read = (): MeasuresRead => ({
    measured: [...measured],
    failed: [...failed],
    cutOff: [...cutOff],
    left: incidents.length - measured.length - failed.length,
  });
  const paced = createPaced(ports, (waiting) => onProgress(read(), waiting));
  for (const incident of incidents) {
    if (isStopped()) break;
    try {
      const { one, isCut } = await measure(ports, paced, incident);
      measured.push(one);
      if (isCut) cutOff.push(incident);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      failed.push({ incident, error });
    }
    onProgress(read());
  }
  return read();
}

async function measure(ports: Needs, paced: Paced, incident: Incident) {
  const { clock } = ports;
  const { audits, cutOff } = await readAudits(pacedAudits(ports, paced), incident.id);
  const reports = await readReports(ports, paced, incident);
  const { startedAt, isOver, id } = incident;
  const now = clock.now();
  const measures = measuresOf(
    {
      startedAt,
      isOver,
      entries: toTimeline(audits, isOver, now),
      reports: reports?.map((report) => ({
        id: report.id,
        told: toldOf(report.fields.allclear_told, id),
        cannot: untoldReason(report),
      })),
    },
    now,
  );
  const { resolvedAt } = measures;
  const afterResolved =
    resolvedAt && reports?.filter(({ createdAt }) => Date.parse(createdAt) > Date.parse(resolvedAt)).length;
  const one: Measured1 = { incident, measures, ...(typeof afterResolved === 'number' && { afterResolved }) };
  return { one, isCut: cutOff !== undefined };
}

function pacedAudits({ batches }: Needs, paced: Paced): Parameters<typeof readAudits>[0] {
  return { batches: { ...batches, audits: (id, cursor) => paced.answer(() => batches.audits(id, cursor)) } };
}

async function readReports({ tickets }: Needs, paced: Paced, { id, reports = 0 }: Incident) {
  if (reports > MOST_PAGES * PER_PAGE) return undefined;
  const all: Ticket[] = [];
  let cursor: string | undefined;
  do {
    const page = await paced.answer(() => tickets.reports(id, { cursor }));
    all.push(...page.tickets);
    cursor = page.next;
  } while (cursor && all.length <= MOST_PAGES * PER_PAGE);
  return all;
}
