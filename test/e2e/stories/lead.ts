import type { TicketChange } from '../../workspace/world/change.ts';
import type { OutageSeed } from '../../workspace/world/seed/outage.ts';
import type { Stage } from '../../workspace/world/seed/record.ts';
import { updateTicket } from '../../workspace/world/updateTicket.ts';
import type { World } from '../../workspace/world/world.ts';

const MARA = 400_001;

interface News {
  n: number;
  stage?: Stage;
  symptoms?: string;
  /** Absent for none. */
  next?: string | undefined;
}

/** The lead posts an update elsewhere: the incident's record and fields say so from now on. */
export function leadPosts(world: World, incidentId: number, news: News): void {
  const record = JSON.parse(String(world.valueOf(incidentId, 'allclear_record')));
  const { n, stage = record.update.stage, symptoms = record.update.symptoms } = news;
  const next = 'next' in news ? news.next : new Date(world.clock.now() + 30 * 60_000).toISOString();
  const at = new Date(world.clock.now()).toISOString();
  const update = { ...record.update, n, stage, symptoms, at, next };
  write(world, incidentId, {
    allclear_record: JSON.stringify({ ...record, update }),
    allclear_stage: `allclear_${stage}`,
    allclear_symptoms: symptoms,
    allclear_next_update: next ?? null,
  });
}

/** Somebody edits fields of a ticket by hand. */
export function write(world: World, ticketId: number, values: Record<string, string | null>): void {
  const fields = Object.entries(values).map(([key, value]) => ({ id: world.fieldId(key), value }));
  change(world, ticketId, { fields });
}

/** A broadcast comes to this report: comment, ledger, stage and note in one write. */
export function tellByBroadcast(world: World, ticketId: number, told: { incident: number; n: number }): void {
  const { stage, symptoms } = newest(world, told.incident);
  const fields = [
    { id: world.fieldId('allclear_told'), value: `${told.incident}/${told.n}` },
    { id: world.fieldId('allclear_stage'), value: `allclear_${stage}` },
  ];
  const custom = { allclear: { did: 'told', ...told } };
  change(world, ticketId, { comment: { html: `<p>${symptoms}</p>`, public: true }, fields, custom });
}

/** Somebody else changes a ticket in Zendesk. */
export function change(world: World, ticketId: number, wish: TicketChange): void {
  updateTicket(world, world.ticket(ticketId), wish, world.user(MARA));
}

/** What the record says of the newest update. */
export function newest(world: World, incidentId: number) {
  return JSON.parse(String(world.valueOf(incidentId, 'allclear_record'))).update as {
    n: number;
    stage: Stage;
    symptoms: string;
    next?: string;
    at: string;
  };
}

/** A report of the running incident whose customer speaks this language, can be told, and has been told nothing. */
export function reportIn(
  world: World,
  seed: Pick<OutageSeed, 'reportsA' | 'messaging'>,
  language: string,
): number {
  const found = seed.reportsA.find((id) => {
    const { status, problemId, requesterId } = world.ticket(id);
    const isOpen =
      (status === 'open' || status === 'new') && problemId !== null && !seed.messaging.includes(id);
    return isOpen && world.user(requesterId).locale.startsWith(language);
  });
  if (!found) throw new Error(`no open report in ${language}`);
  write(world, found, { allclear_told: null, allclear_stage: null });
  return found;
}
