import { Field, Input, Select } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import styled from 'styled-components';
import type { TicketId } from '../../../domain/ticket.ts';
import type { DeskPorts } from '../../../ports/desk.ts';
import { LookFailed } from '../../LookFailed.tsx';
import { useWords } from '../../phrases.tsx';
import { Buttons, Title } from '../../pieces.tsx';
import { Page } from '../shapes.tsx';
import { ExportMeasures } from './ExportMeasures.tsx';
import { MeasureState } from './MeasureState.tsx';
import { MeasureTable } from './MeasureTable.tsx';
import { MeasureTotals } from './MeasureTotals.tsx';
import { NotRead } from './NotRead.tsx';
import { useMeasures } from './useMeasures.ts';

const Choices = styled(Buttons)`
  align-items: end;
`;

const DAYS = [7, 30, 90, 365] as const;
const FIRST_DAYS = 30;
const USUAL_MINUTES = 3;

/** How the incidents of a time went, together and each by itself. */
export function Measures(props: { ports: DeskPorts; now: Date; open: (id: TicketId) => void }) {
  const { ports, now, open } = props;
  const words = useWords();
  const { t } = words;
  const [days, setDays] = useState<number>(FIRST_DAYS);
  const [minutes, setMinutes] = useState(USUAL_MINUTES);
  const measuring = useMeasures(ports, days);
  const { past, read, isReading, error, again } = measuring;
  return (
    <Page data-test-id="measures">
      <Title tabIndex={-1}>{t('desk.place.measures')}</Title>
      <Choices>
        <Field>
          <Field.Label>{t('desk.measure.time')}</Field.Label>
          <Select
            isCompact
            value={days}
            onChange={({ target }) => setDays(Number(target.value))}
            data-test-id="measure-days"
          >
            {DAYS.map((each) => (
              <option key={each} value={each}>
                {t('desk.measure.days', { count: each })}
              </option>
            ))}
          </Select>
        </Field>
        <Field>
          <Field.Label>{t('desk.measure.minutes')}</Field.Label>
          <Input
            type="number"
            isCompact
            min={1}
            max={30}
            value={minutes}
            onChange={({ target }) => setMinutes(Math.min(30, Math.max(1, Number(target.value) || 1)))}
            data-test-id="measure-minutes"
          />
        </Field>
      </Choices>
      {error !== undefined && <LookFailed error={error} again={again} />}
      <MeasureState {...{ measuring, now }} />
      {past && read && <NotRead past={past} read={read} isReading={isReading} />}
      {past?.incidents.length === 0 && <p>{t('desk.measure.none')}</p>}
      {read && read.measured.length > 0 && (
        <>
          <MeasureTotals measured={read.measured} minutes={minutes} />
          <MeasureTable measured={read.measured} open={open} />
          <ExportMeasures measured={read.measured} minutes={minutes} />
        </>
      )}
    </Page>
  );
}
