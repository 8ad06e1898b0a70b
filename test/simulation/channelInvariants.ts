import { type ChannelState, channelState } from '../../src/domain/channels.ts';
import { toIncident } from '../../src/domain/incident.ts';
import { readFeed } from '../../src/domain/noticeFeed.ts';
import { NOTICE } from '../workspace/world/seed/notice.ts';
import type { World } from '../workspace/world/world.ts';

export const CHANNELS = ['slack', 'statuspage', 'pendo'] as const;
export type Channel = (typeof CHANNELS)[number];
export type States = Readonly<Record<Channel, ChannelState>>;

/** How the channels stand by the incident's record. */
export function statesIn(world: World, incident: number): States {
  const { values } = world.ticket(incident);
  const known = toIncident({
    id: incident,
    subject: values.subject,
    description: '',
    status: values.status,
    type: 'problem' as const,
    priority: undefined,
    tags: [],
    channel: 'web',
    isMessaging: false,
    createdAt: new Date(0).toISOString(),
    updatedAt: new Date(0).toISOString(),
    fields: { allclear_record: String(world.valueOf(incident, 'allclear_record')) },
  });
  const now = new Date(world.clock.now());
  const stateOf = (channel: Channel) => channelState(known, channel, now);
  return { slack: stateOf('slack'), statuspage: stateOf('statuspage'), pendo: stateOf('pendo') };
}

/** What people see in the channels. */
export function seenIn(world: World) {
  const { messages } = world.slack.channel('support_tech');
  const roots = messages.filter(({ threadTs }) => !threadTs).length;
  const updates = [...world.statuspage.incidents.values()].map((each) => each.updates);
  const pages = [...world.helpCenter.article(NOTICE.article).translations.values()].map(({ body }) =>
    readFeed(body ?? '').map(({ n }) => n),
  );
  const isShown = world.pendo.guide(NOTICE.guide).state === 'public';
  return {
    roots,
    /** How often the thread has a text: as the update that it is, or as one that was missed. */
    inThread: (text: string) =>
      messages.filter(({ threadTs, lines }) => threadTs && lines.includes(text)).length,
    mentions: messages.flatMap((message) => message.mentions),
    onPage: updates.map((each) => each.map(({ body }) => body)),
    mailed: updates.flat().reduce((sum, each) => sum + each.mailed, 0),
    /** Whether every customer of the product reads this update, and no other. */
    isInProduct: (n: number) => isShown && pages.every((notices) => notices.length === 1 && notices[0] === n),
  };
}

/** What does not hold of receipts and of what is seen, a sentence each, once update `n` with this text was told. */
export function brokenReceipts(world: World, incident: number, n: number, text: string): string[] {
  const { slack, statuspage, pendo } = statesIn(world, incident);
  const seen = seenIn(world);
  const broken: string[] = [];
  const holds = (isTrue: boolean, sentence: string) => void (isTrue || broken.push(sentence));
  const said = seen.inThread(text);
  const onPage = seen.onPage.flat().filter((body) => body.includes(text)).length;
  holds(seen.roots <= 1, `Slack has ${seen.roots} messages by themselves`);
  if (slack === 'told') holds(said >= 1, 'Slack is said to be told, and is not');
  if (slack === 'failed') holds(said === 0, 'Slack is said not to be told, and is');
  holds(slack !== 'missing' && slack !== 'telling', `Slack is ${slack} in the end`);
  holds(seen.onPage.length <= 1 && onPage <= 1, `the page says ${JSON.stringify(seen.onPage)}`);
  if (statuspage === 'told') holds(onPage === 1, 'the page is said to show it, and does not');
  if (pendo === 'told') holds(seen.isInProduct(n), 'the product is said to show it, and does not');
  holds(seen.mentions.length === 0, `somebody was called: ${seen.mentions}`);
  holds(seen.mailed === 0, `${seen.mailed} people were written to`);
  return broken;
}
