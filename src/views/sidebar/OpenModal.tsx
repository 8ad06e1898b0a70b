import { Button } from '@zendeskgarden/react-buttons';
import type { ReactNode } from 'react';
import type { ModalTask } from '../../domain/modalTask.ts';
import { DoneFailed } from '../DoneFailed.tsx';
import { useTask } from '../useTask.ts';
import type { KnownProps } from './Sidebar.tsx';

/** A link to one of the app's own views in a modal; looks again once that is closed. */
export function OpenModal(
  props: Pick<KnownProps, 'ports' | 'refresh'> & { task: ModalTask; testId: string; children: ReactNode },
) {
  const { ports, refresh, task, testId, children } = props;
  const open = useTask(async () => {
    await ports.modals.open(task);
    await refresh();
  });
  if (open.task.state === 'failed') return <DoneFailed error={open.task.error} isSmall />;
  return (
    <Button
      isLink
      size="small"
      disabled={open.task.state === 'running'}
      onClick={() => void open.run()}
      data-test-id={testId}
    >
      {children}
    </Button>
  );
}
