import type { TicketId } from '../../domain/ticket.ts';

const toldHere = new Set<string>();

/** This tab has told everyone update `n`: it goes on with the other channels itself, and at once. */
export function noteToldHere(incident: TicketId, n: number): void {
  toldHere.add(`${incident}/${n}`);
}

export function wasToldHere(incident: TicketId, n: number): boolean {
  return toldHere.has(`${incident}/${n}`);
}
