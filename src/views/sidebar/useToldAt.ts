import { useEffect, useState } from 'react';
import type { TicketId } from '../../domain/ticket.ts';
import type { Ports } from '../../ports.ts';

/** When this ticket's ledger got its present value, as its audits say. */
export function useToldAt(
  { tickets }: Pick<Ports, 'tickets'>,
  ticketId: TicketId,
  ledger: string | undefined,
) {
  const [found, setFound] = useState<{ ledger: string; at: string }>();
  useEffect(() => {
    if (!ledger) return;
    let isOver = false;
    tickets.history(ticketId).then(
      (history) => {
        const at = history.ledger.findLast(({ value }) => value === ledger)?.at;
        if (!isOver && at) setFound({ ledger, at });
      },
      () => {}, // what was told stands without its age being claimed
    );
    return () => {
      isOver = true;
    };
  }, [tickets, ticketId, ledger]);
  return found?.ledger === ledger ? found?.at : undefined;
}
