import { chatRoot, chatUpdate, MOST_MISSED, type Posted } from '../domain/chatText.ts';
import { type IncidentRecord, readRecord, type Update } from '../domain/record.ts';
import type { Ticket } from '../domain/ticket.ts';
import { isHeld } from '../domain/turn.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { ThreadedChat } from '../ports/chat.ts';
import { ServiceError } from '../ports.ts';
import { channelTexts } from './channelTexts.ts';
import { inTime, postedOf } from './chatPosts.ts';
import { keepPlaces, placesOf } from './keepPlaces.ts';
import { politely } from './politely.ts';
import type { Channel } from './tellChannels.ts';
import { updatesBetween } from './updatesBetween.ts';

// https://docs.slack.dev/apis/web-api/rate-limits: a message a second in each channel
const BETWEEN_POSTS_MS = 1_100;
const BETWEEN_LOOKS_MS = 5_000;

/**
 * The team's chat as a channel: the incident's one message is posted or brought up to date, and the update goes into its
 * thread. A chat can't be asked what it was told, so a post is never repeated by itself. `undefined` when none is set up.
 */
export async function chatChannel(ports: BroadcastPorts, { id }: Ticket): Promise<Channel | undefined> {
  if (!ports.chat) return undefined;
  const chat = await ports.chat();
  const { clock, tickets } = ports;
  return {
    name: NAME,
    canLook: false,
    async declare(until) {
      const problem = await tickets.readOne(id);
      const { facts, texts } = await channelTexts(ports, problem, undefined);
      const message = () => chatRoot(facts, texts);
      if (chat.keeps === 'nothing') return politely(clock, () => chat.post(message()));
      await bringUpToDate(ports, chat, problem, message, until);
    },
    async tell(update, until) {
      const problem = await tickets.readOne(id);
      const { facts, texts } = await channelTexts(ports, problem, update);
      const missed = await missedBy(ports, problem, update);
      if (chat.keeps === 'nothing')
        return politely(clock, () => chat.post(chatUpdate(facts, texts, true, missed)));
      const root = await bringUpToDate(ports, chat, problem, () => chatRoot(facts, texts), until);
      if (root.isNew) await clock.pause(BETWEEN_POSTS_MS);
      // What the channel was told loudly is taken back as loudly; its first message stands in the channel by itself.
      const isLoud = !root.isNew && (update.stage === 'resolved' || update.reopens === true);
      await politely(
        clock,
        inTime(clock, until, () => chat.reply(root.posted, chatUpdate(facts, texts, false, missed), isLoud)),
      );
    },
  };
}

const NAME = 'slack';

/** The updates since the last that the chat has heard, which it could not be told at their time. */
async function missedBy(ports: BroadcastPorts, { id, fields }: Ticket, { n }: Update) {
  const read = readRecord(fields.allclear_record);
  const heard = read.state === 'read' ? read.record.heard?.[NAME] : undefined;
  if (heard === undefined || heard >= n - 1) return [];
  return updatesBetween(ports, id, Math.max(heard, 0), n, MOST_MISSED);
}

type Slack = NonNullable<IncidentRecord['slack']>;

/** The incident's one message, as it should read now: edited, or posted where there is none or somebody has deleted it. */
async function bringUpToDate(
  ports: BroadcastPorts,
  chat: ThreadedChat,
  problem: Ticket,
  message: () => Parameters<ThreadedChat['post']>[0],
  until: Date,
): Promise<{ readonly posted: Posted; readonly isNew: boolean }> {
  const { clock, tickets } = ports;
  const { id } = problem;
  const by = crypto.randomUUID();
  for (let known = placesOf(problem).slack; ; known = placesOf(await tickets.readOne(id)).slack) {
    const posted = postedOf(known);
    if (posted && (await isEdited(posted))) return { posted, isNew: false };
    const turn = await keepSlack((now) =>
      isFree(now, posted) ? { opening: { by, until: until.toISOString() } } : undefined,
    ).catch(nothingPosted);
    if (turn?.opening?.by === by) return open(posted);
    // Whoever tells the update before this one is about to post it, or just has.
    await clock.pause(BETWEEN_LOOKS_MS);
  }

  async function isEdited(posted: Posted): Promise<boolean> {
    try {
      await politely(clock, () => chat.edit(posted, message()), true);
      return true;
    } catch (error) {
      // An edit that may or may not have been made is made again by the next try.
      if (!(error instanceof ServiceError) || error.code !== 'message_not_found') return nothingPosted(error);
      return false;
    }
  }

  function isFree(now: Slack | undefined, gone: Posted | undefined): boolean {
    const isAsKnown = postedOf(now)?.ts === gone?.ts;
    return isAsKnown && !(now?.opening && now.opening.by !== by && isHeld(now.opening.until, clock.now()));
  }

  async function open(gone: Posted | undefined) {
    try {
      const posted = await politely(
        clock,
        inTime(clock, until, () => chat.post(message())),
      );
      const url = await chat.urlOf(posted).catch(() => undefined); // people find it in the channel
      await keepSlack(() => ({ ...posted, ...(url && { url }) }));
      return { posted, isNew: true };
    } catch (error) {
      await keepSlack((now) => (now?.opening?.by === by ? { ...gone } : undefined));
      throw error;
    }
  }

  async function keepSlack(decide: (now: Slack | undefined) => Slack | undefined) {
    const places = await keepPlaces(ports, id, ({ slack }) => {
      const wanted = decide(slack);
      return wanted && { slack: wanted };
    });
    return places.slack;
  }
}

/** However this failed, there is no message to look for. */
function nothingPosted(error: unknown): never {
  if (!(error instanceof ServiceError)) throw error;
  const { service, trouble, detail, code, retryAfter } = error;
  throw new ServiceError(service, trouble, { detail, code, retryAfter, isRead: true });
}
