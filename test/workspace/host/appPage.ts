import type { Session } from '../zaf/session.ts';
import { type AppFrame, openAppFrame } from './appFrame.ts';
import { h } from './h.ts';
import { showModals } from './modals.ts';
import type { Page } from './page.ts';
import type { PlacePage } from './place.ts';
import { openTicketless } from './ticketless.ts';
import { showToasts } from './toasts.ts';

/** The app's own page behind its icon in the nav bar. It is loaded when it is first shown, and kept from then on. */
export function drawAppPage(page: Page): PlacePage {
  const toasts = h('div', { class: 'toasts', role: 'status' });
  const element = h('div', { class: 'app-page', hidden: true }, toasts);
  let frame: AppFrame | undefined;
  let session: Session | undefined;

  async function open(opened: AppFrame) {
    element.prepend(opened.element);
    session = await openTicketless(page, 'nav_bar', opened.guid);
    opened.connect(session);
    showToasts(session, toasts);
    showModals(page, session, element);
    session.watch((event, value) => {
      const { type, id } = (event === 'route' ? value : {}) as { type?: string; id?: unknown };
      if (type === 'ticket') page.go(`tickets/${Number(id)}`);
    });
  }

  return {
    element,
    show(name) {
      const isShown = name !== undefined;
      if (isShown !== element.hidden) return;
      element.hidden = !isShown;
      for (const place of ['app', 'pane'])
        session?.announce(isShown ? `${place}.activated` : `${place}.deactivated`, undefined);
      if (!isShown || frame) return;
      frame = openAppFrame(page, page.start.navBar?.location ?? '', crypto.randomUUID(), 'nav-frame');
      void open(frame);
    },
    follow: (change) => void session?.follow(change),
    setColorScheme: (scheme) => session?.setColorScheme(scheme),
  };
}
