import { Button } from '@zendeskgarden/react-buttons';
import { DoneFailed } from '../../DoneFailed.tsx';
import { useWords } from '../../phrases.tsx';
import { Row, Small } from '../../pieces.tsx';
import { useTask } from '../../useTask.ts';

export interface Deed {
  readonly label: string;
  /** What became of it, in words. */
  readonly run: () => Promise<string>;
}

/** One ticket of a sweep: what it is, and what can be done about it right here. */
export function SweepRow(props: {
  id: number;
  subject: string;
  /** Who, when, what they said. */
  about: string;
  onOpen: () => void;
  deed?: Deed | undefined;
}) {
  const { id, subject, about, onOpen, deed } = props;
  const { t } = useWords();
  const act = useTask(async () => deed?.run() ?? '');
  const { state } = act.task;
  return (
    <li data-test-id={`sweep-${id}`}>
      <Row>
        <Button isLink size="small" onClick={onOpen}>
          #{id} <bdi>{subject}</bdi>
        </Button>
        {deed && state !== 'done' && (
          <Button
            isLink
            size="small"
            disabled={state === 'running'}
            onClick={() => void act.run()}
            aria-label={`${state === 'running' ? t('sweep.running') : deed.label} #${id}`}
            data-test-id={`sweep-act-${id}`}
          >
            {state === 'running' ? t('sweep.running') : deed.label}
          </Button>
        )}
      </Row>
      <Small dir="auto">{about}</Small>
      {act.task.state === 'done' && <Small role="status">{act.task.value}</Small>}
      {act.task.state === 'failed' && <DoneFailed error={act.task.error} isSmall />}
    </li>
  );
}
