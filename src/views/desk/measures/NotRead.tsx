import type { Past } from '../../../actions/readDesk.ts';
import type { MeasuresRead } from '../../../actions/readMeasures.ts';
import { explainWhy } from '../../explain.ts';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';

/** What the figures leave out; nothing where they leave out nothing. */
export function NotRead({ past, read, isReading }: { past: Past; read: MeasuresRead; isReading: boolean }) {
  const words = useWords();
  const { t, listOf } = words;
  const { failed, cutOff, left, measured } = read;
  const named = (each: readonly { readonly id: number }[]) => listOf(each.map(({ id }) => `#${id}`));
  const [first] = failed;
  const unread = measured.filter(({ measures }) => !measures.coverage).map(({ incident }) => incident);
  const lines = [
    past.more && t('desk.pastMore'),
    first &&
      t('desk.measure.failed', {
        list: named(failed.map(({ incident }) => incident)),
        why: explainWhy(first.error, words),
      }),
    cutOff.length > 0 && t('desk.measure.cutOff', { list: named(cutOff) }),
    unread.length > 0 && t('desk.measure.tooMany', { list: named(unread) }),
    left > 0 && !isReading && t('desk.measure.left', { count: left }),
  ].filter((line) => typeof line === 'string');
  if (lines.length === 0) return null;
  return (
    <Note weight="warning">
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </Note>
  );
}
