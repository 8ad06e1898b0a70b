import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { useWords } from '../../phrases.tsx';
import { Row, Section, Small, Title } from '../../pieces.tsx';
import type { ModalProps } from '../Modal.tsx';
import { CheckRow } from './CheckRow.tsx';
import { onFields } from './onFields.ts';
import { onJira } from './onJira.ts';
import { onPendo } from './onPendo.ts';
import { onSlack } from './onSlack.ts';
import { onStatuspage } from './onStatuspage.ts';
import type { Check } from './verdict.ts';

const CHECKS: readonly Check[] = [onFields, onJira, onSlack, onPendo, onStatuspage];

/** For admins: tries out what the settings name, and says what works, what does not and what to do. */
export function CheckSettings({ ports }: ModalProps<'settings'>) {
  const { t } = useWords();
  const [round, setRound] = useState(1);
  return (
    <>
      <Section>
        <Row>
          <Title tabIndex={-1}>{t('settingsCheck.heading')}</Title>
          <Button size="small" onClick={() => setRound(round + 1)} data-test-id="check-again">
            {t('settingsCheck.again')}
          </Button>
        </Row>
        <Small>{t('settingsCheck.where')}</Small>
      </Section>
      {CHECKS.map((check) => (
        <CheckRow key={`${check.id} ${round}`} check={check} ports={ports} />
      ))}
    </>
  );
}
