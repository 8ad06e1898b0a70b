import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { Coverage } from '../../domain/coverage.ts';
import { newestUpdate } from '../../domain/incident.ts';
import { toldOf } from '../../domain/ledger.ts';
import { isUntold, summaryOf } from '../../domain/telling.ts';
import { explainLook } from '../explain.ts';
import { Count, Meter } from '../Meter.tsx';
import { useWords } from '../phrases.tsx';
import { Label, Row, Section, Small } from '../pieces.tsx';
import { coverageLines } from './coverageLines.ts';
import type { Involved } from './IncidentStatus.tsx';
import { OpenModal } from './OpenModal.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { UntoldList } from './UntoldList.tsx';
import { useBroadcaster } from './useBroadcaster.ts';
import { useCounted } from './useCounted.ts';

/** How many have been told the newest update, who has not, and how to go on with those. */
export function CoverageSection(props: KnownProps & { standing: Involved }) {
  const { standing, seen, ports, now } = props;
  const { incident } = standing;
  const words = useWords();
  const { t, ago } = words;
  const { counted, error } = useCounted(incident, ports, seen.ticket.updatedAt, false);
  const broadcaster = useBroadcaster(ports);
  const [isOpen, setOpen] = useState(false);

  const isOwn = standing.kind === 'incident';
  const n = newestUpdate(incident);
  const isLeft = counted !== undefined && isUntold(incident, counted.coverage, counted.isAll);
  const isGoingOn = isLeft && !summaryOf(incident);
  const untold =
    counted?.reports.filter((report) => (toldOf(report.fields.allclear_told, incident.id) ?? -1) < n) ?? [];
  const [first = '…', ...rest] = counted ? coverageLines(counted, words) : [];
  const age = counted && ago(now.getTime() - counted.asOf.getTime());
  return (
    <Section aria-labelledby="coverage" {...(counted && { 'data-test-id': 'coverage' })}>
      <Row>
        <Label id="coverage">
          {isGoingOn
            ? t('telling.heading', { n })
            : n > 0
              ? t('coverage.heading', { n })
              : t('coverage.headingFirst')}
        </Label>
        {counted && (
          <Count>{t('coverage.of', { told: counted.coverage.told, total: counted.coverage.total })}</Count>
        )}
      </Row>
      <Meter {...(counted ? partsOf(counted.coverage) : { isBusy: true })} />
      <Row>
        <Small>{first}</Small>
        {untold.length > 0 && !isOwn && (
          <Button
            isLink
            size="small"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            data-test-id="coverage-see"
          >
            {isOpen ? t('coverage.hide') : t('coverage.see')}
          </Button>
        )}
      </Row>
      {rest.map((line) => (
        <Small key={line}>{line}</Small>
      ))}
      {isOpen && (
        <UntoldList untold={untold} incident={incident} onOpen={(id) => ports.form.openTicket(id)} />
      )}
      {error !== undefined && <Small role="alert">{explainLook(error, undefined, words)}</Small>}
      <Row>
        <Small>{age && t('time.counted', { age })}</Small>
        {(isOwn || (broadcaster && !broadcaster.refusal)) && (
          <OpenModal {...props} task={{ show: 'reports', incident: incident.id }} testId="all-reports">
            {t(isOwn ? 'lead.seeAll' : 'lead.allReports')}
          </OpenModal>
        )}
      </Row>
    </Section>
  );
}

function partsOf({ told, cannot, total }: Coverage) {
  return { told, total, cannot: Object.values(cannot).reduce((sum, count) => sum + count, 0) };
}
