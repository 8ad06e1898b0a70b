import type { DeskPorts } from '../../ports/desk.ts';
import { createScreen, type Iframe } from '../createScreen.tsx';
import { createWords } from '../phrases.tsx';
import { Desk } from './Desk.tsx';

/** The iframe behind the app's icon in the nav bar. */
export interface OpenedDesk extends Iframe {
  readonly ports: Promise<DeskPorts>;
  readonly language: Promise<string>;
  readonly onDestroy: (act: () => void) => void;
}

/** Shows the desk in `root`. `app` is missing outside Zendesk. */
export async function start(
  root: HTMLElement,
  app: OpenedDesk | undefined,
  loadPhrases: (language: string) => Promise<unknown>,
): Promise<void> {
  if (!app) {
    root.textContent = createWords('en', await loadPhrases('en')).t('trouble.outside');
    return;
  }
  const [ports, language] = await Promise.all([app.ports, app.language]);
  const phrases = await loadPhrases(language);
  createScreen(root, app)(language, phrases, <Desk ports={ports} onDestroy={app.onDestroy} />);
}
