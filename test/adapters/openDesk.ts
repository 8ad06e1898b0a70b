import { createZendesk } from '../../src/adapters/zendesk/zendesk.ts';
import { driven } from './driven.ts';
import { openTicket, type Wanted } from './openTicket.ts';

/** Zendesk as the ticket desk, over the workspace in one process. */
export function openDesk(wanted: Wanted = {}) {
  const opened = openTicket(wanted);
  const { client, clock, time, fieldIds } = opened;
  return {
    ...opened,
    desk: driven(
      createZendesk(client, clock, async () => fieldIds),
      time,
    ),
  };
}

export type DeskUnderTest = Pick<
  ReturnType<typeof openDesk>,
  'desk' | 'world' | 'time' | 'incident' | 'reports' | 'mara' | 'tom' | 'ines' | 'support'
>;
