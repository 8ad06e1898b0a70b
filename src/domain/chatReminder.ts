import {
  type ChannelFacts,
  type ChannelWords,
  cleanTexts,
  fill,
  ticketAddress,
  utcTime,
} from './channelFacts.ts';
import type { ChatMessage, ChatSpan } from './chatText.ts';
import { cut } from './cut.ts';
import { newestUpdate } from './incident.ts';
import { oneLine } from './markup.ts';
import type { PromiseKind, Reminder } from './promises.ts';

const LONGEST = 250;

/** A promise that was broken, for the team's chat: what was promised for when, who spoke last, and where to go. */
export function chatReminder(
  { incident, account, language }: ChannelFacts,
  { channels }: { readonly channels: ChannelWords },
  { kind, due, stage }: Reminder,
  isAlone: boolean,
): ChatMessage {
  const n = newestUpdate(incident);
  const time = utcTime(due, language);
  const heading = fill(wordsFor(kind, stage, channels), { n: n + 1, time });
  const title = cut(cleanTexts(incident).title, LONGEST);
  const by = cut(oneLine(incident.update?.by.name ?? ''), LONGEST);
  const ticket: ChatSpan = {
    text: fill(channels.incident, { id: incident.id }),
    href: ticketAddress(account, incident.id),
  };
  return {
    about: { account, incident: incident.id, n },
    summary: `${heading} · ${title}`,
    parts: [
      {
        lines: [
          [{ text: heading, isStrong: true }],
          ...(isAlone ? [[{ text: title, isStrong: true }]] : []),
          ...(by ? [[{ text: fill(channels.lastBy, { n, by }) }]] : []),
          [ticket],
        ],
      },
    ],
  };
}

function wordsFor(
  kind: PromiseKind,
  stage: number,
  { overdue, stillOverdue, etaPassed }: ChannelWords,
): string {
  switch (kind) {
    case 'update':
      return stage > 1 ? stillOverdue : overdue;
    case 'eta':
      return etaPassed;
  }
}
