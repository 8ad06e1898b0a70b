import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Label, Toggle } from '@zendeskgarden/react-forms';
import styled from 'styled-components';
import { type Incident, newestUpdate } from '../../domain/incident.ts';
import type { Receipt } from '../../domain/record.ts';
import { paceOf, summaryOf, type Watch } from '../../domain/telling.ts';
import { useWords, type Words } from '../phrases.tsx';
import { Small } from '../pieces.tsx';
import { countOf } from '../telling/reasonsOf.ts';
import type { GoingOn } from './useGoingOn.ts';

const Wish = styled(Label)`
  font-size: ${({ theme }) => theme.fontSizes.sm};
`;
const Meaning = styled(Hint)`
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
`;

/** How to tell those who are left, and whether this browser does it by itself. */
export function GoOn(props: {
  incident: Incident;
  left: number;
  watch: Watch | undefined;
  now: Date;
  goingOn: GoingOn;
  isAlone: boolean;
  setAlone: (wanted: boolean) => void;
}) {
  const { incident, left, watch, now, goingOn, isAlone, setAlone } = props;
  const words = useWords();
  const { t } = words;
  const summary = summaryOf(incident);
  return (
    <>
      <Small role="status" data-test-id="pace">
        {summary ? lastTime(summary, now, words) : watch && paceIn(watch, now, words)}
      </Small>
      {goingOn.isElsewhere && <Small role="alert">{t('goOn.elsewhere')}</Small>}
      <div>
        <Button size="small" onClick={goingOn.start} data-test-id="continue">
          {summary && left > 0
            ? t('goOn.more', { count: left, n: newestUpdate(incident) })
            : t('telling.continue')}
        </Button>
      </div>
      {!summary && (
        <Field>
          <Toggle checked={isAlone} onChange={({ target }) => setAlone(target.checked)} data-test-id="alone">
            <Wish isRegular>{t('goOn.alone')}</Wish>
            <Meaning>{t('goOn.aloneHint')}</Meaning>
          </Toggle>
        </Field>
      )}
    </>
  );
}

function paceIn(watch: Watch, now: Date, { t, span }: Words): string {
  switch (paceOf(watch)) {
    case 'moving':
      return t('goOn.moving', { count: watch.more });
    case 'still':
      return t('goOn.still', { age: span(now.getTime() - watch.since.getTime()) });
    case 'unknown':
      return t('goOn.unknown');
  }
}

/** Why some were left out when everybody was told, or who has cancelled it, as the summary has it. */
function lastTime(summary: Receipt, now: Date, { t, listOf, clockTime }: Words): string {
  const { skipped, outcome, at } = summary;
  const by = Object(summary.by).name;
  if (outcome === 'cancelled')
    return t('goOn.cancelled', { name: String(by ?? ''), time: clockTime(at, now) });
  const reasons = Object.entries(Object(skipped)).map(([reason, count]) => countOf(reason, Number(count), t));
  return reasons.length > 0 ? t('goOn.leftOut', { reasons: listOf(reasons) }) : t('goOn.later');
}
