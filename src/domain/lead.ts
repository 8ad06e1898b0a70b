import * as v from 'valibot';
import { declarationIn } from './declaration.ts';
import { readRecord, Time } from './record.ts';
import type { Ticket } from './ticket.ts';

const Lead = v.looseObject({ id: v.number(), name: v.string(), since: Time });

/** Who has an incident, and since when. */
export type Lead = v.InferOutput<typeof Lead>;

/** Who took the incident or was handed it, if anybody. */
export function namedLead(problem: Pick<Ticket, 'fields'>): Lead | undefined {
  const read = readRecord(problem.fields.allclear_record);
  const lead = v.safeParse(Lead, read.state === 'read' ? read.record.lead : undefined);
  return lead.success ? lead.output : undefined;
}

/** The same, else who declared it. `undefined` where nobody wrote that down. */
export function leadIn(problem: Pick<Ticket, 'fields'>): Lead | undefined {
  const named = namedLead(problem);
  if (named) return named;
  const declared = declarationIn(problem.fields.allclear_record);
  return declared && { id: declared.by.id, name: declared.by.name, since: declared.at };
}
