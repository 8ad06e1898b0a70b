import { type SyncedIssue, type SyncOptions, syncLinks } from '../../src/actions/syncLinks.ts';
import { openSettings } from '../workspace/appSettings.ts';
import type { TicketChange } from '../workspace/world/change.ts';
import type { RemoteLink } from '../workspace/world/jira/model.ts';
import { updateTicket } from '../workspace/world/updateTicket.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

const JIRA = openSettings('jira');

export const ISSUE = { id: '10123', key: 'PAY-123' };

/** An outage whose issue is filed, with nothing on it yet, and agents who keep its links right. */
export function openLinks({
  app = {},
  issue = ISSUE,
  ...wanted
}: Wanted & { issue?: Partial<typeof ISSUE> } = {}) {
  const opened = openBroadcast({ ...wanted, app: { ...JIRA, ...app } });
  const { world, incident, run } = opened;
  world.jira.addIssue({ ...ISSUE, type: 'Incident', summary: 'Donation form returns error 502' });
  setRecord((record) => ({ ...record, jira: issue }));

  function setField(id: number, key: string, value: string | null) {
    const { values } = world.ticket(id);
    world.ticket(id).values = { ...values, fields: new Map(values.fields).set(world.fieldId(key), value) };
  }
  function setRecord(change: (record: Record<string, unknown>) => Record<string, unknown>) {
    const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
    setField(incident.id, 'allclear_record', JSON.stringify(change(record)));
  }
  const theIssue = () => world.jira.issue(ISSUE.id);
  let writes: string[] = [];
  world.faults.script(({ method, url }) => {
    if (method !== 'GET' && url.includes('atlassian'))
      writes.push(`${method} ${new URL(url).pathname.split('/').slice(9).join('/')}`);
    return false;
  }, NEVER);

  return {
    ...opened,
    setField,
    setRecord,
    theIssue,
    sync: async (who: 'mara' | 'tom' | 'ines' = 'mara', options: SyncOptions = {}) =>
      (await run(syncLinks(opened.at(who), incident.id, options))) as SyncedIssue,
    /** Writes to Jira since the last time that this was asked. */
    writes() {
      const some = writes;
      writes = [];
      return some;
    },
    /** Tickets with a link, in order; those that are struck through have a tilde. */
    linked: () =>
      theIssue()
        .links.flatMap((link) => ticketOf(link) ?? [])
        .sort((a, b) => a.ticket - b.ticket)
        .map(({ ticket, isResolved }) => (isResolved ? `~${ticket}` : String(ticket))),
    comments: () => theIssue().comments.map(({ body }) => JSON.stringify(body)),
    /** Somebody changes a ticket in Zendesk's own interface. */
    change(id: number, change: TicketChange) {
      updateTicket(world, world.ticket(id), change, world.user(opened.mara.id), { channel: 'web' });
    },
    detach: (id: number) =>
      void updateTicket(world, world.ticket(id), { type: null, problemId: null }, world.user(opened.mara.id)),
  };
}

const NEVER = { kind: 'lost', applied: false } as const;

function ticketOf({ globalId, object }: RemoteLink) {
  const [, ticket] = /^system=https:\/\/harborgifts\.zendesk\.com&ticket=(\d+)$/.exec(globalId ?? '') ?? [];
  return ticket ? { ticket: Number(ticket), isResolved: object.status?.resolved === true } : undefined;
}
