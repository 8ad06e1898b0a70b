import { Button } from '@zendeskgarden/react-buttons';
import { useMemo, useState } from 'react';
import styled from 'styled-components';
import type { Listing } from '../../../actions/listReports.ts';
import type { Running } from '../../../actions/readDesk.ts';
import { type ReportRow, standingOf } from '../../../domain/reportRows.ts';
import { NONE_SELECTED, type Selection } from '../../../domain/selection.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { DeskPorts } from '../../../ports/desk.ts';
import { DoneFailed } from '../../DoneFailed.tsx';
import { explainRefusal } from '../../explainRefusal.ts';
import { Meter } from '../../Meter.tsx';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Buttons, Small } from '../../pieces.tsx';
import { useBroadcaster } from '../../sidebar/useBroadcaster.ts';
import { AsideButtons } from './AsideButtons.tsx';
import { type AsideTask, BulkAside } from './BulkAside.tsx';
import { BulkMove } from './BulkMove.tsx';
import { useBulk } from './useBulk.ts';
import type { Listed } from './useListing.ts';

// As tall with a selection as without one: the list above it does not jump.
const Bar = styled(Buttons)`
  align-items: center;
  min-height: ${({ theme }) => `${theme.space.base * 8}px`};
`;

/** What can be done with those that are selected, all at once. */
export function BulkBar(props: {
  ports: DeskPorts;
  listed: Listed;
  listing: Listing;
  found: readonly ReportRow[];
  selection: Selection;
  select: (change: () => Selection) => void;
  /** The newest update. */
  n: number;
  lookAgain: () => Promise<void>;
  /** The other incidents, where something can go. */
  running: Running | undefined;
}) {
  const { ports, listing, selection, select, n } = props;
  const words = useWords();
  const { t } = words;
  const [isAsking, setAsking] = useState(false);
  const [aside, setAside] = useState<AsideTask>();
  const [moving, setMoving] = useState<readonly TicketId[]>();
  const broadcaster = useBroadcaster(ports);
  const chosen = useMemo(
    () => (selection.ids.size === 0 ? [] : listing.rows.filter(({ id }) => selection.ids.has(id))),
    [listing.rows, selection],
  );
  const behind = useMemo(
    () => (n > 0 ? chosen.filter((row) => standingOf(row, n, n) === 'behind') : []),
    [chosen, n],
  );
  const bulk = useBulk({ ...props, onDone: () => select(() => NONE_SELECTED) });
  const { progress, outcome, error } = bulk;
  const hidden = chosen.length - props.found.filter(({ id }) => selection.ids.has(id)).length;
  return (
    <div data-test-id="bulk">
      <Bar>
        <Small role="status" data-test-id="selected">
          {progress
            ? t(`desk.bulk.${progress.what}`, { done: progress.done, total: progress.total })
            : chosen.length > 0
              ? t('desk.selected', { count: chosen.length })
              : t('desk.selectHint')}
          {hidden > 0 && ` ${t('desk.selectedHidden', { count: hidden })}`}
        </Small>
        {chosen.length > 0 && !progress && !isAsking && !aside && !moving && (
          <>
            {behind.length > 0 && broadcaster && !broadcaster.refusal && (
              <Button size="small" onClick={() => void bulk.tell(behind)} data-test-id="bulk-tell">
                {t('desk.bulk.tell', { count: behind.length, n })}
              </Button>
            )}
            {broadcaster && !broadcaster.refusal && <AsideButtons chosen={chosen} begin={setAside} />}
            {broadcaster && !broadcaster.refusal && (
              <Button
                size="small"
                onClick={() => setMoving(chosen.map(({ id }) => id))}
                data-test-id="bulk-move"
              >
                {t('several.moveMany')}
              </Button>
            )}
            <Button size="small" onClick={() => setAsking(true)} data-test-id="bulk-detach">
              {t('desk.bulk.detach')}
            </Button>
            <Button size="small" isBasic onClick={() => select(() => NONE_SELECTED)}>
              {t('desk.bulk.clear')}
            </Button>
          </>
        )}
        {progress && (
          <Button size="small" isBasic onClick={bulk.stop}>
            {t('reports.stop')}
          </Button>
        )}
        {isAsking && (
          <>
            <span>{t('desk.bulk.ask', { count: chosen.length })}</span>
            <Button
              size="small"
              isDanger
              autoFocus
              onClick={() => {
                setAsking(false);
                void bulk.detach(chosen.map(({ id }) => id));
              }}
              data-test-id="bulk-detach-yes"
            >
              {t('desk.bulk.yes', { count: chosen.length })}
            </Button>
            <Button size="small" isBasic onClick={() => setAsking(false)}>
              {t('detach.no')}
            </Button>
          </>
        )}
      </Bar>
      {aside && (
        <BulkAside
          {...props}
          task={aside}
          onOver={() => {
            setAside(undefined);
            select(() => NONE_SELECTED);
          }}
        />
      )}
      {moving && (
        <BulkMove
          {...props}
          ids={moving}
          onOver={() => {
            setMoving(undefined);
            select(() => NONE_SELECTED);
          }}
        />
      )}
      {progress && <Meter told={progress.done} total={progress.total} />}
      {chosen.length > 0 && behind.length > 0 && broadcaster?.refusal && (
        <Small>{explainRefusal(broadcaster.refusal, words)}</Small>
      )}
      {outcome && <Note weight={outcome.weight}>{outcome.text}</Note>}
      {error !== undefined && <DoneFailed error={error} />}
    </div>
  );
}
