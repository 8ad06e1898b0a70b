import type { Session } from '../zaf/session.ts';
import type { ShownComment } from '../zaf/snapshot.ts';
import { avatar } from './avatar.ts';
import { cleanHtml } from './cleanHtml.ts';
import { h } from './h.ts';
import { icon } from './icon.ts';
import { when } from './time.ts';
import { CHANNEL_WORDS } from './words.ts';

/** What was said on the ticket, oldest first, scrolled to the newest. */
export function drawConversation(session: Session): HTMLElement {
  const list = h('div', { class: 'conversation', testId: 'conversation', tabindex: '0' });
  let shown = 0;
  const draw = () => {
    const { comments } = session.snapshot;
    // What is there stays as it is: only what is new is added.
    list.append(...comments.slice(shown).map(drawComment));
    if (comments.length !== shown) queueMicrotask(() => list.scrollTo({ top: list.scrollHeight }));
    shown = comments.length;
  };
  draw();
  requestAnimationFrame(() => list.scrollTo({ top: list.scrollHeight }));
  session.watch((event) => event === 'snapshot' && draw());
  return list;
}

function drawComment(comment: ShownComment) {
  const { author } = comment;
  const isAgent = author.role !== 'end-user';
  const kind = comment.public ? (isAgent ? 'reply' : 'said') : 'note';
  const body = h('div', { class: 'body', dir: 'auto' });
  if (comment.html === undefined) body.textContent = comment.body;
  else body.append(cleanHtml(comment.html));
  return h(
    'article',
    {
      class: `comment ${kind}`,
      testId: 'comment',
      'data-public': comment.public,
      'data-comment-id': comment.id,
    },
    avatar(author.name, isAgent ? 'agent' : 'customer'),
    h(
      'div',
      { class: 'said-by' },
      h('strong', {}, author.name),
      h('span', { class: 'via' }, comment.public ? via(comment.channel) : 'Internal note'),
      h('time', { datetime: new Date(comment.at).toISOString() }, when(comment.at)),
    ),
    !comment.public && h('span', { class: 'lock', title: 'Only agents see this' }, icon('lock')),
    body,
  );
}

const via = (channel: string) => CHANNEL_WORDS[channel] ?? channel;
