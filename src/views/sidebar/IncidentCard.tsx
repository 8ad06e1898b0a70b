import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import { Fragment, type ReactNode } from 'react';
import styled from 'styled-components';
import type { Incident } from '../../domain/incident.ts';
import type { Match } from '../../domain/match.ts';
import { type PromiseState, promiseState } from '../../domain/promise.ts';
import { StageBadge } from '../Badge.tsx';
import { later } from '../later.tsx';
import { useWords, type Words } from '../phrases.tsx';
import { Fact, Row, Small, Title } from '../pieces.tsx';
import { SharedWords } from '../SharedWords.tsx';

const DrillBadge = later(() => import('../DrillMark.tsx').then((file) => file.DrillBadge));

const Card = styled.li<{ $isLikely: boolean }>`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  margin-block-start: ${({ theme }) => theme.space.xs};
  padding: ${({ theme }) => theme.space.sm};
  border: ${({ theme, $isLikely }) => `${theme.borders.sm} ${getColor({ theme, variable: $isLikely ? 'border.primaryEmphasis' : 'border.default' })}`};
  border-radius: ${({ theme }) => theme.borderRadii.md};
`;

const Symptoms = styled(Small)`
  display: -webkit-box;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  line-clamp: 2;
`;

// Words say it as well.
const Pressing = styled(Fact)<{ $promise: PromiseState }>`
  ${({ theme, $promise }) =>
    $promise !== 'kept' &&
    `
      font-weight: ${theme.fontWeights.semibold};
      color: ${getColor({ theme, variable: $promise === 'broken' ? 'foreground.danger' : 'foreground.warning' })};
    `}
`;

/** One running incident. The likely one asks for the click; the others offer it. */
export function IncidentCard(props: {
  match: Match;
  now: Date;
  canAttach: boolean;
  isBusy: boolean;
  onAttach: () => void;
  /** What there is to know beyond Zendesk. */
  children?: ReactNode;
}) {
  const { match, now, canAttach, isBusy, onAttach, children } = props;
  const { incident, words, isLikely } = match;
  const language = useWords();
  const { t } = language;
  return (
    <Card $isLikely={isLikely} data-test-id={`incident-${incident.id}`}>
      <Row>
        <StageBadge stage={incident.stage} />
        {incident.isDrill && <DrillBadge />}
        {isLikely && <Small as="span">{t('list.likely')}</Small>}
      </Row>
      <Title as="h2" dir="auto" title={incident.title}>
        {incident.title}
      </Title>
      {incident.symptoms && <Symptoms dir="auto">{incident.symptoms}</Symptoms>}
      <Row>
        <Small>
          {factsOf(incident, now, language).map(([fact, promise = 'kept'], index, { length }) => (
            <Fragment key={fact}>
              <Pressing $promise={promise}>
                {fact}
                {index < length - 1 && t('time.comma')}
              </Pressing>{' '}
            </Fragment>
          ))}
        </Small>
        {!isLikely && canAttach && (
          <Button
            isLink
            disabled={isBusy}
            onClick={onAttach}
            aria-label={t('list.attachTo', { title: incident.title })}
          >
            {t('list.attachShort')}
          </Button>
        )}
      </Row>
      {children}
      {words.length > 0 && <SharedWords label={t('list.shares')} words={words} />}
      {isLikely && canAttach && (
        <Button isPrimary isStretched disabled={isBusy} onClick={onAttach} data-test-id="attach">
          {isBusy ? t('list.attaching') : t('list.attach')}
        </Button>
      )}
    </Card>
  );
}

function factsOf(
  { reports, update, next, recordTrouble }: Incident,
  now: Date,
  { t, span }: Words,
): [fact: string, promise?: PromiseState][] {
  const since = (iso: string) => now.getTime() - Date.parse(iso);
  const left = next ? -since(next) : undefined;
  const known = [
    reports !== undefined ? t('list.reports', { count: reports }) : '',
    update ? t('time.updateAgo', { age: span(since(update.at)) }) : recordTrouble ? '' : t('list.noUpdate'),
  ].filter(Boolean);
  const facts = known.map((fact): [string] => [fact]);
  if (!next || left === undefined) return facts;
  const promise =
    left >= 0 ? t('list.nextIn', { age: span(left) }) : t('list.nextOverdue', { age: span(-left) });
  return [...facts, [promise, promiseState(new Date(next), now)]];
}
