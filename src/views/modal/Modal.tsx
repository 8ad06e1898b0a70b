import type { ModalTask } from '../../domain/modalTask.ts';
import type { ModalPorts } from '../../ports/batches.ts';
import { later } from '../later.tsx';
import { Loading } from '../sidebar/Loading.tsx';

/** What every view in a modal gets. */
export interface ModalProps<Show extends ModalTask['show'] = ModalTask['show']> {
  readonly ports: ModalPorts;
  readonly task: Extract<ModalTask, { show: Show }>;
  /** Closes the modal; whoever opened it looks again. */
  readonly close: () => void;
}

const PostUpdate = later(() => import('./post/PostUpdate.tsx').then((file) => file.PostUpdate), Loading);
const Declare = later(() => import('./declare/Declare.tsx').then((file) => file.Declare), Loading);
const Timeline = later(() => import('./timeline/Timeline.tsx').then((file) => file.Timeline), Loading);
const Reports = later(() => import('./reports/Reports.tsx').then((file) => file.Reports), Loading);
const Proposal = later(() => import('./proposal/Proposal.tsx').then((file) => file.Proposal), Loading);
const HandOver = later(() => import('./handover/HandOver.tsx').then((file) => file.HandOver), Loading);

const MoveMany = later(() => import('./several/MoveMany.tsx').then((file) => file.MoveMany), Loading);
const Merge = later(() => import('./several/Merge.tsx').then((file) => file.Merge), Loading);
const EditReview = later(() => import('./review/EditReview.tsx').then((file) => file.EditReview), Loading);
const SendRca = later(() => import('./review/SendRca.tsx').then((file) => file.SendRca), Loading);

const CheckSettings = later(
  () => import('./settings/CheckSettings.tsx').then((file) => file.CheckSettings),
  Loading,
);

/** The view that belongs to a task. */
export function Modal({ task, ...rest }: ModalProps) {
  switch (task.show) {
    case 'post':
      return <PostUpdate {...rest} task={task} />;
    case 'declare':
      return <Declare {...rest} task={task} />;
    case 'timeline':
      return <Timeline {...rest} task={task} />;
    case 'proposal':
      return <Proposal {...rest} task={task} />;
    case 'handover':
      return <HandOver {...rest} task={task} />;
    case 'reports':
      return <Reports {...rest} task={task} />;
    case 'move':
      return <MoveMany {...rest} task={task} />;
    case 'merge':
      return <Merge {...rest} task={task} />;
    case 'review':
      return <EditReview ports={rest.ports} close={rest.close} incidentId={task.incident} />;
    case 'rca':
      return <SendRca ports={rest.ports} close={rest.close} incidentId={task.incident} />;
    case 'settings':
      return <CheckSettings {...rest} task={task} />;
  }
}
