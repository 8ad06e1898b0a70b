import { Button } from '@zendeskgarden/react-buttons';
import { memo, useState } from 'react';
import { isLate } from '../../../domain/incident.ts';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Row, Section } from '../../pieces.tsx';
import { DriftNote } from '../../sidebar/DriftNote.tsx';
import { Head, type Involved } from '../../sidebar/IncidentStatus.tsx';
import { PostButton } from '../../sidebar/PostButton.tsx';
import { BrokenPromise, PromiseSection } from '../../sidebar/PromiseSection.tsx';
import { RelapseNote } from '../../sidebar/RelapseNote.tsx';
import { Rest } from '../../sidebar/Rest.tsx';
import type { KnownProps } from '../../sidebar/Sidebar.tsx';
import { SpecialSection } from '../../sidebar/SpecialSection.tsx';

/** All that can be done about the incident, by the very sections that stand beside its own ticket. Reports that come in leave it alone. */
export const Deeds = memo(function Deeds(
  props: KnownProps & { standing: Extract<Involved, { kind: 'incident' }> },
) {
  const { standing, ports, now } = props;
  const { incident } = standing;
  const { t } = useWords();
  const [relapse, setRelapse] = useState(0);
  return (
    <>
      {incident.recordTrouble && (
        <Note weight="danger">{t('trouble.record', { detail: incident.recordTrouble })}</Note>
      )}
      {isLate(incident, now) && (
        <BrokenPromise incident={incident} now={now}>
          <PostButton {...props} incident={incident} isOwn place="alarm" />
        </BrokenPromise>
      )}
      <SpecialSection {...props} />
      <Head incident={incident} now={now} isOwn={false} />
      {relapse > 0 && <RelapseNote {...props} incident={incident} count={relapse} />}
      {ports.issues && <DriftNote {...props} incident={incident} />}
      {!isLate(incident, now) && !incident.isOver && !incident.mergedInto && (
        <PromiseSection incident={incident} now={now} />
      )}
      <Rest {...props} onRelapse={setRelapse} />
      <Section>
        <Row>
          <Button
            size="small"
            isLink
            onClick={() => ports.form.openTicket(incident.id)}
            data-test-id="desk-open"
          >
            {t('reports.open', { id: `#${incident.id}` })}
          </Button>
        </Row>
      </Section>
    </>
  );
});
