import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef } from 'react';
import { useWords } from '../../phrases.tsx';
import { Section, Title } from '../../pieces.tsx';
import { Foot, Head } from '../post/shapes.tsx';

/** Who has it now, and whether the ticket went along. */
export function HandedOver({
  name,
  isAssigned,
  close,
}: {
  name: string;
  isAssigned: boolean;
  close: () => void;
}) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <Head>
        <Title ref={heading} tabIndex={-1}>
          {t('people.done', { name })}
        </Title>
      </Head>
      <Section data-test-id="handed-over">
        <p>{t('people.doneText')}</p>
        <p>{t(isAssigned ? 'people.assigned' : 'people.notAssigned', { name })}</p>
      </Section>
      <Foot>
        <Button isPrimary onClick={close} data-test-id="handover-close">
          {t('people.close')}
        </Button>
      </Foot>
    </>
  );
}
