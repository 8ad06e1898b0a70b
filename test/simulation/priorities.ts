import type { Note } from '../../src/ports.ts';
import { Refusal } from '../workspace/world/refusal.ts';
import type { Audit, Priority, Ticket } from '../workspace/world/ticket.ts';
import { updateTicket } from '../workspace/world/updateTicket.ts';
import type { SimulatedWorld } from './buildWorld.ts';
import type { Chance } from './chance.ts';

const BEFORE = ['low', 'normal', 'none', 'same'] as const;
const RUNNING = 'allclear_running';

/** What attaching with the app leaves on a ticket: it is urgent, and its tags say since when and from where. */
export function raisedBy(chance: Chance): { priority?: Priority; tags?: string[] } {
  if (chance.is(0.2)) return {}; // somebody linked it by hand
  const before = chance.of(BEFORE);
  return {
    priority: 'urgent',
    tags: [RUNNING, ...(before === 'same' ? [] : [`allclear_${before}_to_urgent`])],
  };
}

/** People change priorities meanwhile. */
export function schedulePriorities(simulated: SimulatedWorld, chance: Chance, spanMs: number) {
  const { world, time, reports, tom } = simulated;
  for (let count = reports.length > 0 ? chance.between(0, 6) : 0; count > 0; count -= 1) {
    const ticket = chance.of(reports);
    time.after(chance.between(0, spanMs), () => {
      try {
        updateTicket(world, ticket, { priority: 'high' }, world.user(tom.id), { channel: 'web' });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error; // it is closed: then it simply does not happen
      }
    });
  }
}

/** Whether reports are as they were once the incident is over, and no sooner, and what people chose is theirs. */
export function checkPriorities({ world, incident }: SimulatedWorld): string[] {
  const broken: string[] = [];
  const isOver = incident.status === 'solved';
  const newest = noteOf(incident.audits.findLast((audit) => noteOf(audit)?.did === 'update'))?.n;
  for (const ticket of world.incidentsOf(incident.id)) {
    const { first, isPersons, wrong } = walk(ticket);
    if (wrong) broken.push(`(g) ${ticket.id}: a priority that a person had chosen was put back`);
    if (ticket.status === 'closed') continue;
    const ours = ticket.tags.filter((tag) => tag === RUNNING || tag.includes('_to_urgent'));
    if (isOver && ours.length > 0)
      broken.push(`(g) ${ticket.id} still says ${ours.join(', ')} after the end`);
    if (isOver && first && !isPersons && ticket.priority !== first)
      broken.push(`(g) ${ticket.id} was ${first} before and is ${ticket.priority} after the end`);
    if (!isOver && isToldOfTrouble(ticket, newest) && !ours.includes(RUNNING))
      broken.push(`(g) ${ticket.id} was told that it is not over, and auto-solve may take it`);
  }
  return broken;
}

// What a report was at first, as its tags say, and whether the last word on its priority is a person's.
function walk(ticket: Ticket) {
  const given = tagsAtFirst(ticket).find((tag) => tag.includes('_to_urgent'));
  const before = given?.split('_')[1];
  const first = before === 'none' ? 'normal' : before;
  let isPersons = false;
  let wrong = false;
  for (const audit of ticket.audits) {
    const change = audit.changes.find(({ field }) => field === 'priority');
    if (audit.created || !change) continue;
    const did = noteOf(audit)?.did;
    if (did === 'restore' && isPersons) wrong = true;
    isPersons = did === undefined || (did === 'told' && isPersons);
  }
  return { first, isPersons, wrong: wrong && !wasRaisedAgain(ticket) };
}

// Told that it is not over after all, a report is urgent again, and gets back what it was then: a person's word included.
const wasRaisedAgain = ({ audits }: Ticket) => audits.some((audit) => noteOf(audit)?.set === 'urgent');

// Whoever can't be told of a reopening has no write that could bring the tag.
function isToldOfTrouble({ audits, values }: Ticket, newest: unknown): boolean {
  const last = audits.findLast((audit) => noteOf(audit)?.did === 'told');
  const stage = [...values.fields.values()].find((value) =>
    /^allclear_(inv|ide|mon|res)/.test(String(value)),
  );
  return (
    last !== undefined &&
    noteOf(last)?.n === newest &&
    last === audits.findLast(({ comment }) => comment?.public) &&
    stage !== 'allclear_resolved'
  );
}

function tagsAtFirst({ audits, tags }: Ticket): readonly string[] {
  const change = audits.find(
    ({ created, changes }) => !created && changes.some(({ field }) => field === 'tags'),
  );
  const before = change?.changes.find(({ field }) => field === 'tags')?.before;
  return Array.isArray(before) ? before.map(String) : tags;
}

const noteOf = (audit: Audit | undefined) => audit?.custom?.allclear as Note | undefined;
