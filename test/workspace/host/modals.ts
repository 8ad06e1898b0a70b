import type { AppInstance } from '../zaf/instances.ts';
import type { Session } from '../zaf/session.ts';
import { type AppFrame, openAppFrame } from './appFrame.ts';
import { h } from './h.ts';
import { icon } from './icon.ts';
import type { Page } from './page.ts';

/** Modal instances of the app, each in an iframe over the ticket. */
export function showModals(page: Page, session: Session, place: HTMLElement): void {
  const shown = new Map<string, { frame: AppFrame; backdrop: HTMLElement }>();

  function open(instance: AppInstance) {
    const frame = openAppFrame(page, instance.url ?? page.start.location, instance.guid, 'modal-frame');
    resize(frame, instance.size);
    const close = h(
      'button',
      {
        class: 'quiet',
        'aria-label': 'Close',
        testId: 'modal-close',
        onclick: () => session.instances.close(instance.guid),
      },
      icon('close'),
    );
    const backdrop = h(
      'div',
      { class: 'backdrop', testId: 'modal' },
      h(
        'div',
        { class: 'modal', role: 'dialog', 'aria-modal': 'true', 'aria-label': page.start.installation.name },
        h('header', {}, h('h2', {}, icon('apps'), page.start.installation.name), close),
        frame.element,
      ),
    );
    shown.set(instance.guid, { frame, backdrop });
    place.append(backdrop);
    frame.connect(session);
  }

  session.watch((event, value) => {
    const instance = value as AppInstance;
    if (event === 'instance.created' && instance.location === 'modal') open(instance);
    if (event === 'instance.closed') {
      shown.get(instance.guid)?.frame.remove();
      const { backdrop } = shown.get(instance.guid) ?? {};
      if (backdrop) backdrop.hidden = true;
      setTimeout(() => backdrop?.remove(), 60);
      shown.delete(instance.guid);
    }
    if (event === 'app.resized') {
      const { guid, size } = value as { guid: string; size: AppInstance['size'] };
      const found = shown.get(guid);
      if (found) resize(found.frame, size);
    }
  });
}

function resize({ element }: AppFrame, size: AppInstance['size']) {
  element.style.width = length(size?.width ?? 600);
  element.style.height = length(size?.height ?? 400);
}

// Viewport units are the app's way to ask for a share of the screen.
const length = (size: string | number) => (/^\d+$/.test(String(size)) ? `${size}px` : String(size));
