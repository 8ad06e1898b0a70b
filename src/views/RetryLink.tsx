import { Button } from '@zendeskgarden/react-buttons';
import type { Again } from './LookFailed.tsx';
import { useWords } from './phrases.tsx';

/** Trying once more, within a line of text. */
export function RetryLink({ again }: Again) {
  const { t } = useWords();
  return (
    <Button isLink size="small" onClick={() => void again()}>
      {t('trouble.retry')}
    </Button>
  );
}
