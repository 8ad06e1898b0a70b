import type { ModalTask } from '../../domain/modalTask.ts';
import type { ModalPorts } from '../../ports/batches.ts';
import { createScreen, type Iframe } from '../createScreen.tsx';
import { createWords } from '../phrases.tsx';
import { Modal } from './Modal.tsx';

/** The modal's iframe as it was opened. */
export interface OpenedModal extends Iframe {
  readonly ports: Promise<ModalPorts>;
  readonly language: Promise<string>;
  readonly close: () => void;
}

/** Shows a modal in `root`. `app` is missing outside Zendesk, `task` when the address makes no sense. */
export async function start(
  root: HTMLElement,
  app: OpenedModal | undefined,
  task: ModalTask | undefined,
  loadPhrases: (language: string) => Promise<unknown>,
): Promise<void> {
  if (!app || !task) {
    root.textContent = createWords('en', await loadPhrases('en')).t('trouble.outside');
    return;
  }
  const [ports, language] = await Promise.all([app.ports, app.language]);
  const phrases = await loadPhrases(language);
  createScreen(root, app)(language, phrases, <Modal ports={ports} task={task} close={app.close} />);
}
