import { createRoot } from 'react-dom/client';
import type { Seen } from '../../actions/seeTicket.ts';
import type { Ports } from '../../ports.ts';
import { Boundary } from '../Boundary.tsx';
import { Frame } from '../Frame.tsx';
import { Note } from '../Note.tsx';
import { createWords, useWords, WithWords } from '../phrases.tsx';
import { Panel } from '../pieces.tsx';
import { Sidebar } from './Sidebar.tsx';

/** The iframe as it was opened: who it is for, what it may ask, and what is under way. */
export interface Opened {
  readonly ports: Promise<Ports>;
  readonly ticketId: Promise<number>;
  readonly firstLook: Promise<Seen>;
  readonly language: Promise<string>;
  readonly onColorScheme: (act: (scheme: string) => void) => void;
  readonly onDestroy: (act: () => void) => void;
  readonly resize: (height: number) => void;
}

/** Shows the ticket sidebar in `root`. `app` is missing when the page was opened outside Zendesk. */
export async function start(
  root: HTMLElement,
  app: Opened | undefined,
  loadPhrases: (language: string) => Promise<unknown>,
): Promise<void> {
  if (!app) {
    root.textContent = createWords('en', await loadPhrases('en')).t('trouble.outside');
    return;
  }
  const [ports, ticketId, language] = await Promise.all([app.ports, app.ticketId, app.language]);
  const phrases = await loadPhrases(language);
  // What has come while this was loading is shown at once, without a skeleton before it.
  const first = await Promise.race([app.firstLook.catch(() => undefined), ports.clock.pause(0)]);
  new ResizeObserver(([entry]) => {
    if (entry) app.resize(Math.ceil(entry.target.scrollHeight));
  }).observe(root);
  createRoot(root).render(
    <WithWords language={language} phrases={phrases}>
      <Frame onColorScheme={app.onColorScheme}>
        <Panel>
          <Boundary fallback={<Stumbled />}>
            <Sidebar
              ports={ports}
              ticketId={ticketId}
              first={first ?? undefined}
              firstLook={app.firstLook}
              onDestroy={app.onDestroy}
            />
          </Boundary>
        </Panel>
      </Frame>
    </WithWords>,
  );
}

function Stumbled() {
  const { t } = useWords();
  return <Note weight="danger">{t('trouble.bug')}</Note>;
}
