import { useMemo } from 'react';
import type { Incident } from '../../../domain/incident.ts';
import type { DeskPorts } from '../../../ports/desk.ts';

/**
 * The desk's services as they are beside this incident's ticket: replies are written under the name by which the incident's
 * customers know the company, which no open ticket says here.
 */
export function usePortsOf(ports: DeskPorts, { brand }: Incident): DeskPorts {
  const { id, name } = brand ?? {};
  return useMemo(() => {
    if (id === undefined || !name) return ports;
    const brand = { id, name };
    return {
      ...ports,
      brand,
      modals: { open: (task) => ports.modals.open({ ...task, brand }) },
      broadcasting: async () => ({ ...(await ports.broadcasting()), brand }),
    };
  }, [ports, id, name]);
}
