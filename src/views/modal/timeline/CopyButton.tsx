import { Button } from '@zendeskgarden/react-buttons';
import { Field, Textarea } from '@zendeskgarden/react-forms';
import type { ReactNode } from 'react';
import { copyText } from '../../copyText.ts';
import { useWords } from '../../phrases.tsx';
import { Buttons, Small } from '../../pieces.tsx';
import { useTask } from '../../useTask.ts';

/** Copies a text, beside other ways to take it along; where the browser forbids it, shows the text to be copied by hand. */
export function CopyButton({ text, children }: { text: string; children?: ReactNode }) {
  const { t } = useWords();
  const { task, run } = useTask(() => copyText(text));
  const isCopied = task.state === 'done' ? task.value : undefined;
  return (
    <>
      <Buttons>
        <Button size="small" onClick={() => void run()} data-test-id="copy-timeline">
          {t('timeline.copy')}
        </Button>
        {children}
      </Buttons>
      <div role="status">
        {isCopied === true && <Small>{t('timeline.copied')}</Small>}
        {isCopied === false && <Small>{t('timeline.copyFailed')}</Small>}
      </div>
      {isCopied === false && (
        <Field>
          <Field.Label hidden>{t('timeline.text')}</Field.Label>
          <Textarea
            readOnly
            minRows={4}
            maxRows={8}
            value={text}
            onFocus={(event) => event.target.select()}
          />
        </Field>
      )}
    </>
  );
}
