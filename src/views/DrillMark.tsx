import { DRILL_TAG, type Drill } from '../domain/drill.ts';
import { Badge } from './Badge.tsx';
import { Note } from './Note.tsx';
import { useWords } from './phrases.tsx';

/** Beside an incident's stage: that it is a rehearsal. */
export function DrillBadge() {
  const { t } = useWords();
  return (
    <Badge $tone="neutral" data-test-id="drill-badge">
      {t('drill.badge')}
    </Badge>
  );
}

/** At the top of every screen of a drill; nothing on those of an incident. */
export function DrillNote({ incident }: { incident: Drill }) {
  const { t } = useWords();
  if (!incident.isDrill) return null;
  return (
    <Note weight="warning">
      <span data-test-id="drill-note">
        <DrillBadge /> {t('drill.note', { tag: DRILL_TAG })}
      </span>
    </Note>
  );
}
