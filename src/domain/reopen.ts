import { type Incident, newestUpdate } from './incident.ts';
import { toldOf } from './ledger.ts';
import { stageOfTag } from './stage.ts';
import type { Ticket } from './ticket.ts';

/**
 * Whether this report's customer takes the incident for over, and the update in force says that it is not: they read an
 * apology and their ticket is open again. What they were last told decides, so it holds for whoever missed an update too.
 */
export function isRelapse(incident: Incident, report: Pick<Ticket, 'fields' | 'status'>): boolean {
  if (!incident.update || incident.stage === 'resolved') return false;
  const told = toldOf(report.fields.allclear_told, incident.id);
  if (told === newestUpdate(incident)) return false;
  const heardResolved = told !== undefined && stageOfTag(report.fields.allclear_stage) === 'resolved';
  return heardResolved || (incident.update.reopens === true && report.status === 'solved');
}

/** Whether an update with this stage takes back that the incident is over. */
export function takesBack(incident: Incident, stage: Incident['stage']): boolean {
  return stage !== 'resolved' && (incident.isOver || incident.update?.stage === 'resolved');
}
