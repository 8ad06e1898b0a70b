import { Button } from '@zendeskgarden/react-buttons';
import { explainLook } from './explain.ts';
import { Note } from './Note.tsx';
import { useWords } from './phrases.tsx';

export interface Again {
  /** Tries once more; what it returns and throws is told elsewhere. */
  readonly again: () => unknown;
}

/** A look that failed, why, and how to look again. `age`, in milliseconds, is of what is still shown from the look before. */
export function LookFailed({ error, age, again }: { error: unknown; age?: number | undefined } & Again) {
  const words = useWords();
  return (
    <Note weight={age === undefined ? 'danger' : 'warning'}>
      <span>{explainLook(error, age, words)}</span>
      <Retry again={again} />
    </Note>
  );
}

export function Retry({ again }: Again) {
  const { t } = useWords();
  return (
    <div>
      <Button size="small" onClick={() => void again()}>
        {t('trouble.retry')}
      </Button>
    </div>
  );
}
