import { useCallback, useRef, useState } from 'react';
import { type DeclareForm, isDeclareTouched, startDeclareForm } from '../../../domain/declareForm.ts';
import type { Ticket } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';

/** The form, kept while its modal is closed: nothing typed is lost, and a declaration that was sent is never made anew. */
export function useDeclareForm(ports: ModalPorts, ticket: Ticket | undefined, others: readonly Ticket[]) {
  const { declareForms, newKey, issues } = ports;
  const [kept] = useState(() => declareForms.get(ticket?.id ?? 0));
  const [started, setStarted] = useState(() => start());
  const [form, setForm] = useState<DeclareForm>(() => kept ?? started);
  const [isKept, setKept] = useState(kept !== undefined);
  const latest = useRef(form);

  function start() {
    return startDeclareForm(ticket, { key: newKey(), hasTracker: issues !== undefined, others });
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
