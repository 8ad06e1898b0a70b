import { toIncident } from '../domain/incident.ts';
import { RESTORE } from '../domain/running.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { restoreReports } from './restoreReports.ts';
import type { Channel } from './tellChannels.ts';

// So many are named; the others carry the same tag.
const MOST_NAMED = 5;

/**
 * Putting the reports back as a channel among the others: done once, by one of those who would, and again by whoever tries
 * when it has failed. `undefined` while the incident runs.
 */
export function restoreChannel(ports: BroadcastPorts, problem: Ticket): Channel | undefined {
  if (!toIncident(problem).isOver) return undefined;
  return {
    name: RESTORE,
    canLook: true,
    async tell(_update, until) {
      const { refused } = await restoreReports(ports, problem.id, { until });
      if (refused.length === 0) return;
      const ids = refused.slice(0, MOST_NAMED).map(({ id }) => `#${id}`);
      const more = refused.length > ids.length ? ` +${refused.length - ids.length}` : '';
      const why = refused[0]?.detail;
      const detail = `${ids.join(', ')}${more}${why ? `: ${why}` : ''}`;
      throw new ServiceError('Zendesk', 'refused', { detail, isRead: true });
    },
  };
}
