import type { Incident } from '../domain/incident.ts';
import type { Ticket } from '../domain/ticket.ts';
import { type Ports, ServiceError } from '../ports.ts';
import { createReplyWriter, MACRO_PREFIX, type Prepared } from './writeReply.ts';

export type { Prepared } from './writeReply.ts';

/** Renders the reply in force for the customer of the open ticket: an admin's macro for the stage, else the built-in text. */
export async function prepareReply(
  { tickets, form, replyTexts, settings, clock }: Ports,
  incident: Incident,
  ticket: Ticket,
): Promise<Prepared> {
  const [agent, customer, brand, macros] = await Promise.all([
    tickets.me(),
    form.customer(),
    form.brand(),
    tickets.macros(MACRO_PREFIX).catch(whyNot),
  ]);
  const write = createReplyWriter({ macros, replyTexts, fallback: settings.replyLanguage, agent });
  return write(incident, ticket, customer, { name: brand.name ?? '' }, clock.now());
}

/** A macro that can't be read is no reason to leave a customer without an answer. */
export function whyNot(error: unknown): string {
  if (error instanceof ServiceError) return error.message;
  throw error;
}
