import { DEFAULT_THEME, ThemeProvider } from '@zendeskgarden/react-theming';
import { createRoot } from 'react-dom/client';
import type { Seen } from '../../actions/seeTicket.ts';
import type { Clock, Ports } from '../../ports.ts';
import { createScreen, type Iframe, Stumbled } from '../createScreen.tsx';
import { createWords, WithWords } from '../phrases.tsx';
import { Loading } from './Loading.tsx';
import { Sidebar } from './Sidebar.tsx';

/** The iframe as it was opened: who it is for, what it may ask, and what is under way. */
export interface Opened extends Iframe {
  readonly clock: Clock;
  readonly ports: Promise<Ports>;
  /** Known as the first requests leave. */
  readonly ticketId: Promise<number>;
  readonly firstLook: Promise<Seen>;
  readonly language: Promise<string>;
  readonly onDestroy: (act: () => void) => void;
}

/** Each resolves with a language's phrases: those of the first view, or all. */
export interface Phrases {
  readonly loadFirstPhrases: (language: string) => Promise<unknown>;
  readonly loadPhrases: (language: string) => Promise<unknown>;
}

// A skeleton that is gone sooner than this would only flicker, and hold up what it stands for.
const UNNOTICED_MS = 100;

/**
 * Shows the ticket sidebar in `root`. `app` is missing when the page was opened outside Zendesk. `guess` is the language
 * that the agent probably reads, for what is said and done before Zendesk tells.
 */
export async function start(
  root: HTMLElement,
  app: Opened | undefined,
  { loadFirstPhrases, loadPhrases }: Phrases,
  guess: string,
): Promise<void> {
  const guessed = await loadFirstPhrases(guess);
  warmUp(guess, guessed);
  if (!app) {
    root.textContent = createWords(guess, guessed).t('trouble.outside');
    return;
  }
  const show = createScreen(root, app);
  try {
    const [ports, ticketId, language] = await Promise.all([app.ports, app.ticketId, app.language]);
    const phrases = await loadFirstPhrases(language);
    const skeleton = setTimeout(() => show(language, phrases, <Loading />), UNNOTICED_MS);
    // A failure is told by the view, in more than the first phrases.
    const first = await app.firstLook.catch(() => undefined);
    clearTimeout(skeleton);
    const { firstLook, onDestroy } = app;
    const view = <Sidebar {...{ ports, ticketId, first, firstLook, onDestroy }} />;
    if (first) show(language, phrases, view, false);
    show(language, await loadPhrases(language), view);
  } catch {
    show(guess, guessed, <Stumbled />);
  }
}

// What is done for the first time takes a browser longest: it compiles React and Garden and makes styles. While Zendesk's answers and
// the settings are on their way all of that is done once, out of sight; behind a status that is drawn already it costs nothing.
function warmUp(language: string, phrases: unknown): void {
  createRoot(document.createElement('div')).render(
    <WithWords language={language} phrases={phrases} isWhole={false}>
      <ThemeProvider theme={DEFAULT_THEME}>
        <Loading />
      </ThemeProvider>
    </WithWords>,
  );
}
