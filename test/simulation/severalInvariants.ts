import { readRecord } from '../../src/domain/record.ts';
import type { SeveralWorld } from './severalWorld.ts';
import { untellable } from './witness.ts';

interface Heard {
  /** What the ledger says of it: `<incident>/<n>`. */
  ledger: string;
  isMove: boolean;
}

/** What customers hear while it happens, from outside the app. */
export interface Watch {
  heard: Map<number, Heard[]>;
  wrongs: string[];
  moves: number;
}

/** Sees every write of a ticket as it happens, and what is wrong at that very moment. */
export function watchSeveral({ world }: SeveralWorld): Watch {
  const watch: Watch = { heard: new Map(), wrongs: [], moves: 0 };
  const ledgerField = String(world.fieldId('allclear_told'));
  const seen = new Map([...world.tickets.values()].map(({ id, audits }) => [id, audits.length]));
  world.changes.subscribe((change) => {
    if (change.kind !== 'updated') return;
    const { id, audits, publicComments } = world.ticket(change.ticketId);
    for (const audit of audits.slice(seen.get(id) ?? 0)) {
      const note = audit.custom?.allclear as { did?: string; from?: number } | undefined;
      const isMove = note?.did === 'attach' && note.from !== undefined;
      if (isMove) watch.moves += 1;
      const isSaid = publicComments.some((comment) => audit.comment?.id === comment.id);
      if (!note || !isSaid) continue;
      const ledger = audit.changes.find(({ field }) => field === ledgerField)?.after;
      if (!ledger) watch.wrongs.push(`#${id} was written to, and its ledger does not say so`);
      const before = watch.heard.get(id) ?? [];
      watch.heard.set(id, [...before, { ledger: String(ledger), isMove }]);
    }
    seen.set(id, audits.length);
  });
  return watch;
}

/** What must be so when everybody has gone home. */
export function checkSeveral(
  { world, first, second, drill, drilled, outside }: SeveralWorld,
  { heard, wrongs, moves }: Watch,
  { isMerged, split }: { isMerged: boolean; split: number },
): { broken: string[]; moves: number } {
  const broken = [...wrongs];
  for (const [id, tellings] of heard) {
    const ledgers = tellings.map(({ ledger }) => ledger);
    if (new Set(ledgers).size < ledgers.length) broken.push(`(a) #${id} heard ${ledgers.join(', ')}`);
    if (tellings.filter(({ isMove }) => isMove).length > placesOf(id))
      broken.push(`#${id} was told more often that it was moved than it was`);
    for (const incident of [first.id, second.id, drill.id]) {
      const numbers = ledgers.flatMap((each) =>
        each.startsWith(`${incident}/`) ? Number(each.split('/')[1]) : [],
      );
      if (numbers.some((n, index) => n < Math.max(0, ...numbers.slice(0, index))))
        broken.push(`(c) #${id} heard ${ledgers.join(', ')}`);
    }
  }
  for (const { id } of [...outside]) {
    const ticket = world.ticket(id);
    if (ticket.audits.length > 1 || ticket.status === 'solved') broken.push(`the drill has touched #${id}`);
  }
  for (const { id } of drilled)
    if (world.ticket(id).problemId !== drill.id) broken.push(`#${id} has left the drill`);
  if (world.ticket(drill.id).status === 'solved')
    broken.push('the drill was solved over tickets that take no part');
  for (const { html } of drilled.flatMap(({ id }) => world.ticket(id).publicComments.slice(1)))
    if (!/^<p[^>]*><strong>(Drill|Simulacro)/.test(html ?? ''))
      broken.push('a reply of the drill does not say so');

  for (const incident of [first.id, second.id, drill.id, ...(split ? [split] : [])]) {
    const problem = world.ticket(incident);
    const read = readRecord(String(world.valueOf(incident, 'allclear_record') ?? ''));
    const record = read.state === 'read' ? read.record : undefined;
    if (record?.merged) {
      if (!isMerged || incident !== first.id) broken.push(`#${incident} says that it was merged`);
      const left = world.incidentsOf(incident).filter((each) => each.status !== 'closed');
      if (problem.status !== 'solved' || left.length > 0)
        broken.push(`#${incident} was merged, and ${left.length} reports are still there`);
      continue;
    }
    if (isMerged && incident === first.id) broken.push('the merge has left no trace');
    const n = record?.update?.n ?? 0;
    for (const ticket of world.incidentsOf(incident)) {
      if (n === 0 || outside.some(({ id }) => id === ticket.id) || untellable({ world }, ticket)) continue;
      if (world.valueOf(ticket.id, 'allclear_told') !== `${incident}/${n}`)
        broken.push(`(b) #${ticket.id} was not told update ${n} of #${incident}`);
    }
  }
  return { broken, moves };

  // In how many incidents it has been.
  function placesOf(id: number): number {
    return world
      .ticket(id)
      .audits.filter(({ changes }) => changes.some(({ field }) => field === 'problem_id')).length;
  }
}
