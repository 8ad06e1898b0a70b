import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import type { TimelineRead } from '../../../actions/readTimeline.ts';
import type { Entry } from '../../../domain/timeline.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { Badge, StageBadge } from '../../Badge.tsx';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import { CustomerTexts } from './CustomerTexts.tsx';
import { type Fact, type TimeOf, wordsOfEntry } from './wordsOfEntry.ts';

const Item = styled.li`
  display: grid;
  grid-template-columns: ${({ theme }) => `${theme.space.base * 46}px minmax(0, 1fr)`};
  @media (max-width: 560px) { grid-template-columns: minmax(0, 1fr); }
`;
const When = styled.div`
  padding-block-end: ${({ theme }) => theme.space.xs};
`;
const What = styled.div`
  position: relative;
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  padding-inline-start: ${({ theme }) => theme.space.md};
  padding-block-end: ${({ theme }) => theme.space.lg};
  border-inline-start: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.default' })}`};
  &::before {
    content: '';
    position: absolute;
    inset-block-start: ${({ theme }) => `${theme.space.base * 1.5}px`};
    inset-inline-start: ${({ theme }) => `-${theme.space.base}px`};
    width: ${({ theme }) => `${theme.space.base * 2 - 1}px`};
    height: ${({ theme }) => `${theme.space.base * 2 - 1}px`};
    border-radius: 50%;
    background: ${({ theme }) => getColor({ theme, variable: 'border.emphasis' })};
  }
`;
const Head = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: ${({ theme }) => theme.space.xs};
`;
const Heading = styled.h2`
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`;
const Time = styled.time`
  font-variant-numeric: tabular-nums;
`;
const Said = styled.p`
  max-width: 75ch;
  white-space: pre-line;
`;

const FactLine = styled(Small)<{ $weight: Fact['weight'] }>`
  ${({ theme, $weight }) =>
    $weight === 'figure' &&
    `
      font-size: ${theme.fontSizes.md} !important;
      font-weight: ${theme.fontWeights.semibold};
      color: ${getColor({ theme, variable: 'foreground.default' })};
    `}
  ${({ theme, $weight }) => $weight === 'trouble' && `color: ${getColor({ theme, variable: 'foreground.danger' })};`}
`;

/** One thing that happened: when, what, by whom, and what came of it. */
export function EntryRow(props: {
  entry: Entry;
  read: TimelineRead;
  ports: Pick<ModalPorts, 'tickets' | 'replyTexts' | 'settings' | 'brand'>;
  now: Date;
  timeOf: TimeOf;
}) {
  const { entry, read, ports, now, timeOf } = props;
  const words = useWords();
  const { heading, author, stage, mark, said, facts } = wordsOfEntry(entry, read, words, timeOf);
  return (
    <Item data-test-id="timeline-entry">
      <When>
        <Time dateTime={entry.at}>{timeOf(entry.at)}</Time>
        <Small>{words.ago(now.getTime() - Date.parse(entry.at))}</Small>
      </When>
      <What>
        <Head>
          <Heading>{heading}</Heading>
          {stage && <StageBadge stage={stage} />}
          {mark && <Badge $tone="warning">{mark}</Badge>}
          <Small as="span" dir="auto">
            {author}
          </Small>
        </Head>
        {said.map((text) => (
          <Said key={text} dir="auto">
            {text}
          </Said>
        ))}
        {facts.map(({ text, weight }) => (
          <FactLine key={text} $weight={weight}>
            {text}
          </FactLine>
        ))}
        {entry.kind === 'update' && entry.of === undefined && (
          <CustomerTexts
            ports={ports}
            incident={read.incident}
            said={entry.update}
            posted={{ at: entry.at, by: { id: entry.authorId, name: author } }}
          />
        )}
      </What>
    </Item>
  );
}
