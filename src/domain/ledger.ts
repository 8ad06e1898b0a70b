import type { Ticket, TicketId } from './ticket.ts';

/** What a report's customer was last told: update `n` of one incident. Update 0 is the state before any update was posted. */
export interface Told {
  readonly incident: TicketId;
  readonly n: number;
}

export function toLedger(told: Told): string {
  return `${told.incident}/${told.n}`;
}

/** Reads the ledger field. People can edit it: anything but `<incident id>/<n>` counts as never told. */
export function readLedger(text: string | undefined): Told | undefined {
  const [, incident, n] = /^\s*(\d{1,15})\/(\d{1,6})\s*$/.exec(text ?? '') ?? [];
  return incident && n ? { incident: Number(incident), n: Number(n) } : undefined;
}

/** The number of the update of this incident that the customer was last told; `undefined` if never. */
export function toldOf(text: string | undefined, incident: TicketId): number | undefined {
  const told = readLedger(text);
  return told?.incident === incident ? told.n : undefined;
}

/**
 * Whether a report was told something of which its ledger does not say what: people can empty or garble it, and a ticket
 * that was moved names another incident. Only its audits can say what its customer heard of this one.
 */
export function isLedgerDoubtful({ fields }: Pick<Ticket, 'fields'>, incident: TicketId): boolean {
  if (toldOf(fields.allclear_told, incident) !== undefined) return false;
  return Boolean(fields.allclear_stage ?? fields.allclear_told);
}
