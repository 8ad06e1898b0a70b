import { explainDone } from './explain.ts';
import { Note } from './Note.tsx';
import { useWords } from './phrases.tsx';
import { Small } from './pieces.tsx';

/** Something that an agent did has failed: what is true now, and what to do; `saying` comes before it. */
export function DoneFailed(props: { error: unknown; saying?: string; isSmall?: boolean }) {
  const { error, saying, isSmall } = props;
  const explained = explainDone(error, useWords());
  const text = saying ? `${saying} ${explained}` : explained;
  return isSmall ? <Small role="alert">{text}</Small> : <Note weight="danger">{text}</Note>;
}
