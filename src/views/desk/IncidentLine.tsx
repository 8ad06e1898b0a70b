import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import type { Counted } from '../../actions/countCoverage.ts';
import { coverageKnown } from '../../domain/deskRow.ts';
import { type Incident, newestUpdate } from '../../domain/incident.ts';
import type { TicketId } from '../../domain/ticket.ts';
import type { DeskPorts } from '../../ports/desk.ts';
import { Badge, StageBadge } from '../Badge.tsx';
import { DrillBadge } from '../DrillMark.tsx';
import { Count, Meter } from '../Meter.tsx';
import { useWords } from '../phrases.tsx';
import { Buttons, Fact, Small } from '../pieces.tsx';
import { marksOf } from './deskFilter.ts';
import { IssueCell } from './IssueCell.tsx';
import { OwedCell } from './OwedCell.tsx';

// The whole row answers the mouse; the keyboard and the ear have a button with the incident's name.
const Open = styled.button`
  display: block;
  width: 100%;
  padding: 0;
  border: 0;
  font: inherit;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  text-align: start;
  color: inherit;
  background: none;
  cursor: pointer;
  &::after { content: ''; position: absolute; inset: 0; }
  &:focus-visible { outline: none; }
  &:focus-visible::after {
    box-shadow: inset 0 0 0 2px ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
    border-radius: ${({ theme }) => theme.borderRadii.md};
  }
  &:hover::after { background: ${({ theme }) => getColor({ theme, variable: 'background.primaryEmphasis', transparency: theme.opacity[100] })}; }
`;
const Head = styled(Buttons)`
  align-items: center;
  margin-block-end: ${({ theme }) => theme.space.xxs};
`;

/** One incident: where it stands, what was promised, whom it has hit and who has heard. */
export function IncidentLine(props: {
  incident: Incident;
  ports: DeskPorts;
  now: Date;
  owner: string | undefined;
  counted: Counted | undefined;
  isJiraAsked: boolean;
  occasion: number;
  open: (id: TicketId) => void;
}) {
  const { incident, ports, now, owner, counted, isJiraAsked, occasion, open } = props;
  const { t, ago, clockTime } = useWords();
  const { id, title, update, reports, stage, recordTrouble } = incident;
  const since = (iso: string) => now.getTime() - Date.parse(iso);
  const coverage = coverageKnown(incident, counted);
  return (
    <tr data-test-id={`desk-row-${id}`}>
      <th scope="row">
        <Head as="span">
          <StageBadge stage={stage} />
          {incident.isDrill && <DrillBadge />}
          {marksOf(incident, now, ports.settings).map(({ channel, state }) => (
            <Badge
              key={channel}
              $tone={state === 'missing' ? 'neutral' : 'warning'}
              data-test-id={`mark-${channel}`}
            >
              {t(`desk.mark.${state}`, { channel: t(`desk.channel.${channel}`) })}
            </Badge>
          ))}
          {recordTrouble && <Badge $tone="danger">{t('desk.record')}</Badge>}
        </Head>
        <Open type="button" title={title} onClick={() => open(id)} data-row={id}>
          <bdi>{title}</bdi>
        </Open>
        <Small as="span">
          #{id}
          {t('time.comma')} <Fact>{t('status.started', { time: clockTime(incident.startedAt, now) })}</Fact>
        </Small>
      </th>
      <td data-test-id="desk-next">
        <OwedCell incident={incident} now={now} />
      </td>
      <td>
        {update ? ago(since(update.at)) : t('list.noUpdate')}
        {update && (
          <Small dir="auto">
            {t('promise.update', { n: update.n })} · {update.by.name}
          </Small>
        )}
      </td>
      <td data-test-id="desk-reports">
        {reports === undefined ? '' : t('reports.figure', { count: reports })}
      </td>
      <td data-test-id="desk-coverage">
        {coverage ? (
          <>
            <Count>{t('coverage.of', { told: coverage.told, total: coverage.total })}</Count>
            <Meter told={coverage.told} cannot={coverage.cannot} total={coverage.total} />
            <Small>
              {t(coverage.isCounted ? 'time.counted' : 'desk.atItsEnd', { age: ago(since(coverage.asOf)) })}
            </Small>
          </>
        ) : (
          <Small>{newestUpdate(incident) > 0 ? t('desk.notCounted') : ''}</Small>
        )}
      </td>
      <td>
        <IssueCell {...{ incident, ports, now, occasion }} isAsked={isJiraAsked} />
      </td>
      <td>{owner ? <bdi>{owner}</bdi> : <Small>{incident.ownerId ? '' : t('gate.nobody')}</Small>}</td>
    </tr>
  );
}
