import { useCallback, useRef, useState } from 'react';
import { type DeclareForm, isDeclareTouched, startDeclareForm } from '../../../domain/declareForm.ts';
import type { Ticket, TicketId } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';

/** The form, kept while its modal is closed: nothing typed is lost, and a declaration that was sent is never made anew. */
export function useDeclareForm(
  ports: ModalPorts,
  ticket: Ticket | undefined,
  others: readonly Ticket[],
  from = 0,
) {
  const { declareForms, newKey, issues } = ports;
  const [kept] = useState(() => keptOf(declareForms.get(ticket?.id ?? 0), from));
  const [started, setStarted] = useState(() => start());
  const [form, setForm] = useState<DeclareForm>(() => kept ?? started);
  const [isKept, setKept] = useState(kept !== undefined);
  const latest = useRef(form);

  function start() {
    return startDeclareForm(ticket, { key: newKey(), hasTracker: issues !== undefined, others, from });
  }
  const put = useCallback(
    (next: DeclareForm) => {
      latest.current = next;
      setForm(next);
      if (isDeclareTouched(next, started)) declareForms.keep(next);
      else declareForms.drop(next.ticket);
    },
    [declareForms, started],
  );
  return {
    form,
    change: useCallback((changes: Partial<DeclareForm>) => put({ ...latest.current, ...changes }), [put]),
    /** Nothing of it is needed any more. */
    forget: useCallback(() => declareForms.drop(latest.current.ticket), [declareForms]),
    isKept,
    startAnew() {
      const anew = start();
      setStarted(anew);
      setKept(false);
      latest.current = anew;
      setForm(anew);
      declareForms.drop(anew.ticket);
    },
  };
}

// What is split off from one incident is no declaration of another matter that was begun before.
function keptOf(form: DeclareForm | undefined, from: TicketId): DeclareForm | undefined {
  return form?.from === from ? form : undefined;
}
