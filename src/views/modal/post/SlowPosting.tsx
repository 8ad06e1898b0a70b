import { useRef } from 'react';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';

// Most updates are posted sooner; a ticket that has just changed takes two seconds to settle.
const SLOW_MS = 5_000;

/** Says that Zendesk makes posting wait, once it has done so for a while. */
export function SlowPosting({ isPosting, now }: { isPosting: boolean; now: Date }) {
  const { t, span } = useWords();
  const since = useRef<number | undefined>(undefined);
  since.current = isPosting ? (since.current ?? now.getTime()) : undefined;
  const waited = since.current === undefined ? 0 : now.getTime() - since.current;
  if (waited < SLOW_MS) return null;
  return <Note weight="warning">{t('post.slow', { age: span(waited) })}</Note>;
}
