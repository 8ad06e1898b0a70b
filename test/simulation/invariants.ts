import type { Broadcast } from '../../src/actions/broadcast.ts';
import type { Entry } from '../../src/domain/timeline.ts';
import type { SimulatedWorld } from './buildWorld.ts';
import { untellable, type Witness } from './witness.ts';

export interface Findings {
  /** Sentences; none when every invariant holds. */
  broken: string[];
  duplicates: number;
  misses: number;
  /** Whole texts that our broadcasts sent to a person who had one of the same update; allowed, and rare with pointers. */
  repeats: number;
}

interface Posted {
  n: number;
  stage: string;
  extra: string;
  gate?: { kind: string; by: string; where?: string; reason?: string };
}

/** The invariants of the design, asked of the world as it is when everybody has gone home. */
export function checkInvariants(
  simulated: SimulatedWorld,
  witness: Witness,
  last: Broadcast | undefined,
  /** As the app shows it. */
  timeline: readonly Entry[],
): Findings {
  const { world, incident } = simulated;
  const broken = [...witness.wrongs];
  const posted = incident.audits.flatMap(({ custom }) => {
    const note = custom?.allclear as (Posted & { did?: string }) | undefined;
    return note?.did === 'update' ? [note] : [];
  });
  let duplicates = 0;
  let misses = 0;

  for (const [id, tellings] of witness.tellings) {
    const numbers = witness.pardoned.has(id) ? [] : tellings.map(({ n }) => n);
    const extra = numbers.length - new Set(numbers).size;
    if (extra > 0) broken.push(`(a) the customer of ${id} heard ${numbers.join(', ')}`);
    duplicates += extra;
    if (numbers.some((n, index) => n < Math.max(0, ...numbers.slice(0, index))))
      broken.push(`(c) the customer of ${id} heard ${numbers.join(', ')}`);
    for (const { n, text, first } of tellings) {
      const shown = timeline.flatMap((each) =>
        each.kind === 'update' && each.update.n === n ? each.update : [],
      );
      const [update] = shown;
      const isSaid = first ? new RegExp(`\\b${first}\\b`).test(text) : text.includes(update?.extra ?? '');
      if (!update || shown.length > 1 || !isSaid)
        broken.push(`(f) update ${n}, as the customer of ${id} heard it, is not in the timeline`);
    }
  }

  const { n } = witness.newest();
  if (n > 1) {
    const named = new Map(last?.skipped.map(({ id, because }) => [id, because]));
    for (const ticket of world.incidentsOf(incident.id)) {
      if (witness.isTold(ticket.id, n)) continue;
      const reason = untellable(simulated, ticket);
      if (reason !== undefined && named.get(ticket.id) === reason) continue;
      misses += 1;
      broken.push(
        `(b) ${ticket.id} was not told update ${n}, because: ${named.get(ticket.id)} (in truth: ${reason})`,
      );
    }
  }
  const numbers = posted.map((update) => update.n);
  if (numbers.some((number, index) => number !== numbers[0]! + index))
    broken.push(`updates were posted as ${numbers.join(', ')}`);
  for (const update of posted)
    if (update.stage === 'resolved' && !isOpen(update.gate))
      broken.push(`(d) update ${update.n} said resolved with the gate shut`);
  return { broken, duplicates, misses, repeats: countRepeats(simulated, witness) };
}

// What Jira itself said at that moment, the witness knows.
function isOpen(gate: Posted['gate']): boolean {
  if (!gate?.by) return false;
  return gate.kind === 'confirmed' ? Boolean(gate.where) : gate.kind === 'jira' || Boolean(gate.reason);
}

function countRepeats({ world }: SimulatedWorld, witness: Witness): number {
  const wholes = [...witness.tellings].flatMap(([id, tellings]) =>
    tellings.flatMap(({ n, isOurs, first }) =>
      isOurs && !first ? `${world.ticket(id).requesterId} ${n}` : [],
    ),
  );
  return wholes.length - new Set(wholes).size;
}
