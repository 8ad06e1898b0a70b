import type { LeftOut } from '../../../domain/declaration.ts';
import { leftWords } from '../../declare/stepWords.ts';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';

const MOST_SHOWN = 20;

/** Tickets that stayed where they were, each with its reason. */
export function Left({ not }: { not: readonly LeftOut[] }) {
  const words = useWords();
  const { t } = words;
  if (not.length === 0) return null;
  const more = not.length - MOST_SHOWN;
  return (
    <div data-test-id="several-left">
      <p>{t('several.left', { count: not.length })}</p>
      <ul>
        {not.slice(0, MOST_SHOWN).map((left) => (
          <Small as="li" key={left.id}>
            {leftWords(left, words)}
          </Small>
        ))}
      </ul>
      {more > 0 && <Small>{t('declare.left.more', { count: more })}</Small>}
    </div>
  );
}
