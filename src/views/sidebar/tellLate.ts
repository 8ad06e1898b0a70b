import { tellOne } from '../../actions/tellOne.ts';
import type { TicketId } from '../../domain/ticket.ts';
import { type Ports, ServiceError } from '../../ports.ts';
import { explainDone } from '../explain.ts';
import type { Words } from '../phrases.tsx';
import type { Telling } from './Sidebar.tsx';
import { tellingOfOne } from './tellingOfOne.ts';

/** Brings the update in force to the customer of the open ticket, and says what became of it. */
export async function tellLate(
  { broadcasting }: Pick<Ports, 'broadcasting'>,
  incident: TicketId,
  ticket: TicketId,
  words: Words,
): Promise<Telling> {
  try {
    return tellingOfOne(await tellOne(await broadcasting(), incident, ticket), words);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { weight: 'danger', text: explainDone(error, words) };
  }
}
