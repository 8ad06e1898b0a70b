import type { Change } from '../world/changes.ts';
import type { Session } from '../zaf/session.ts';
import { openAppFrame } from './appFrame.ts';
import { h } from './h.ts';
import type { Page } from './page.ts';
import { openTicketless } from './ticketless.ts';
import { showToasts } from './toasts.ts';

export interface Background {
  element: HTMLElement;
  follow(change: Change): void;
}

/** The app's page in the background: one for each window, never in sight. What it has to say shows over whatever is open. */
export function openBackground(page: Page, url: string): Background {
  const frame = openAppFrame(page, url, crypto.randomUUID(), 'background-frame');
  frame.element.hidden = true;
  const toasts = h('div', { class: 'toasts over-all', testId: 'background-toasts' });
  let session: Session | undefined;

  async function start() {
    session = await openTicketless(page, 'background', frame.guid);
    showToasts(session, toasts);
    frame.connect(session);
  }
  void start();

  return { element: h('div', {}, frame.element, toasts), follow: (change) => void session?.follow(change) };
}
