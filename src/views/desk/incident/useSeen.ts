import { useCallback, useEffect, useState } from 'react';
import type { Seen } from '../../../actions/seeTicket.ts';
import { isIncident, toIncident } from '../../../domain/incident.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { DeskPorts } from '../../../ports/desk.ts';
import { ServiceError } from '../../../ports.ts';
import type { DeskLook } from '../useDeskLook.ts';

export type SeenIncident = Seen & { readonly standing: Extract<Seen['standing'], { kind: 'incident' }> };

/** The incident's own ticket, read along with every look at the list; what was seen stays when a look fails. */
export function useSeen(ports: DeskPorts, id: TicketId, { running }: DeskLook) {
  const [state, setState] = useState<{ readonly seen?: SeenIncident; readonly error?: unknown }>({});
  const lookAgain = useCallback(async () => {
    try {
      const seen = await seeIncident(ports, id);
      setState({ seen });
    } catch (error) {
      setState(({ seen }) => ({ ...(seen && { seen }), error }));
    }
  }, [ports, id]);
  const occasion = running?.asOf.getTime();
  // biome-ignore lint/correctness/useExhaustiveDependencies: every look at the list is an occasion
  useEffect(() => void lookAgain(), [lookAgain, occasion]);
  return { ...state, lookAgain };
}

// By the request that also counts its reports.
async function seeIncident({ tickets, clock }: DeskPorts, id: TicketId): Promise<SeenIncident> {
  const asOf = clock.now();
  const [ticket] = await tickets.read([id]);
  if (!ticket || !isIncident(ticket)) throw new ServiceError('Zendesk', 'missing', { isRead: true });
  return {
    ticket,
    standing: { kind: 'incident', incident: toIncident(ticket) },
    active: [],
    more: false,
    asOf,
  };
}
