import type { Session } from '../zaf/session.ts';
import { type AppFrame, openAppFrame } from './appFrame.ts';
import { h } from './h.ts';
import { icon } from './icon.ts';
import type { Page } from './page.ts';

const NARROWEST = 320;
const WIDEST = 720;

/** The apps tray at the right of a ticket. */
export function drawTray(page: Page) {
  const place = h('div', { class: 'app-place' });
  const grip = h('div', { class: 'grip', testId: 'tray-grip', onpointerdown: drag });
  const reload = h(
    'button',
    {
      class: 'quiet',
      title: 'Reload all apps',
      'aria-label': 'Reload all apps',
      testId: 'reload-apps',
      onclick: restart,
    },
    icon('reload'),
  );
  const element = h(
    'aside',
    { class: 'tray', 'aria-label': 'Apps' },
    grip,
    h('header', { class: 'tray-head' }, h('h2', {}, 'Apps'), reload),
    h('section', { class: 'app' }, h('h3', {}, icon('apps'), page.start.installation.name), place),
  );
  let session: Session | undefined;
  let frame: AppFrame = open();

  function open() {
    const opened = openAppFrame(page, page.start.location, crypto.randomUUID(), 'app-frame');
    place.replaceChildren(opened.element);
    return opened;
  }

  function start() {
    if (!session) return;
    session.instances.add({ location: 'ticket_sidebar', guid: frame.guid });
    frame.connect(session);
  }

  function restart() {
    session?.instances.close(frame.guid);
    frame.remove();
    frame = open();
    start();
  }

  function drag(event: PointerEvent) {
    grip.setPointerCapture(event.pointerId);
    // Over an app's page, which is another process, the pointer would be out of our sight.
    element.classList.add('dragged');
    const right = element.getBoundingClientRect().right;
    const over = new AbortController();
    const end = () => {
      element.classList.remove('dragged');
      over.abort();
    };
    const move = ({ clientX, buttons }: PointerEvent) => (buttons ? setWidth(right - clientX) : end());
    grip.addEventListener('pointermove', move, { signal: over.signal });
    for (const how of ['pointerup', 'pointercancel', 'lostpointercapture'])
      grip.addEventListener(how, end, { signal: over.signal });
  }

  function setWidth(width: number) {
    element.style.setProperty('--tray', `${Math.min(WIDEST, Math.max(NARROWEST, width))}px`);
  }

  return {
    element,
    connect(opened: Session) {
      session = opened;
      start();
      opened.watch((event, value) => {
        if (event !== 'app.resized') return;
        const { guid, size } = value as {
          guid: string;
          size: { height?: string | number; width?: string | number };
        };
        if (guid !== frame.guid) return;
        if (size.height !== undefined) frame.element.style.height = pixels(size.height);
        // A fixed place keeps its width; only a flexible one may be as wide as its app asks.
        // A share, such as 100%, is of the place as it is.
        const width = String(size.width ?? '');
        if (width && !width.endsWith('%')) setWidth(Number.parseFloat(width) || NARROWEST);
      });
    },
  };
}

const pixels = (size: string | number) =>
  typeof size === 'number' || /^\d+$/.test(size) ? `${size}px` : size;
