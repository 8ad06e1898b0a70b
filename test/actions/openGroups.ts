import { createSpotter } from '../../src/actions/spotGroups.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { addDayOfTickets } from './dayOfTickets.ts';
import { openDeclare } from './openDeclare.ts';

/** A day of tickets in an account where nothing is declared, and agents who look for what is the same. */
export function openGroups({ same }: { same?: number } = {}) {
  const opened = openDeclare({ tickets: 0 });
  const day = addDayOfTickets(opened.world, opened.time, same);
  const at = (who: 'mara' | 'tom' | 'ines') => {
    const ports = opened.at(who);
    const spot = createSpotter(ports);
    return { ports, look: (running: readonly Incident[] = []) => opened.run(spot(running)) };
  };
  return { ...opened, ...day, at, ...at('mara') };
}

export const idsOf = ({ tickets }: { readonly tickets: readonly { readonly id: number }[] }) =>
  tickets.map(({ id }) => id);
