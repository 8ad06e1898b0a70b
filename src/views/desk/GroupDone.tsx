import { NO_INCIDENT_TAG } from '../../domain/spotting.ts';
import { leftWords } from '../declare/stepWords.ts';
import { explainRefusal } from '../explainRefusal.ts';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { Small } from '../pieces.tsx';
import { Lines } from './possibleShapes.tsx';
import type { GroupOutcome } from './useGroupDeed.ts';

/** What became of the tickets of a possible incident, and of those that could not be written why not. */
export function GroupDone({ outcome }: { outcome: GroupOutcome }) {
  const words = useWords();
  const { t } = words;
  if (outcome.did === 'nothing')
    return (
      <Note weight="warning">
        <span>{t('possible.refused', { why: explainRefusal(outcome.refusal, words) })}</span>
      </Note>
    );
  const { did, done, not } = outcome;
  const count = done.length;
  const said =
    did === 'attach'
      ? count > 0
        ? t('possible.attached', { count, title: outcome.title })
        : t('possible.attachedNone')
      : count > 0
        ? t('possible.dismissed', { count, tag: NO_INCIDENT_TAG })
        : t('possible.dismissedNone');
  return (
    <Note weight={not.length > 0 ? 'warning' : 'success'}>
      <span dir="auto">{said}</span>
      {not.length > 0 && (
        <Lines>
          {not.map((left) => (
            <li key={left.id}>
              <Small as="span">
                {did === 'attach' ? leftWords(left, words) : t('possible.left', { ticket: `#${left.id}` })}
              </Small>
            </li>
          ))}
        </Lines>
      )}
    </Note>
  );
}
