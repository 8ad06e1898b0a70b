import { tellOne } from '../../actions/tellOne.ts';
import type { TicketId } from '../../domain/ticket.ts';
import { type Ports, ServiceError } from '../../ports.ts';
import { explainDone } from '../explain.ts';
import type { Words } from '../phrases.tsx';
import type { Telling } from './Sidebar.tsx';
import { tellingOfOne } from './tellingOfOne.ts';

/** Brings the update in force to the customer of the open ticket, and says what became of it. */
export async function tellLate(
  { broadcasting, form }: Pick<Ports, 'broadcasting' | 'form'>,
  incident: TicketId,
  ticket: TicketId,
  words: Words,
): Promise<Telling> {
  try {
    const [ports, brand] = await Promise.all([broadcasting(), form.brand()]);
    return tellingOfOne(await tellOne(ports, incident, ticket, { brand }), words);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { weight: 'danger', text: explainDone(error, words) };
  }
}
