import { useEffect, useMemo, useState } from 'react';
import type { Match } from '../../domain/match.ts';
import type { KnownProps } from './Sidebar.tsx';

/** The ranking comes after the first view; until then the list stands in Zendesk's order. */
export function useMatches({ seen, ports }: KnownProps): readonly Match[] {
  const { ticket, active } = seen;
  const [ranked, setRanked] = useState<readonly Match[]>();
  const key = `${ticket.id} ${ticket.subject} ${active.map(({ id }) => id).join()}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: ranked anew when the question changes, not at every look
  useEffect(() => {
    let isStale = false;
    import('../../actions/rankForTicket.ts')
      .then(({ rankForTicket }) => rankForTicket(ports, ticket, active))
      .then((found) => {
        if (!isStale) setRanked(found);
      })
      .catch(() => {}); // the list stands without it
    return () => {
      isStale = true;
    };
  }, [key, ports]);
  return useMemo(() => {
    const order = new Map(
      ranked?.map(({ incident, words, isLikely }, index) => [incident.id, { words, isLikely, index }]),
    );
    return active
      .map((incident) => ({
        incident,
        words: [],
        isLikely: false,
        index: active.length,
        ...order.get(incident.id),
      }))
      .sort((a, b) => a.index - b.index);
  }, [active, ranked]);
}
