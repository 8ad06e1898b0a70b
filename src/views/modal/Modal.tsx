import { lazy, Suspense } from 'react';
import type { ModalTask } from '../../domain/modalTask.ts';
import type { ModalPorts } from '../../ports.ts';
import { Loading } from '../sidebar/Loading.tsx';

/** What every view in a modal gets. */
export interface ModalProps<Show extends ModalTask['show'] = ModalTask['show']> {
  readonly ports: ModalPorts;
  readonly task: Extract<ModalTask, { show: Show }>;
  /** Closes the modal; whoever opened it looks again. */
  readonly close: () => void;
}

const PostUpdate = lazy(() =>
  import('./post/PostUpdate.tsx').then(({ PostUpdate }) => ({ default: PostUpdate })),
);

const Timeline = lazy(() =>
  import('./timeline/Timeline.tsx').then(({ Timeline }) => ({ default: Timeline })),
);

const Reports = lazy(() => import('./reports/Reports.tsx').then(({ Reports }) => ({ default: Reports })));

/** The view that belongs to a task. */
export function Modal(props: ModalProps) {
  return <Suspense fallback={<Loading />}>{viewOf(props)}</Suspense>;
}

function viewOf({ task, ...rest }: ModalProps) {
  switch (task.show) {
    case 'post':
      return <PostUpdate {...rest} task={task} />;
    case 'timeline':
      return <Timeline {...rest} task={task} />;
    case 'reports':
      return <Reports {...rest} task={task} />;
  }
}
