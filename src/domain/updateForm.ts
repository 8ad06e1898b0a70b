import type { Stage } from './stage.ts';
import type { TicketId } from './ticket.ts';

/** What the person who leads the response has typed so far, as it stands in the form. */
export interface UpdateForm {
  readonly incident: TicketId;
  /** The newest update its author knows of. */
  readonly seen: number;
  readonly stage: Stage;
  readonly symptoms: string;
  /** ISO 8601; empty for none. */
  readonly next: string;
  readonly eta: string;
  readonly etaBy: string;
  readonly extra: string;
  readonly gate: 'confirmed' | 'override';
  readonly gateBy: string;
  readonly gateReason: string;
}
