import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useState } from 'react';
import { type Posted, renderUpdate } from '../../../actions/renderUpdate.ts';
import type { Incident } from '../../../domain/incident.ts';
import type { Said } from '../../../domain/timeline.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { DoneFailed } from '../../DoneFailed.tsx';
import { useWords } from '../../phrases.tsx';
import { Buttons, Small } from '../../pieces.tsx';
import { ReplyPaper } from '../../ReplyPaper.tsx';
import { remarksOn } from '../../sidebar/remarksOn.ts';
import { useTask } from '../../useTask.ts';

interface Rendered {
  readonly ports: Pick<ModalPorts, 'tickets' | 'replyTexts' | 'settings' | 'brand'>;
  readonly incident: Incident;
  readonly said: Said;
  readonly posted: Posted;
}

/** What customers read of an update, in the language that is pressed. */
export function CustomerTexts(props: Rendered) {
  const { t, locale } = useWords();
  const [language, setLanguage] = useState<string>();
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const nameOf = (code: string) => names.of(code) ?? code;
  return (
    <>
      <Buttons>
        <Small as="span">{t('timeline.show')}</Small>
        {props.ports.replyTexts.languages.map((each) => (
          <Button
            key={each}
            isLink
            size="small"
            aria-expanded={each === language}
            onClick={() => setLanguage(each === language ? undefined : each)}
          >
            {nameOf(each)}
          </Button>
        ))}
      </Buttons>
      {language && (
        <CustomerText
          key={language}
          {...props}
          language={language}
          label={t('timeline.textIn', { n: props.said.n, language: nameOf(language) })}
        />
      )}
    </>
  );
}

function CustomerText({
  ports,
  incident,
  said,
  posted,
  language,
  label,
}: Rendered & { language: string; label: string }) {
  const words = useWords();
  const { task, run } = useTask(() => renderUpdate(ports, incident, said, posted, language));
  useEffect(() => void run(), [run]);
  if (task.state === 'failed') return <DoneFailed error={task.error} />;
  if (task.state !== 'done') return <Small>{words.t('loading')}</Small>;
  return (
    <>
      {[words.t('timeline.asToday'), ...remarksOn(task.value, words)].map((remark) => (
        <Small key={remark}>{remark}</Small>
      ))}
      <ReplyPaper
        html={task.value.reply.html}
        language={task.value.language}
        label={label}
        testId="customer-text"
      />
    </>
  );
}
