import type { TicketId } from '../../domain/ticket.ts';

const wishes = new Set<string>();

/** This tab has made update `n` the newest one, and is to tell it as soon as it shows how far that has come. */
export function wishToTell(incident: TicketId, n: number): void {
  wishes.add(`${incident}/${n}`);
}

/** Whether somebody wished so, once. */
export function takeTellWish(incident: TicketId, n: number): boolean {
  return wishes.delete(`${incident}/${n}`);
}
