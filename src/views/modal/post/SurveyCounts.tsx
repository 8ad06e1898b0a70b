import { getColor } from '@zendeskgarden/react-theming';
import { type ReactNode, useState } from 'react';
import styled from 'styled-components';
import { estimateTelling, USUAL_JOB_MS } from '../../../domain/estimate.ts';
import { languageName } from '../../../domain/languageName.ts';
import type { LanguageCount, Survey } from '../../../domain/survey.ts';
import { aboutSpan } from '../../aboutSpan.ts';
import { Disclose } from '../../Disclose.tsx';
import { explainWhy } from '../../explain.ts';
import { Retry } from '../../LookFailed.tsx';
import { Note } from '../../Note.tsx';
import { useWords, type Words } from '../../phrases.tsx';
import { Row, Small } from '../../pieces.tsx';
import { countOf } from '../../telling/reasonsOf.ts';
import { SurveyDetails } from './SurveyDetails.tsx';
import type { Looked } from './useSurvey.ts';

const Counts = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  min-width: 0;
`;
const Figure = styled.span`
  font-variant-numeric: tabular-nums;
`;
const Warning = styled.span`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.warning' })};
`;

interface SurveyCountsProps {
  looked: Looked;
  lookAgain: () => void;
  /** The part of Zendesk's limit that is ours. */
  share: number;
}

/** Who will be told, by language, and who can't be and why; how long it will take; the rest on request. */
export function SurveyCounts({ looked, lookAgain, share }: SurveyCountsProps) {
  const { end, survey } = looked;
  const words = useWords();
  const { t } = words;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {end === 'failed' && <Partly looked={looked} lookAgain={lookAgain} />}
      {survey && (
        <Counts data-test-id="survey-counts" aria-busy={end === undefined}>
          {survey.byLanguage.map((each) => (
            <Line key={`${each.language} ${each.missing}`} count={each.count}>
              <Language of={each} />
            </Line>
          ))}
          {survey.pointers > 0 && <Line count={survey.pointers}>{t('survey.pointers')}</Line>}
          {survey.told > 0 && <Line count={survey.told}>{t('survey.told')}</Line>}
          <Cannot survey={survey} words={words} />
        </Counts>
      )}
      {end === undefined && <Small role="status">{readingOf(survey, words)}</Small>}
      {survey && survey.tell > 0 && end !== undefined && (
        <Row>
          <Small data-test-id="survey-takes">
            {t('survey.takes', { age: aboutSpan(estimateTelling(survey, share), words) })}
          </Small>
          <Disclose isOpen={isOpen} setOpen={setOpen} testId="survey-more">
            {isOpen ? t('survey.less') : t('survey.more')}
          </Disclose>
        </Row>
      )}
      {survey && isOpen && (
        <>
          <SurveyDetails survey={survey} />
          <Small>{t('survey.assumes', { age: words.span(USUAL_JOB_MS) })}</Small>
        </>
      )}
    </>
  );
}

function readingOf(survey: Survey | undefined, { t }: Words): string {
  return survey ? t('survey.readingOf', { seen: survey.seen, total: survey.total }) : t('survey.reading');
}

/** Why the look went no further, and what that means. */
function Partly({ looked: { survey, error }, lookAgain }: { looked: Looked; lookAgain: () => void }) {
  const words = useWords();
  const { t } = words;
  const why = explainWhy(error, words);
  return (
    <Note weight="warning">
      <span>{t('survey.partly', { seen: survey?.seen ?? 0, total: survey?.total ?? 0, why })}</span>
      <Retry again={lookAgain} />
    </Note>
  );
}

function Language({ of: { language, missing } }: { of: LanguageCount }) {
  const { t, locale } = useWords();
  if (!missing) return languageName(language);
  const written = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
  return (
    <>
      {languageName(missing)} <Small as="span">· {t('survey.inOther', { language: written })}</Small>
    </>
  );
}

function Cannot({ survey, words }: { survey: Survey; words: Words }) {
  const reasons = Object.entries(survey.cannot);
  if (reasons.length === 0) return null;
  const { t, listOf } = words;
  const named = listOf(reasons.map(([reason, count]) => countOf(reason, count, t)));
  return (
    <Line count={reasons.reduce((sum, [, count]) => sum + count, 0)} as={Warning}>
      {t('survey.cannot', { reasons: named })}
    </Line>
  );
}

function Line({ count, as, children }: { count: number; as?: typeof Warning; children: ReactNode }) {
  const Words = as ?? 'span';
  const { locale } = useWords();
  return (
    <Row as="li">
      <Words>{children}</Words>
      <Figure as={as}>{new Intl.NumberFormat(locale).format(count)}</Figure>
    </Row>
  );
}
