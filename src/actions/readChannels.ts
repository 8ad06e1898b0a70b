import { receiptOf } from '../domain/channels.ts';
import { CHANNELS, type Channel, type Says } from '../domain/drift.ts';
import { reaches } from '../domain/drillReach.ts';
import { type Incident, toIncident } from '../domain/incident.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { postedOf } from './chatPosts.ts';
import { checkLinks } from './checkLinks.ts';
import { countCoverage } from './countCoverage.ts';
import { placesOf } from './keepPlaces.ts';
import { lookForIncident } from './pageChannel.ts';
import { lastToldOnIssue } from './tellIssue.ts';

/** What a channel said, or why it said nothing, and when it was asked. */
export type ChannelLook = { readonly channel: Channel; readonly asOf: Date } & (
  | { readonly says: Says }
  | { readonly error: ServiceError }
);

export interface ChannelsRead {
  /** As it stood when the channels were asked. */
  readonly incident: Incident;
  /** Of the channels that this account has set up and this incident uses. */
  readonly looks: readonly ChannelLook[];
}

/**
 * Asks every channel what it says of an incident: a dozen requests, so it is for a person who wants to know. Each fails
 * alone. Throws the `ServiceError` of the incident's own ticket.
 */
export async function readChannels(ports: BroadcastPorts, incidentId: TicketId): Promise<ChannelsRead> {
  const problem = await ports.tickets.readOne(incidentId);
  const incident = toIncident(problem);
  const looks = await Promise.all(
    CHANNELS.filter((channel) => reaches(incident, channel)).map(
      async (channel): Promise<ChannelLook | undefined> => {
        const asOf = ports.clock.now();
        try {
          const says = await ASK[channel](ports, incident, problem);
          return says && { channel, asOf, says };
        } catch (error) {
          if (error instanceof ServiceError) return { channel, asOf, error };
          throw error;
        }
      },
    ),
  );
  return { incident, looks: looks.flatMap((look) => look ?? []) };
}

type Ask = (ports: BroadcastPorts, incident: Incident, problem: Ticket) => Promise<Says | undefined>;

const ASK: Record<Channel, Ask> = {
  async tickets(ports, incident) {
    const { told, total, behind } = (await countCoverage(ports, incident)).coverage;
    return { channel: 'tickets', told, total, behind };
  },
  async jira(ports, incident) {
    const name = incident.jiraId ?? incident.jiraKey;
    if (!ports.issues || !name) return undefined;
    const tracker = await ports.issues();
    const issue = await tracker.read(name);
    const [n, links] = await Promise.all([
      lastToldOnIssue(tracker, issue.id, incident.id),
      checkLinks(ports, incident),
    ]);
    return { channel: 'jira', issue, n, links: links?.count };
  },
  async slack({ chat }, incident, problem) {
    if (!chat) return undefined;
    const [its, posted] = [await chat(), postedOf(placesOf(problem).slack)];
    const receipt = receiptOf(incident, 'slack');
    const isTold = receipt?.outcome === 'told';
    // What it was not told it does not say, and nobody needs to ask.
    const isAskable = isTold && its.keeps === 'threads' && posted;
    const isGone = isAskable ? await its.urlOf(posted).then(() => false, isMessageGone) : false;
    const n = isTold ? receipt.n : incident.heard?.slack;
    return { channel: 'slack', n, isGone, ...(isTold && { at: receipt.at }) };
  },
  async pendo({ guide }, incident) {
    if (!guide) return undefined;
    const its = await guide();
    const [pages, { isShown }] = await Promise.all([its.pages(), its.state()]);
    const ours = pages.flatMap(({ notices, isPublic }) =>
      notices.filter(({ incident: id }) => id === incident.id).map(({ n }) => ({ n, isPublic })),
    );
    const isPublic = ours.some((each) => each.isPublic);
    // One language that is behind leaves its readers behind.
    const n = ours.length > 0 ? Math.min(...ours.map((each) => each.n)) : undefined;
    return { channel: 'pendo', n, isPublic, isShown };
  },
  async statuspage({ statusPage, account }, { id: incident }, problem) {
    if (!statusPage) return undefined;
    const known = placesOf(problem).statuspage?.id;
    const found = await lookForIncident(await statusPage(), known, { account, incident });
    return { channel: 'statuspage', n: found?.n, stage: found?.stage };
  },
};

function isMessageGone(error: unknown): true {
  if (error instanceof ServiceError && error.code === 'message_not_found') return true;
  throw error;
}
