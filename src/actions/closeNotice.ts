import { isExpired } from '../domain/notice.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { NoticePage } from '../ports/guide.ts';
import { keepPlaces, placesOf } from './keepPlaces.ts';
import { politely } from './politely.ts';
import { publishNotices, showGuide } from './publishNotices.ts';

/**
 * Tidies up after an incident's notice whose time is over: customers have not seen it since, and now the article holds it
 * no more and, when it was the last one, the guide is off. True once both were seen to be so; false when there is nothing
 * to do yet, or any more. Throws the `ServiceError` of a service that would not; it may be repeated.
 */
export async function closeNotice(ports: BroadcastPorts, incidentId: TicketId): Promise<boolean> {
  const { tickets, clock } = ports;
  const problem = await tickets.readOne(incidentId);
  const { pendo } = placesOf(problem);
  const isOver = pendo?.until !== undefined && Date.parse(pendo.until) <= clock.now().getTime();
  if (!ports.guide || !isOver || pendo.gone || problem.status === 'closed') return false;
  const guide = await ports.guide();
  const pages = await publishNotices(clock, guide, ({ notices }) =>
    notices.filter((each) => !isExpired(each, clock.now())),
  );
  if (isEmpty(pages)) {
    await showGuide(clock, guide, false);
    // Somebody may have told another incident's update meanwhile, and found the guide on.
    if (!isEmpty(await politely(clock, () => guide.pages(), true))) await showGuide(clock, guide, true);
  }
  const gone = clock.now().toISOString();
  await keepPlaces(ports, incidentId, (now) =>
    now.pendo?.until === pendo.until ? { pendo: { ...now.pendo, gone } } : undefined,
  );
  return true;
}

const isEmpty = (pages: readonly NoticePage[]) => pages.every(({ notices }) => notices.length === 0);
