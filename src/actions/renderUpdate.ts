import type { Incident } from '../domain/incident.ts';
import type { Said } from '../domain/timeline.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { whyNot } from './prepareReply.ts';
import { createReplyWriter, MACRO_PREFIX, type Prepared } from './writeReply.ts';

export interface Posted {
  readonly at: string;
  readonly by: { readonly id: number; readonly name: string };
}

/**
 * An earlier update as a broadcast writes it in this language, for a customer of whom nothing is known: with the texts
 * and macros of today, at the time at which it was posted.
 */
export async function renderUpdate(
  {
    tickets,
    replyTexts,
    settings,
    brand,
  }: Pick<BroadcastPorts, 'tickets' | 'replyTexts' | 'settings' | 'brand'>,
  incident: Incident,
  said: Said,
  posted: Posted,
  language: string,
): Promise<Prepared> {
  const macros = await tickets.macros(MACRO_PREFIX).catch(whyNot);
  const write = createReplyWriter({ macros, replyTexts, fallback: settings.replyLanguage, agent: posted.by });
  const { stage, symptoms, eta, next } = said;
  const then: Incident = { ...incident, update: { ...said, ...posted }, stage, symptoms, eta, next };
  // Who took the incident for over reads the apology; a solved ticket stands for them.
  const ticket = { id: incident.id, subject: incident.title, status: 'solved', fields: {} } as const;
  return write(then, ticket, { name: '', locale: language }, { name: brand.name ?? '' }, new Date(posted.at));
}
