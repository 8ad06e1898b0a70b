import { type DeclaredIncident, declareIncident } from '../../../actions/declareIncident.ts';
import { mayHaveWorked } from '../../../actions/mayHaveWorked.ts';
import { withdrawIncident } from '../../../actions/withdrawIncident.ts';
import type { DeclareDraft } from '../../../domain/declareDraft.ts';
import type { DeclareForm } from '../../../domain/declareForm.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { ServiceError } from '../../../ports.ts';
import { useTask } from '../../useTask.ts';

/** Sending the declaration: with the same key until it is known what became of it, and with a new one after a refusal. */
export function useDeclaring(
  ports: ModalPorts,
  form: DeclareForm,
  change: (changes: Partial<DeclareForm>) => void,
) {
  const editable = { sentAt: '', sentImpact: '' };
  const sending = useTask(
    async (draft: DeclareDraft, impact: string, knows: readonly TicketId[]): Promise<DeclaredIncident> => {
      const isAnew = form.sentAt === '';
      const at = form.sentAt || ports.clock.now().toISOString();
      // What is sent is kept as it was sent, so that a second try is the same.
      change({ sentAt: at, sentImpact: form.sentImpact || impact, ticked: draft.reports, knows });
      try {
        const declared = await declareIncident(ports, draft, { key: form.key, at, knows });
        if (declared.do === 'declared') change({ incident: declared.incident });
        else if (isAnew) change(editable);
        return declared;
      } catch (error) {
        const isKnown = error instanceof ServiceError && (error.isRead ? isAnew : !mayHaveWorked(error));
        if (isKnown) change({ ...editable, ...(!error.isRead && { key: ports.newKey() }) });
        throw error;
      }
    },
  );
  const { task } = sending;
  const withdrawing = useTask((own: TicketId, other: TicketId, reports: readonly TicketId[]) =>
    withdrawIncident(ports, own, other, reports),
  );
  return {
    send: sending.run,
    isSending: task.state === 'running',
    outcome: task.state === 'done' ? task.value : undefined,
    error: task.state === 'failed' ? task.error : undefined,
    withdraw: withdrawing.run,
    withdrawal: withdrawing.task,
  };
}
