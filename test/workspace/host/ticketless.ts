import { openSession, type Session } from '../zaf/session.ts';
import { api } from './api.ts';
import type { Page } from './page.ts';
import { now } from './time.ts';

/** The session of a page of the app that belongs to no ticket. */
export async function openTicketless(
  page: Page,
  location: 'nav_bar' | 'background',
  guid: string,
): Promise<Session> {
  const snapshot = await api.noTicket(page.agent.id);
  const session = openSession({
    snapshot,
    hasNoTicket: true,
    reload: () => snapshot,
    send: api.call,
    request: (options) => api.request(page.agent.id, options),
    now,
    installation: page.start.installation,
    colorScheme: page.scheme,
  });
  session.instances.add({ location, guid });
  return session;
}
