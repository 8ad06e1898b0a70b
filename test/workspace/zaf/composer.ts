import { type Announce, announceChange, HostError } from './announce.ts';
import { looksLikeHtml, toHtml, toPlainText } from './richText.ts';

export type CommentType = 'publicReply' | 'internalNote';

export interface Composer {
  /** What the editor holds: HTML in the e-mail editor, plain text in a messaging one. */
  readonly text: string;
  readonly type: CommentType;
  /** `ticket.editor.targetChannel`: email, web, whatsapp, native_messaging … */
  readonly channel: string;
  readonly isPlain: boolean;
  readonly isEmpty: boolean;
  /** What the agent typed, or `comment.text` set by an app. */
  write(text: string): void;
  append(text: string, format: 'text' | 'html' | 'markdown'): void;
  /** `ticket.editor.insert`: at the cursor where a screen says where that is, else at the end. */
  insert(textOrHtml: string): void;
  setType(type: unknown): void;
  setChannel(channel: string): void;
  clear(): void;
  /** A screen that has a cursor puts the text there, and answers what its editor then holds. */
  atCursor?: ((text: string) => string) | undefined;
  /** A screen cleans foreign HTML before it shows it, as Zendesk's editor does. */
  clean: (html: string) => string;
}

// https://developer.zendesk.com/api-reference/apps/apps-support-api/ticket_sidebar/: composers without rich text.
const PLAIN_CHANNELS = new Set([
  'native_messaging',
  'messaging',
  'whatsapp',
  'chat',
  'sms',
  'facebook',
  'twitter',
]);

export function createComposer(channel: string, onlyPrivate: boolean, announce: Announce): Composer {
  let text = '';
  let type: CommentType = onlyPrivate ? 'internalNote' : 'publicReply';
  let target = channel;

  const composer: Composer = {
    get text() {
      return text;
    },
    get type() {
      return type;
    },
    get channel() {
      return target;
    },
    get isPlain() {
      return PLAIN_CHANNELS.has(target) && type === 'publicReply';
    },
    get isEmpty() {
      return toPlainText(text) === '' && !/<img\b/i.test(text);
    },
    write: (wanted) => become(composer.isPlain ? wanted : composer.clean(wanted)),
    append(added, format) {
      const html = format === 'html' ? added : toHtml(added);
      // Each appended piece starts a paragraph of its own, as it does in the e-mail editor.
      if (composer.isPlain) become(joined(text, format === 'html' ? toPlainText(added) : added, '\n'));
      else become(composer.clean(joined(text, html, '<br>')));
    },
    insert(added) {
      const isHtml = looksLikeHtml(added);
      const piece = composer.isPlain
        ? isHtml
          ? toPlainText(added)
          : added
        : composer.clean(isHtml ? added : toHtml(added));
      become(composer.atCursor ? composer.atCursor(piece) : text + piece);
    },
    setType(wanted) {
      if (wanted !== 'publicReply' && wanted !== 'internalNote')
        throw new HostError(`comment.type is publicReply or internalNote, not ${JSON.stringify(wanted)}`);
      if (wanted === 'publicReply' && onlyPrivate)
        throw new HostError('A light agent cannot reply in public');
      if (wanted === type) return;
      const wasPlain = composer.isPlain;
      const old = type;
      type = wanted;
      announceChange(announce, 'comment.type', type, old);
      if (wasPlain !== composer.isPlain) become(composer.isPlain ? toPlainText(text) : toHtml(text));
    },
    setChannel(wanted) {
      if (wanted === target) return;
      const wasPlain = composer.isPlain;
      target = wanted;
      announce('ticket.editor.targetChannel.changed', { name: target });
      if (wasPlain !== composer.isPlain) become(composer.isPlain ? toPlainText(text) : toHtml(text));
    },
    clear: () => become(''),
    clean: (html) => html,
  };

  function become(wanted: string) {
    if (wanted === text) return;
    const old = text;
    text = wanted;
    announceChange(announce, 'comment.text', text, old);
  }

  return composer;
}

const joined = (before: string, added: string, between: string) =>
  before ? before + between + added : added;
