import { isBy, isFresh, recordOf } from '../domain/channelClaim.ts';
import { chatRoot, chatUpdate, type Posted } from '../domain/chatText.ts';
import type { DeskTime } from '../domain/deskTime.ts';
import type { IncidentRecord } from '../domain/record.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import { withChannels } from '../domain/writeRecord.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { ThreadedChat } from '../ports/chat.ts';
import { ServiceError } from '../ports.ts';
import { politely } from './politely.ts';
import { type ChannelEnd, type Telling, tellOnce } from './tellOnce.ts';

const CHANNEL = 'slack';
// https://docs.slack.dev/apis/web-api/rate-limits: a message a second in each channel
const BETWEEN_POSTS_MS = 1_100;
const BETWEEN_LOOKS_MS = 5_000;

/**
 * Tells the team's chat of update `n`: the incident's one message is posted or brought up to date, and the update goes into
 * its thread. `undefined` when no chat is set up. `again` is a person's wish after it has failed, or nobody knew.
 */
export async function tellChat(
  ports: BroadcastPorts,
  incidentId: TicketId,
  n: number,
  again = false,
  time?: DeskTime,
): Promise<ChannelEnd | undefined> {
  if (!ports.chat) return undefined;
  const chat = await ports.chat();
  return tellOnce(
    ports,
    incidentId,
    { channel: CHANNEL, n, again },
    async (telling) => {
      const { facts, texts } = telling;
      if (chat.keeps === 'nothing')
        return politely(ports.clock, () => chat.post(chatUpdate(facts, texts, true)));
      const root = await bringUpToDate(ports, chat, incidentId, telling);
      if (root.isNew) await ports.clock.pause(BETWEEN_POSTS_MS);
      // What the channel was told loudly is taken back as loudly; its first message stands in the channel by itself.
      const { incident } = facts;
      const isLoud = !root.isNew && (incident.stage === 'resolved' || incident.update?.reopens === true);
      await politely(ports.clock, () => chat.reply(root.posted, chatUpdate(facts, texts), isLoud));
    },
    time,
  );
}

/** The incident's one message as it should read now; posted, if there is none or somebody has deleted it. */
async function bringUpToDate(
  ports: BroadcastPorts,
  chat: ThreadedChat,
  incidentId: TicketId,
  telling: Telling,
): Promise<{ readonly posted: Posted; readonly isNew: boolean }> {
  const { clock, tickets } = ports;
  const { facts, texts, me, keep } = telling;
  for (let { problem } = telling; ; problem = await tickets.readOne(incidentId)) {
    const known = recordOf(problem)?.slack;
    const posted = postedOf(known);
    if (posted && (await isEdited(posted))) return { posted, isNew: false };
    const isOpenedElsewhere =
      known?.opening && !isBy(known.opening, me) && isFresh(known.opening.at, clock.now());
    if (posted || !isOpenedElsewhere) return open(posted);
    // Whoever tells the update before this one is about to post it.
    await clock.pause(BETWEEN_LOOKS_MS);
  }

  async function isEdited(posted: Posted): Promise<boolean> {
    try {
      await politely(clock, () => chat.edit(posted, chatRoot(facts, texts)), true);
      return true;
    } catch (error) {
      if (error instanceof ServiceError && error.code === 'message_not_found') return false;
      throw error instanceof ServiceError ? harmless(error) : error;
    }
  }

  async function open(gone: Posted | undefined) {
    await keepSlack(() => ({ opening: me }));
    try {
      const posted = await politely(clock, () => chat.post(chatRoot(facts, texts)));
      const url = await chat.urlOf(posted).catch(() => undefined); // people find it in the channel
      await keepSlack(() => ({ ...posted, ...(url && { url }) }));
      return { posted, isNew: true };
    } catch (error) {
      await keepSlack(() => (gone ? { ...gone } : undefined));
      throw error;
    }
  }

  function keepSlack(toBe: () => IncidentRecord['slack']) {
    return keep((text, problem: Ticket) => withChannels(text, { slack: toBe() }, problem.createdAt), 'chat');
  }
}

function postedOf(slack: IncidentRecord['slack']): Posted | undefined {
  return slack?.channel && slack.ts ? { channel: slack.channel, ts: slack.ts } : undefined;
}

// An edit that may or may not have been made is made again by the next try: there is nothing to look for.
function harmless({ service, trouble, detail, code, retryAfter }: ServiceError): ServiceError {
  return new ServiceError(service, trouble, { detail, code, retryAfter, isRead: true });
}
