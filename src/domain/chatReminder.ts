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
import { dayWords } from './dayWords.ts';
import { newestUpdate } from './incident.ts';
import { oneLine } from './markup.ts';
import type { Reminder } from './promises.ts';
import { dueDay } from './review.ts';

const LONGEST = 250;

/** A promise that was broken, for the team's chat: what was promised for when, who spoke last or owns it, and where to go. */
export function chatReminder(
  { incident, account, language }: ChannelFacts,
  { channels }: { readonly channels: ChannelWords },
  reminder: Reminder,
  isAlone: boolean,
): ChatMessage {
  const n = newestUpdate(incident);
  const { review, update } = incident;
  const time = utcTime(reminder.due, language);
  const day = dayWords((review && dueDay(review)) ?? '', language);
  const heading = fill(wordsFor(reminder, channels), { n: n + 1, time, day });
  const title = cut(cleanTexts(incident).title, LONGEST);
  const isReview = reminder.kind === 'review';
  const name = cut(oneLine((isReview ? review?.owner?.name : update?.by.name) ?? ''), LONGEST);
  const whose = fill(isReview ? channels.reviewOwner : channels.lastBy, { n, by: name, name });
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
          ...(name ? [[{ text: whose }]] : []),
          [ticket],
        ],
      },
    ],
  };
}

function wordsFor({ kind, stage }: Reminder, channels: ChannelWords): string {
  const { overdue, stillOverdue, etaPassed, reviewOverdue, reviewStillOverdue } = channels;
  switch (kind) {
    case 'update':
      return stage > 1 ? stillOverdue : overdue;
    case 'eta':
      return etaPassed;
    case 'review':
      return stage > 1 ? reviewStillOverdue : reviewOverdue;
  }
}
