import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import styled from 'styled-components';
import type { Counted } from '../../actions/countCoverage.ts';
import { type Untold, untoldReason } from '../../domain/coverage.ts';
import { type Incident, newestUpdate } from '../../domain/incident.ts';
import { toldOf } from '../../domain/ledger.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Ports } from '../../ports.ts';
import { explainLook } from '../explain.ts';
import { Count, Meter } from '../Meter.tsx';
import { useWords, type Words } from '../phrases.tsx';
import { Label, Row, Section, Small } from '../pieces.tsx';
import { useCounted } from './useCounted.ts';

const Rows = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  max-height: 300px;
  overflow-y: auto;
  & button { text-align: start; }
`;

/** How many have been told the newest update, and who has not. */
export function CoverageSection(props: {
  incident: Incident;
  ports: Pick<Ports, 'tickets' | 'clock' | 'form'>;
  now: Date;
  /** Changes when this ticket did, which may have changed the count. */
  stamp: string;
  isOwn: boolean;
}) {
  const { incident, ports, now, stamp, isOwn } = props;
  const words = useWords();
  const { t, ago } = words;
  const { counted, error } = useCounted(incident, ports, stamp);
  const [isOpen, setOpen] = useState(false);
  const n = newestUpdate(incident);
  const label = (
    <Label id="coverage">{n > 0 ? t('coverage.heading', { n }) : t('coverage.headingFirst')}</Label>
  );
  if (!counted) {
    return (
      <Section aria-labelledby="coverage">
        {label}
        {error === undefined ? <Meter isBusy /> : <Small>{explainLook(error, undefined, words)}</Small>}
        <Small>{error === undefined ? '…' : ''}</Small>
      </Section>
    );
  }
  const { told, total, cannot } = counted.coverage;
  const cannotCount = Object.values(cannot).reduce((sum, count) => sum + count, 0);
  const untold = counted.reports.filter(
    (report) => (toldOf(report.fields.allclear_told, incident.id) ?? -1) < n,
  );
  const [first, ...rest] = summaryOf(counted, cannotCount, words);
  return (
    <Section aria-labelledby="coverage" data-test-id="coverage">
      <Row>
        {label}
        <Count>{t('coverage.of', { told, total })}</Count>
      </Row>
      <Meter told={told} cannot={cannotCount} total={total} />
      <Row>
        <Small>{first}</Small>
        {untold.length > 0 && (
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
      {!counted.isAll && <Small>{t('coverage.partial', { count: total })}</Small>}
      {isOwn && <Small>{t('time.seen', { age: ago(now.getTime() - counted.asOf.getTime()) })}</Small>}
      {isOpen && (
        <Rows tabIndex={0} aria-label={t('coverage.notTold')}>
          {untold.slice(0, MOST_ROWS).map((report) => (
            <UntoldRow
              key={report.id}
              report={report}
              incident={incident}
              onOpen={() => ports.form.openTicket(report.id)}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}

// A sidebar is no place for more; the incident's own ticket has them all.
const MOST_ROWS = 100;

function UntoldRow({ report, incident, onOpen }: { report: Ticket; incident: Incident; onOpen: () => void }) {
  const { t } = useWords();
  const reason = untoldReason(report);
  const told = toldOf(report.fields.allclear_told, incident.id);
  return (
    <li>
      <Button isLink size="small" onClick={onOpen}>
        #{report.id} {report.subject}
      </Button>
      <Small>
        {reason ? t(`coverage.because.${reason}`) : t('coverage.notTold')}
        {told !== undefined && ` · ${t('coverage.lastTold', { n: told })}`}
      </Small>
    </li>
  );
}

/** What can be done about comes before what can't. */
function summaryOf({ coverage }: Counted, cannotCount: number, { t, listOf }: Words): string[] {
  const { cannot, behind, total } = coverage;
  if (total === 0) return [t('coverage.empty')];
  const lines = [];
  if (behind > 0) lines.push(t('coverage.behind', { count: behind }));
  if (cannotCount > 0) {
    const reasons = Object.entries(cannot).map(([reason, count]) =>
      t(`coverage.reason.${reason as Untold}`, { count }),
    );
    lines.push(t('coverage.cannot', { count: cannotCount, reasons: listOf(reasons) }));
  }
  return lines.length > 0 ? lines : [t('coverage.all')];
}
