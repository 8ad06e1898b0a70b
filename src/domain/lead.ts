import * as v from 'valibot';
import { declarationOf } from './declaration.ts';
import { readRecord, Time } from './record.ts';
import type { Ticket } from './ticket.ts';

const Lead = v.looseObject({ id: v.number(), name: v.string(), since: Time });

/** Who has an incident, and since when. */
export type Lead = v.InferOutput<typeof Lead>;

/** Who has the incident: whoever took it or was handed it, else who declared it. `undefined` where nobody wrote that down. */
export function leadIn(problem: Pick<Ticket, 'fields'>): Lead | undefined {
  const read = readRecord(problem.fields.allclear_record);
  if (read.state !== 'read') return undefined;
  const lead = v.safeParse(Lead, read.record.lead);
  if (lead.success) return lead.output;
  const declared = declarationOf(read.record);
  return declared && { id: declared.by.id, name: declared.by.name, since: declared.at };
}
