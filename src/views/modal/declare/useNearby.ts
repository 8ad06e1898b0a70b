import { useEffect, useMemo, useState } from 'react';
import { findLookAlikes } from '../../../actions/findLookAlikes.ts';
import { type Customers, whoWrote } from '../../../actions/whoWrote.ts';
import type { LookAlike } from '../../../domain/lookAlikes.ts';
import type { Ticket, TicketId } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import type { IssueDemands } from '../../../ports/issues.ts';

/** Something that is looked up as the form opens. */
export type Looked<T> =
  | { readonly state: 'looking' }
  | { readonly state: 'seen'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

function useLooked<T>(look: (() => Promise<T>) | undefined, key: string): Looked<T> & { again: () => void } {
  const [looked, setLooked] = useState<Looked<T>>({ state: 'looking' });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked up anew when its key changes, or on request
  useEffect(() => {
    let isOver = false;
    look?.().then(
      (value) => !isOver && setLooked({ state: 'seen', value }),
      (error: unknown) => !isOver && setLooked({ state: 'failed', error }),
    );
    return () => {
      isOver = true;
    };
  }, [key, round]);
  return {
    ...looked,
    again() {
      setLooked({ state: 'looking' });
      setRound(round + 1);
    },
  };
}

/** Tickets of the last hours that sound like the one at hand. */
export function useLookAlikes(ports: ModalPorts, ticket: Ticket | undefined, text: string) {
  const own = ticket ? `${ticket.subject}\n${ticket.description}` : text;
  return useLooked<readonly LookAlike[]>(
    own.trim() ? () => findLookAlikes(ports, { id: ticket?.id, text: own }) : undefined,
    ticket ? `#${ticket.id}` : text,
  );
}

/** What the issue tracker asks for. */
export function useDemands({ issues }: ModalPorts) {
  return useLooked<IssueDemands>(issues && (async () => (await issues()).demands()), 'demands');
}

/** Problem tickets that are none of ours yet. */
export function useProblems({ tickets }: ModalPorts) {
  return useLooked<readonly Ticket[]>(
    async () =>
      (await tickets.openProblems()).tickets.filter(({ tags }) => !tags.includes('allclear_incident')),
    'problems',
  );
}

/** Who wrote these tickets, by person and organization. */
export function useCustomers(
  ports: ModalPorts,
  ids: readonly TicketId[],
): Looked<Customers> & { again: () => void } {
  const key = useMemo(() => [...ids].sort((a, b) => a - b).join(), [ids]);
  return useLooked<Customers>(() => whoWrote(ports, ids), key);
}
