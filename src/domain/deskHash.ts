import type { TicketId } from './ticket.ts';

/** What the desk shows. It is kept in the hash of its iframe's address, so that the browser's Back leads through it. */
export type DeskPlace =
  | { readonly at: 'list' }
  | { readonly at: 'measures' }
  | { readonly at: 'incident'; readonly id: TicketId; readonly tab: IncidentTab };

export const INCIDENT_TABS = ['reports', 'organizations', 'timeline', 'charts'] as const;
export type IncidentTab = (typeof INCIDENT_TABS)[number];

// As in manifest.json.
const DESK = '#desk';

/** `#desk`, `#desk/measures`, `#desk/3024/timeline`. */
export function toDeskHash(place: DeskPlace): string {
  switch (place.at) {
    case 'list':
      return DESK;
    case 'measures':
      return `${DESK}/measures`;
    case 'incident':
      return `${DESK}/${place.id}/${place.tab}`;
  }
}

export function readDeskHash(hash: string): DeskPlace {
  const [, first = '', second = ''] = /^#desk\/(\w+)(?:\/(\w+))?$/.exec(hash) ?? [];
  if (first === 'measures') return { at: 'measures' };
  if (!/^[1-9]\d{0,14}$/.test(first)) return { at: 'list' };
  return { at: 'incident', id: Number(first), tab: INCIDENT_TABS.find((tab) => tab === second) ?? 'reports' };
}
