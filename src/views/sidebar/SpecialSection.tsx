import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { DrillNote } from '../DrillMark.tsx';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { Buttons, Section } from '../pieces.tsx';
import type { Involved } from './IncidentStatus.tsx';
import { AskMove } from './MoveReport.tsx';
import { OpenModal } from './OpenModal.tsx';
import type { KnownProps } from './Sidebar.tsx';

/** What is special about an incident: that it is a drill, or was merged into another one. */
export function SpecialSection(props: KnownProps & { standing: Involved }) {
  const { incident } = props.standing;
  return (
    <>
      <DrillNote incident={incident} />
      {incident.mergedInto && <Merged {...props} into={incident.mergedInto} />}
    </>
  );
}

/** Where a merged incident is now, and what is left to do about it. */
function Merged(props: KnownProps & { standing: Involved; into: number }) {
  const { standing, seen, ports, into } = props;
  const { incident } = standing;
  const { t } = useWords();
  const [isAsking, setAsking] = useState(false);
  const isOwn = standing.kind === 'incident';
  const ticket = `#${into}`;
  return (
    <Section data-test-id="merged">
      <Note weight="warning">
        <span>{t(isOwn ? 'several.mergedInto' : 'several.mergedHere', { ticket })}</span>
        {isOwn && !incident.isMergedWhole && <span>{t('several.notWhole')}</span>}
        <Buttons>
          {isOwn && !incident.isMergedWhole && (
            <OpenModal {...props} task={{ show: 'merge', incident: incident.id, into }} testId="merge-go-on">
              {t('several.goOn')}
            </OpenModal>
          )}
          {!isOwn && seen.ticket.status !== 'closed' && !isAsking && (
            <Button isLink size="small" onClick={() => setAsking(true)} data-test-id="move-there">
              {t('several.moveThere')}
            </Button>
          )}
          <Button isLink size="small" onClick={() => ports.form.openTicket(into)}>
            {t('several.openOther', { ticket })}
          </Button>
        </Buttons>
      </Note>
      {isAsking && <AskMove {...props} incident={incident} to={into} onOver={() => setAsking(false)} />}
    </Section>
  );
}
