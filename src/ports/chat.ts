import type { ChatMessage, Posted } from '../domain/chatText.ts';

/** Where the team talks. Every method throws a `ServiceError`; its `code` is the chat's own name for what went wrong. */
export type TeamChat = ThreadedChat | OneWayChat;

/** A chat whose messages have an address: they can be answered and edited. */
export interface ThreadedChat {
  readonly keeps: 'threads';
  /** Posts to the channel of the settings. Never repeated by itself: an answer that is lost leaves it open whether it was posted. */
  post(message: ChatMessage): Promise<Posted>;
  /** Answers a message in its thread; `isLoud` shows the answer in the channel, too. Never repeated by itself. */
  reply(to: Posted, message: ChatMessage, isLoud: boolean): Promise<Posted>;
  /** Replaces a message of ours; repeating it changes nothing. `missing` when somebody has deleted it. */
  edit(posted: Posted, message: ChatMessage): Promise<void>;
  /** Where people read it; `missing` when somebody has deleted it. */
  urlOf(posted: Posted): Promise<string>;
  /** Who we are there, and how the channel of the settings stands. Posts nothing, so the right to post is not tried. */
  check(): Promise<ChatCheck>;
}

export interface ChatCheck {
  readonly team: string;
  readonly bot: string;
  /** `missing`: there is none that we can see; `hidden`: we may not look at channels. */
  readonly channel:
    | { readonly name: string; readonly isMember: boolean; readonly isArchived: boolean }
    | 'missing'
    | 'hidden';
}

/** A chat that takes messages and says nothing of them again. */
export interface OneWayChat {
  readonly keeps: 'nothing';
  /** Never repeated by itself. */
  post(message: ChatMessage): Promise<void>;
}
