import { createRoot } from 'react-dom/client';
import type { ModalTask } from '../../domain/modalTask.ts';
import type { ModalPorts } from '../../ports.ts';
import { Boundary } from '../Boundary.tsx';
import { Frame } from '../Frame.tsx';
import { Note } from '../Note.tsx';
import { createWords, useWords, WithWords } from '../phrases.tsx';
import { Panel } from '../pieces.tsx';
import { Modal } from './Modal.tsx';

/** The modal's iframe as it was opened. */
export interface OpenedModal {
  readonly ports: Promise<ModalPorts>;
  readonly language: Promise<string>;
  readonly onColorScheme: (act: (scheme: string) => void) => void;
  readonly resize: (height: number) => void;
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
  new ResizeObserver(([entry]) => {
    if (entry) app.resize(Math.ceil(entry.target.scrollHeight));
  }).observe(root);
  createRoot(root).render(
    <WithWords language={language} phrases={phrases}>
      <Frame onColorScheme={app.onColorScheme}>
        <Panel>
          <Boundary fallback={<Stumbled />}>
            <Modal ports={ports} task={task} close={app.close} />
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
