import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Boundary } from './Boundary.tsx';
import { Frame } from './Frame.tsx';
import { Note } from './Note.tsx';
import { useWords, WithWords } from './phrases.tsx';
import { Panel } from './pieces.tsx';

/** The iframe that a view is shown in. */
export interface Iframe {
  readonly onColorScheme: (act: (scheme: string) => void) => void;
  readonly resize: (height: number) => void;
}

/** Draws a view in the frame that all of ours have; the iframe grows and shrinks with it. `isWhole` is false with the first phrases alone. */
export type Show = (language: string, phrases: unknown, view: ReactNode, isWhole?: boolean) => void;

export function createScreen(root: HTMLElement, { onColorScheme, resize }: Iframe): Show {
  const screen = createRoot(root);
  new ResizeObserver(([entry]) => {
    if (entry) resize(Math.ceil(entry.target.scrollHeight));
  }).observe(root);
  return (language, phrases, view, isWhole) =>
    screen.render(
      <WithWords language={language} phrases={phrases} isWhole={isWhole}>
        <Frame onColorScheme={onColorScheme}>
          <Panel>
            <Boundary fallback={<Stumbled />}>{view}</Boundary>
          </Panel>
        </Frame>
      </WithWords>,
    );
}

export function Stumbled() {
  const { t } = useWords();
  return <Note weight="danger">{t('trouble.bug')}</Note>;
}
