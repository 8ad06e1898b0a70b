import { type ReactNode, useState } from 'react';
import type { Coverage } from '../../domain/coverage.ts';
import { newestUpdate } from '../../domain/incident.ts';
import { toldOf } from '../../domain/ledger.ts';
import { isOutside } from '../../domain/rca.ts';
import { paceOf } from '../../domain/telling.ts';
import { Disclose } from '../Disclose.tsx';
import { explainWhy } from '../explain.ts';
import { Count, Meter } from '../Meter.tsx';
import { useWords } from '../phrases.tsx';
import { Label, Row, Section, Small } from '../pieces.tsx';
import { coverageLines } from './coverageLines.ts';
import type { Involved } from './IncidentStatus.tsx';
import { OpenModal } from './OpenModal.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { UntoldList } from './UntoldList.tsx';
import type { Counting } from './useCounted.ts';

/** The coverage as last counted, with its age; `children` is what to do about it. */
export function CoverageCount(
  props: KnownProps & { standing: Involved; counting: Counting; mayTell: boolean; children: ReactNode },
) {
  const { standing, ports, now, counting, mayTell, children } = props;
  const { incident } = standing;
  const { counted, watch, error } = counting;
  const words = useWords();
  const { t, ago } = words;
  const [isOpen, setOpen] = useState(false);

  const isOwn = standing.kind === 'incident';
  const n = newestUpdate(incident);
  const isMoving =
    counted !== undefined && counted.coverage.behind > 0 && watch && paceOf(watch) === 'moving';
  const heading = isMoving ? 'telling.heading' : n > 0 ? 'coverage.heading' : 'coverage.headingFirst';
  const untold =
    counted?.reports.filter(
      (report) =>
        (toldOf(report.fields.allclear_told, incident.id) ?? -1) < n && !isOutside(incident, report),
    ) ?? [];
  const lines = incident.recordTrouble ? [t('coverage.unknown')] : counted && coverageLines(counted, words);
  const [first = '…', ...rest] = lines ?? [];
  const age = counted && now.getTime() - counted.asOf.getTime();
  return (
    <Section aria-labelledby="coverage" {...(counted && { 'data-test-id': 'coverage' })}>
      <Row>
        <Label id="coverage">{t(heading, { n })}</Label>
        {counted && (
          <Count>{t('coverage.of', { told: counted.coverage.told, total: counted.coverage.total })}</Count>
        )}
      </Row>
      <Meter {...(counted ? partsOf(counted.coverage) : { isBusy: error === undefined })} />
      <Row>
        <Small>{error === undefined || counted ? first : ''}</Small>
        {untold.length > 0 && !isOwn && (
          <Disclose isOpen={isOpen} setOpen={setOpen} testId="coverage-see">
            {isOpen ? t('coverage.hide') : t('coverage.see')}
          </Disclose>
        )}
      </Row>
      {rest.map((line) => (
        <Small key={line}>{line}</Small>
      ))}
      {isOpen && (
        <UntoldList untold={untold} incident={incident} onOpen={(id) => ports.form.openTicket(id)} />
      )}
      {error !== undefined && (
        <Small role="alert">{t('coverage.failed', { why: explainWhy(error, words) })}</Small>
      )}
      <Row>
        <Small>{age !== undefined && t('time.counted', { age: ago(age) })}</Small>
        {(isOwn || mayTell) && (
          <OpenModal {...props} task={{ show: 'reports', incident: incident.id }} testId="all-reports">
            {t(isOwn ? 'lead.seeAll' : 'lead.allReports')}
          </OpenModal>
        )}
      </Row>
      {children}
    </Section>
  );
}

function partsOf({ told, cannot, total }: Coverage) {
  return { told, total, cannot: Object.values(cannot).reduce((sum, count) => sum + count, 0) };
}
