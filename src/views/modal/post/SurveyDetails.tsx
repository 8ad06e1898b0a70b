import styled from 'styled-components';
import type { SkipReason } from '../../../domain/pass.ts';
import type { Survey } from '../../../domain/survey.ts';
import { type Phrase, useWords } from '../../phrases.tsx';
import { Label, Row, Small } from '../../pieces.tsx';
import { channelName } from '../channelName.ts';

const Group = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.space.xxs};
  & h3 { margin: 0; }
`;

/** The same customers by channel and by status, and what each reason for not telling somebody means. */
export function SurveyDetails({ survey }: { survey: Survey }) {
  const words = useWords();
  const { t } = words;
  const { byChannel, byStatus, cannot, customers, tell } = survey;
  const reasons = (Object.keys(cannot) as SkipReason[]).flatMap((reason) => MEANING[reason] ?? []);
  return (
    <>
      {customers !== tell && <Small>{t('survey.people', { count: tell, people: customers })}</Small>}
      <Counted
        name={t('survey.byChannel')}
        counts={byChannel.map(({ channel, count }) => ({ name: channelName(channel, words), count }))}
      />
      <Counted
        name={t('survey.byStatus')}
        counts={byStatus.map(({ status, count }) => ({ name: t(`survey.status.${status}`), count }))}
      />
      {reasons.map((phrase) => (
        <Small key={phrase}>{t(phrase)}</Small>
      ))}
    </>
  );
}

function Counted({ name, counts }: { name: string; counts: readonly { name: string; count: number }[] }) {
  const { locale } = useWords();
  return (
    <Group>
      <Label as="h3">{name}</Label>
      <ul>
        {counts.map(({ name: each, count }) => (
          <Row as="li" key={each}>
            <Small as="span">{each}</Small>
            <Small as="span">{new Intl.NumberFormat(locale).format(count)}</Small>
          </Row>
        ))}
      </ul>
    </Group>
  );
}

// A survey meets no others; what Zendesk refuses shows only when it is written to.
const MEANING: Partial<Record<SkipReason, Phrase>> = {
  closed: 'survey.because.closed',
  merged: 'survey.because.merged',
  'set aside': 'aside.meaning',
  messaging: 'survey.because.messaging',
  suspended: 'survey.because.suspended',
  'not visible': 'survey.because.notVisible',
  'no drill ticket': 'drill.surveyBecause',
};
