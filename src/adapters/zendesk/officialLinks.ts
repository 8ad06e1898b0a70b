import * as v from 'valibot';
import type { OfficialLinks } from '../../ports/official.ts';
import { type Clock, ServiceError } from '../../ports.ts';
import type { ZafClient } from '../zaf/client.ts';
import { send } from '../zaf/send.ts';
import { createShelf } from '../zaf/shelf.ts';
import { read } from './wire.ts';

const SERVICE = 'Zendesk';
// Without the member nobody can tell whether a link is there, and a link that is made again is there twice.
// https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#list-ticket-related-information
const Related = v.object({
  jira_issue_ids: v.array(v.pipe(v.union([v.string(), v.number()]), v.transform(String))),
});

/**
 * The links of Zendesk's integration with Jira. Only admins may make them, and only where "Manage links" is on: that it is
 * not so is kept in the browser tab's session storage.
 */
export function createOfficialLinks(client: ZafClient, clock: Clock, storage: () => Storage): OfficialLinks {
  const shelf = createShelf(storage, 'official', v.object({ isRefused: v.literal(true) }));
  return {
    isRefused: () => shelf.get(TAB) !== undefined,
    async issuesOf(ticket) {
      const url = `/api/v2/tickets/${ticket}/related.json`;
      const { body } = await send(client, clock, SERVICE, { url });
      return read(Related, body, url).jira_issue_ids;
    },
    // What it answers is not read: others found it not to be as documented.
    // https://developer.zendesk.com/api-reference/ticketing/jira/links/#create-link
    async link(ticket, issue) {
      const link = { ticket_id: String(ticket), issue_id: issue.id, issue_key: issue.key };
      const data = JSON.stringify({ link });
      try {
        const url = '/api/services/jira/links';
        await send(client, clock, SERVICE, { url, type: 'POST', contentType: 'application/json', data });
      } catch (error) {
        const isRefused =
          error instanceof ServiceError && (error.trouble === 'forbidden' || error.trouble === 'missing');
        if (isRefused) shelf.keep(TAB, { isRefused });
        throw error;
      }
    },
  };
}

// What the shelf keeps is the tab's, not a ticket's.
const TAB = 0;
