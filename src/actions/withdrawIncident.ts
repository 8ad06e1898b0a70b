import type { LeftOut } from '../domain/declaration.ts';
import { createDeskTime } from '../domain/deskTime.ts';
import { isOver, type TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { attachReports } from './attachReports.ts';
import { readSettled } from './claimUpdate.ts';
import { lookAndWrite } from './lookAndWrite.ts';
import { createPaced } from './paced.ts';

export type Withdrawn =
  | { readonly do: 'withdrawn'; readonly not: readonly LeftOut[] }
  /** It has reports already: solving it would solve them too. */
  | { readonly do: 'refuse'; readonly because: 'has reports' };

/**
 * Solves an incident that somebody else has declared, too, before it has any report, and attaches its tickets to the
 * other one. Run again it does what is left.
 */
export async function withdrawIncident(
  ports: BroadcastPorts,
  incidentId: TicketId,
  inFavorOf: TicketId,
  reports: readonly TicketId[],
): Promise<Withdrawn> {
  const { tickets, batches, clock } = ports;
  const time = createDeskTime();
  const paced = createPaced(ports);
  const look = async () => ({
    ...(await readSettled(ports, paced, incidentId, time)),
    count: await paced.answer(() => tickets.countReports(incidentId)),
  });
  const isWithdrawn = await lookAndWrite(clock, look, async ({ problem, count }) => {
    if (isOver(problem)) return true;
    if (count > 0) return false;
    const assigneeId = problem.assigneeId ?? (await tickets.me()).id;
    await paced.once(() =>
      batches.write(problem, {
        status: 'solved',
        assigneeId,
        internalNote: `<p>Withdrawn: the same was declared as #${inFavorOf}.</p>`,
        note: { did: 'declare', withdrawn: inFavorOf },
      }),
    );
    return true;
  });
  if (!isWithdrawn) return { do: 'refuse', because: 'has reports' };
  const { not } = await attachReports(ports, inFavorOf, reports, time);
  return { do: 'withdrawn', not };
}
