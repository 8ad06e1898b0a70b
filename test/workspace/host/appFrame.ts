import type { Port } from '../zaf/port.ts';
import type { Session } from '../zaf/session.ts';
import { h } from './h.ts';
import type { Page } from './page.ts';

export interface AppFrame {
  element: HTMLIFrameElement;
  guid: string;
  /** Answers the app from now on, and first of all what it has already said. */
  connect(session: Session): void;
  remove(): void;
}

/** An iframe with a page of the app in it, and the line to it. */
export function openAppFrame(page: Page, url: string, guid: string, testId: string): AppFrame {
  const waiting: unknown[] = [];
  let port: Port | undefined;
  const element = h('iframe', {
    testId,
    title: page.start.installation.name,
    // As Zendesk's: a foreign page without dialogs and without a way to move its host.
    sandbox: `allow-scripts allow-forms allow-same-origin allow-popups${page.start.mayDownload ? ' allow-downloads' : ''}`,
    src: address(page, url, guid),
  });

  function hear({ source, origin, data }: MessageEvent) {
    if (source !== element.contentWindow || origin !== page.start.appUrl) return;
    if (port) port.receive(data);
    else waiting.push(data);
  }
  window.addEventListener('message', hear);

  return {
    element,
    guid,
    connect(session) {
      port = session.instances.connect(guid, (message) =>
        element.contentWindow?.postMessage(message, page.start.appUrl),
      );
      for (const data of waiting.splice(0)) port.receive(data);
    },
    remove() {
      // Its last message is app.willDestroy; it gets a moment to act on it.
      setTimeout(() => {
        window.removeEventListener('message', hear);
        element.remove();
      }, 50);
    },
  };
}

function address(page: Page, url: string, guid: string): string {
  const full = new URL(url, `${page.start.appUrl}/`);
  full.searchParams.set('origin', location.origin);
  full.searchParams.set('app_guid', guid);
  full.searchParams.set('colorScheme', page.scheme);
  return full.href;
}
