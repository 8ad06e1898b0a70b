import { Button } from '@zendeskgarden/react-buttons';
import { Progress } from '@zendeskgarden/react-loaders';
import { useWords } from '../../phrases.tsx';
import { Buttons, Small } from '../../pieces.tsx';
import { Stack } from '../shapes.tsx';
import type { useMeasures } from './useMeasures.ts';

/** How far reading has come, or how old the figures are. */
export function MeasureState(props: { measuring: ReturnType<typeof useMeasures>; now: Date }) {
  const { measuring, now } = props;
  const { past, read, isReading, stop, again } = measuring;
  const { t, ago } = useWords();
  const total = past?.incidents.length ?? 0;
  const done = read ? total - read.left : 0;
  const progress = t('desk.measure.reading', { read: done, total });
  const age = past && ago(now.getTime() - past.asOf.getTime());
  return (
    <Stack>
      <Buttons role="status" data-test-id="measure-state">
        <Small>{isReading ? progress : age && t('desk.measure.read', { count: done, age })}</Small>
        {isReading && (
          <Button isLink size="small" onClick={stop}>
            {t('reports.stop')}
          </Button>
        )}
        {!isReading && past && (
          <Button isLink size="small" onClick={again}>
            {t('reports.refresh')}
          </Button>
        )}
      </Buttons>
      {isReading && <Progress size="small" value={(100 * done) / Math.max(1, total)} aria-label={progress} />}
    </Stack>
  );
}
