import type { Session, Toast } from '../zaf/session.ts';
import { h } from './h.ts';
import { icon } from './icon.ts';

/** What apps and Zendesk have to say, at the top, over the conversation: `notify`, and saves that were stopped. */
export function showToasts(session: Session, place: HTMLElement): void {
  session.watch((event, value) => event === 'toast' && show(value as Toast));

  function show({ text, kind, life }: Toast) {
    const toast = h(
      'div',
      {
        class: `toast ${kind}`,
        testId: 'toast',
        'data-kind': kind,
        role: kind === 'notice' ? 'status' : 'alert',
      },
      h('span', {}, text),
      h(
        'button',
        { class: 'quiet small', 'aria-label': 'Dismiss', onclick: () => toast.remove() },
        icon('close'),
      ),
    );
    place.append(toast);
    if (life !== undefined) setTimeout(() => toast.remove(), life);
  }
}
