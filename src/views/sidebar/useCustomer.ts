import { useEffect, useState } from 'react';
import type { Customer } from '../../domain/reply.ts';
import type { Ports } from '../../ports.ts';

/** Who wrote the open ticket, also after the agent has changed the requester. */
export function useCustomer({ form }: Pick<Ports, 'form'>): Customer | undefined {
  const [customer, setCustomer] = useState<Customer>();
  useEffect(() => {
    let isOver = false;
    const ask = () =>
      form.customer().then(
        (found) => !isOver && setCustomer(found),
        () => {}, // the heading does without
      );
    void ask();
    const unlisten = form.onChange(() => void ask());
    return () => {
      isOver = true;
      unlisten();
    };
  }, [form]);
  return customer;
}
