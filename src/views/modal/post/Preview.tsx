import { IconButton } from '@zendeskgarden/react-buttons';
import { useMemo, useState } from 'react';
import styled from 'styled-components';
import type { Incident } from '../../../domain/incident.ts';
import { chooseSamples } from '../../../domain/samples.ts';
import type { SurveyRow } from '../../../domain/survey.ts';
import type { UpdateDraft } from '../../../domain/update.ts';
import type { BroadcastPorts } from '../../../ports/batches.ts';
import { useWords } from '../../phrases.tsx';
import { Label, Row } from '../../pieces.tsx';
import { Chevron } from './Chevron.tsx';
import { PickCustomer } from './PickCustomer.tsx';
import { ReplyShown } from './ReplyShown.tsx';
import { SurveyCounts } from './SurveyCounts.tsx';
import type { Looked } from './useSurvey.ts';

const Column = styled.div`
  display: grid;
  align-content: start;
  gap: ${({ theme }) => theme.space.sm};
  min-width: 0;
`;
// As tall as the pager, which comes later.
const Heading = styled(Row)`
  align-items: center;
  min-height: ${({ theme }) => `${theme.space.base * 8}px`};
`;
const Pager = styled.span`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.space.xxs};
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
`;

const MOST_SAMPLES = 3;
const NOBODY: readonly SurveyRow[] = [];

/** What customers will read if this draft is posted, in their languages and times, and who of them will. Sends nothing. */
export function Preview(props: {
  ports: BroadcastPorts;
  incident: Incident;
  draft: UpdateDraft;
  looked: Looked;
  lookAgain: () => void;
}) {
  const { ports, incident, draft, looked, lookAgain } = props;
  const { t } = useWords();
  const [picked, setPicked] = useState<SurveyRow>();
  const [at, setAt] = useState(0);
  const rows = looked.survey?.rows ?? NOBODY;
  const samples = useMemo(() => chooseSamples(rows, MOST_SAMPLES), [rows]);
  const shown = picked && !samples.some(({ id }) => id === picked.id) ? [...samples, picked] : samples;
  const place = Math.min(at, shown.length - 1);
  const row = shown[place];
  const isNobody = looked.end !== undefined && row === undefined;

  function pick(wanted: SurveyRow) {
    const known = samples.findIndex(({ id }) => id === wanted.id);
    setPicked(wanted);
    setAt(known < 0 ? samples.length : known);
  }

  return (
    <Column>
      <Heading>
        <Label id="preview-heading">
          {row?.name ? t('preview.heading', { name: row.name }) : t('survey.anyCustomer')}
        </Label>
        {shown.length > 1 && (
          <Pager role="group" aria-labelledby="preview-heading">
            <IconButton
              size="small"
              disabled={place === 0}
              aria-label={t('survey.previous')}
              onClick={() => setAt(place - 1)}
              data-test-id="preview-previous"
            >
              <Chevron />
            </IconButton>
            <span data-test-id="preview-place">{t('survey.of', { n: place + 1, total: shown.length })}</span>
            <IconButton
              size="small"
              disabled={place === shown.length - 1}
              aria-label={t('survey.next')}
              onClick={() => setAt(place + 1)}
              data-test-id="preview-next"
            >
              <Chevron isForward />
            </IconButton>
          </Pager>
        )}
      </Heading>
      <ReplyShown ports={ports} incident={incident} draft={draft} row={row} isNobody={isNobody} />
      {(looked.survey?.tell ?? 0) > MOST_SAMPLES && <PickCustomer rows={rows} onPick={pick} />}
      <SurveyCounts looked={looked} lookAgain={lookAgain} share={ports.settings.requestShare} />
    </Column>
  );
}
