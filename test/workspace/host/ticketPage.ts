import { openSession, type Session } from '../zaf/session.ts';
import type { Snapshot } from '../zaf/snapshot.ts';
import { api } from './api.ts';
import { drawTray } from './appsTray.ts';
import { drawComposer } from './composerView.ts';
import { drawConversation } from './conversation.ts';
import { drawFooter } from './footer.ts';
import { h } from './h.ts';
import { showModals } from './modals.ts';
import type { Page } from './page.ts';
import { drawProperties } from './properties.ts';
import { now } from './time.ts';
import { showToasts } from './toasts.ts';
import { statusBadge } from './viewsPage.ts';

export interface TicketPage {
  element: HTMLElement;
  session: Session | undefined;
  setActive(active: boolean): void;
  close(): void;
}

/** A ticket in its tab. The app's iframe starts to load at once; the rest is drawn when the ticket has arrived. */
export function openTicketPage(page: Page, ticketId: number, onLoaded: () => void): TicketPage {
  const tray = drawTray(page);
  const middle = h('section', { class: 'middle', 'aria-label': 'Conversation' }, skeleton());
  const left = h('aside', { class: 'left', 'aria-label': 'Ticket properties' }, skeleton());
  const element = h('div', { class: 'ticket', testId: 'ticket' }, left, middle, tray.element);
  const toasts = h('div', { class: 'toasts', role: 'status' });
  element.append(toasts);

  const ticketPage: TicketPage = {
    element,
    session: undefined,
    setActive(active) {
      if (element.hidden !== active) return;
      element.hidden = !active;
      ticketPage.session?.announce(active ? 'app.activated' : 'app.deactivated', undefined);
    },
    close() {
      ticketPage.session?.close();
      // The app hears app.willDestroy before its page is taken away.
      setTimeout(() => element.remove(), 50);
      element.hidden = true;
    },
  };

  // One after the other, so that an older answer never comes after a newer one.
  let last: Promise<unknown> = Promise.resolve();
  const load = (): Promise<Snapshot> => {
    const next = last.catch(() => undefined).then(() => api.ticket(ticketId, page.agent.id));
    last = next;
    return next;
  };

  load().then(
    (snapshot) => {
      const session = openSession({
        snapshot,
        reload: load,
        send: api.call,
        request: (options) => api.request(page.agent.id, options),
        now,
        installation: page.start.installation,
        colorScheme: page.scheme,
        ...(page.start.fieldsOnForm ? { fieldsOnForm: page.start.fieldsOnForm } : {}),
      });
      ticketPage.session = session;
      tray.connect(session);
      left.replaceChildren(drawProperties(page, session));
      middle.replaceChildren(
        drawHead(session),
        drawConversation(session),
        drawComposer(session),
        drawFooter(page, session),
      );
      showToasts(session, toasts);
      showModals(page, session, element);
      session.watch((event, value) => {
        if (event === 'route') follow(page, value as { type: string; id: unknown });
        if (event === 'snapshot') onLoaded();
      });
      onLoaded();
    },
    (cause: unknown) => middle.replaceChildren(h('p', { class: 'empty' }, String(cause))),
  );
  return ticketPage;
}

function drawHead(session: Session) {
  const head = h('header', { class: 'head' });
  const draw = () => {
    const { ticket, requester } = session.snapshot;
    head.replaceChildren(
      h('h1', {}, String(session.form.value('subject'))),
      h(
        'p',
        {},
        statusBadge(ticket.status),
        h('span', {}, `Ticket #${ticket.id}`),
        h('span', {}, requester.name),
      ),
    );
  };
  draw();
  session.watch((event) => (event === 'snapshot' || event === 'ticket.subject.changed') && draw());
  return head;
}

function follow(page: Page, { type, id }: { type: string; id: unknown }) {
  if (type === 'ticket') page.go(`tickets/${Number(id)}`);
}

function skeleton() {
  return h('div', { class: 'skeleton', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'), h('i'));
}
