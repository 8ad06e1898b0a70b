import { type Claimed, claimUpdate } from '../../../actions/claimUpdate.ts';
import { type Proposed, proposeUpdate } from '../../../actions/proposeUpdate.ts';
import type { IssueLook } from '../../../actions/readIssue.ts';
import type { Proposal } from '../../../domain/proposal.ts';
import type { Update } from '../../../domain/record.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { UpdateDraft } from '../../../domain/update.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { useTask } from '../../useTask.ts';

export type Posting = ReturnType<typeof usePosting>;

/** Whom an update has to be proposed to first, as far as was counted, and by which name. */
export interface Asking {
  readonly key: string;
  readonly customers: number | undefined;
}

/** Claiming the update or proposing it, and going on from somebody else's when they were faster. */
export function usePosting(
  ports: ModalPorts,
  incident: TicketId,
  on: {
    onStart(): void;
    onPosted(update: Update): void;
    onProposed(proposal: Proposal): void;
    onNotPosted(): void;
    onShut(look: IssueLook | undefined): void;
    goOn(): Promise<void>;
  },
) {
  const claiming = useTask(async (seen: number, draft: UpdateDraft, asking?: Asking) => {
    on.onStart();
    try {
      const claimed: Claimed | Proposed = asking
        ? await proposeUpdate(ports, incident, seen, { ...asking, draft })
        : await claimUpdate(ports, incident, seen, draft);
      if (claimed.do === 'claimed') on.onPosted(claimed.update);
      else if (claimed.do === 'proposed') on.onProposed(claimed.proposal);
      else on.onNotPosted();
      if (claimed.do === 'shut') on.onShut(claimed.look);
      return claimed;
    } catch (error) {
      on.onNotPosted();
      throw error;
    }
  });
  const { task } = claiming;
  const going = useTask(async () => {
    await on.goOn();
    claiming.reset();
  });
  return {
    post: claiming.run,
    isPosting: task.state === 'running' || (task.state === 'done' && ENDS.has(task.value.do)),
    claimed: task.state === 'done' ? task.value : undefined,
    error: task.state === 'failed' ? task.error : undefined,
    /** Reads what the other has posted, and takes one's own words along. */
    goOn: going.run,
    isReading: going.task.state === 'running',
    readError: going.task.state === 'failed' ? going.task.error : undefined,
  };
}

const ENDS: ReadonlySet<(Claimed | Proposed)['do']> = new Set(['claimed', 'proposed']);
