import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { hoursSaved, type Measured1, totalsOf } from '../../../domain/deskMeasures.ts';
import { useWords } from '../../phrases.tsx';
import { Big, Small } from '../../pieces.tsx';

const Cards = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
  gap: ${({ theme }) => theme.space.sm};
`;
const Card = styled.div`
  display: grid;
  align-content: start;
  gap: ${({ theme }) => theme.space.xxs};
  padding: ${({ theme }) => theme.space.sm};
  border: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.subtle' })}`};
  border-radius: ${({ theme }) => theme.borderRadii.md};
`;

/** The figures of all of them together. */
export function MeasureTotals({ measured, minutes }: { measured: readonly Measured1[]; minutes: number }) {
  const { t, span, locale } = useWords();
  const totals = totalsOf(measured);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const share = (part: number, whole: number) => (whole > 0 ? percent.format(part / whole) : '–');
  const { firstNoticeMs, promisesKept, promisesDue, told, toldOf, reports, incidents, replies } = totals;
  const cards = [
    {
      key: 'firstNotice',
      value: firstNoticeMs === undefined ? '–' : span(firstNoticeMs),
      hint: t('desk.measure.firstNoticeHint'),
    },
    {
      key: 'onTime',
      value: share(promisesKept, promisesDue),
      hint: t('desk.measure.onTimeHint', { kept: promisesKept, due: promisesDue }),
    },
    { key: 'silence', value: span(totals.longestSilenceMs), hint: t('desk.measure.silenceHint') },
    {
      key: 'coverage',
      value: share(told, toldOf),
      hint: t('desk.measure.coverageHint', { told, total: toldOf }),
    },
    {
      key: 'afterResolved',
      value: decimal.format(totals.afterResolved),
      hint: t('desk.measure.afterResolvedHint', { count: totals.afterResolvedOf }),
    },
    { key: 'relapses', value: decimal.format(totals.relapses), hint: t('desk.measure.relapsesHint') },
    {
      key: 'tickets',
      value: decimal.format(reports / Math.max(1, incidents)),
      hint: t('desk.measure.ticketsHint', { reports, incidents }),
    },
    {
      key: 'hours',
      value: decimal.format(hoursSaved(replies, minutes)),
      hint: t('desk.measure.hoursHint', { replies, minutes }),
    },
  ] as const;
  return (
    <Cards data-test-id="measure-totals">
      {cards.map(({ key, value, hint }) => (
        <Card key={key} data-test-id={`measure-${key}`}>
          <Small as="dt">{t(`desk.measure.${key}`)}</Small>
          <Big as="dd">{value}</Big>
          <Small as="dd">{hint}</Small>
        </Card>
      ))}
    </Cards>
  );
}
