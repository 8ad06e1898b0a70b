import { chosenTickets, toDeclareDraft } from '../../../domain/declareForm.ts';
import { isDrillTicket } from '../../../domain/drill.ts';
import { impactWords } from '../../../domain/impactWords.ts';
import type { Ticket, TicketId } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { isLacking } from '../../declare/DemandFields.tsx';
import { useDeclareForm } from './useDeclareForm.ts';
import { useCustomers, useDemands, useLookAlikes, useProblems } from './useNearby.ts';

/** What is typed, what is looked up beside it, and the declaration that both make. */
export function useDraft(
  ports: ModalPorts,
  ticket: Ticket | undefined,
  others: readonly Ticket[],
  from?: TicketId,
) {
  const kept = useDeclareForm(ports, ticket, others, from);
  const { form } = kept;
  const lookAlikes = useLookAlikes(ports, ticket, '');
  const demands = useDemands(ports);
  const problems = useProblems(ports);
  const alike = lookAlikes.state === 'seen' && form.from === 0 ? lookAlikes.value : [];
  // Nobody is taken along unasked who may take no part.
  const chosen = chosenTickets(
    form,
    form.drill ? alike.filter(({ ticket: each }) => isDrillTicket(each)) : alike,
  );
  const customers = useCustomers(ports, chosen);
  const counted =
    customers.state === 'seen' ? impactWords(customers.value.impact, customers.value.writers) : '';
  const kind = demands.state === 'seen' ? demands.value.kinds.find(({ id }) => id === form.kind) : undefined;
  return {
    ...kept,
    lookAlikes,
    demands,
    problems,
    chosen,
    customers,
    /** Who is hit, in words, as far as the chosen tickets tell. */
    counted,
    draft: toDeclareDraft(form, chosen, counted),
    /** What the tracker would refuse the issue for. */
    lacking:
      form.issue === 'file' ? (kind?.fields.filter((field) => isLacking(field, form.values)) ?? []) : [],
  };
}
