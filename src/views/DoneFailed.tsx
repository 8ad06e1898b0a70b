import { explainDone } from './explain.ts';
import { Note } from './Note.tsx';
import { useWords } from './phrases.tsx';

/** Something that an agent did has failed: what is true now, and what to do; `saying` comes before it. */
export function DoneFailed({ error, saying = '' }: { error: unknown; saying?: string }) {
  const words = useWords();
  return <Note weight="danger">{`${saying} ${explainDone(error, words)}`.trim()}</Note>;
}
