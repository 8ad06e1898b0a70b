import { readRecord } from '../../src/domain/record.ts';
import type { Ticket } from '../workspace/world/ticket.ts';
import type { SimulatedWorld } from './buildWorld.ts';

export interface Telling {
  n: number;
  text: string;
  isOurs: boolean;
  /** The report where this person was said to find the whole text. */
  first?: number | undefined;
}

/** Sees everything as it happens, from outside the app, and asks no ledger. */
export interface Witness {
  /** What the customer of each report heard, in order. */
  readonly tellings: ReadonlyMap<number, readonly Telling[]>;
  /** What was wrong at the very moment. */
  readonly wrongs: readonly string[];
  isTold(ticketId: number, n: number): boolean;
  newest(): { n: number; marker: string; stage: string; reopens: boolean };
  attached(ticketId: number): void;
  /** Nobody could know what this customer was told when a reply by hand was saved: it may have been told them twice. */
  pardon(ticketId: number): void;
  readonly pardoned: ReadonlySet<number>;
  complain(wrong: string): void;
  /** An agent's app has said that Zendesk refuses to write to these. */
  refused(ticketIds: readonly number[]): void;
  /** An agent's app is open and says when it last began to list all reports; the answer is how to tell that it closed. */
  lists(agentId: number, listedAt: () => number): () => void;
}

/** Why a report can't be told, going by the world itself. */
export function untellable({ world }: Pick<SimulatedWorld, 'world'>, ticket: Ticket): string | undefined {
  if (ticket.tags.includes(`allclear_aside_${ticket.problemId}`)) return 'set aside';
  if (ticket.tags.includes('closed_by_merge')) return 'merged';
  if (ticket.status === 'closed') return 'closed';
  if (ticket.fromMessagingChannel) return 'messaging';
  return world.user(ticket.requesterId).suspended ? 'suspended' : undefined;
}

// Jira's answer and the write after it are on their way for so long at most, with the world's slowest network.
const ON_THE_WAY_MS = 12_000;

function isFixed({ world }: Pick<SimulatedWorld, 'world'>): boolean {
  const { status, resolution } = world.jira.find('PAY-123')?.values ?? {};
  return status?.category === 'done' && resolution === 'Done';
}

export function createWitness(simulated: SimulatedWorld): Witness {
  const { world, incident } = simulated;
  const ledgerField = String(world.fieldId('allclear_told'));
  const stageField = String(world.fieldId('allclear_stage'));
  const tellings = new Map<number, Telling[]>();
  const wrongs: string[] = [];
  const attachedAt = new Map<number, number>();
  const refused = new Set<number>();
  const pardoned = new Set<number>();
  const open = new Set<{ agentId: number; listedAt: () => number }>();
  let isSolved = false;

  const isTold = (id: number, n: number) => (tellings.get(id) ?? []).some((telling) => telling.n === n);
  const newest = () => {
    const read = readRecord(String(world.valueOf(incident.id, 'allclear_record') ?? ''));
    const update = read.state === 'read' ? read.record.update : undefined;
    const { n = 0, extra: marker = '', stage = 'investigating', reopens = false } = update ?? {};
    return { n, marker, stage, reopens };
  };

  function hear(ticket: Ticket) {
    const audit = ticket.audits.at(-1);
    const text = audit?.comment?.public ? (audit.comment.html ?? audit.comment.body) : undefined;
    if (!audit || text === undefined) return;
    const change = audit.changes.find(({ field }) => field === ledgerField);
    const note = audit.custom?.allclear as { did?: string; n?: number; first?: number } | undefined;
    const [, fromLedger] = /^\d+\/(\d+)$/.exec(String(change?.after ?? '')) ?? [];
    const n = note?.did === 'told' ? note.n : fromLedger && Number(fromLedger);
    if (n === undefined || n === '') return;
    const isOurs = note?.did === 'told';
    const first = isOurs ? note.first : undefined;
    if (first !== undefined) pointed(ticket, first, n);
    if (isOurs) statusChanged(ticket, audit);
    if (isOurs && n === newest().n && newest().reopens && ticket.status === 'solved')
      wrongs.push(`(i) the customer of ${ticket.id} heard that it is not over, in a solved ticket`);
    tellings.set(ticket.id, [...(tellings.get(ticket.id) ?? []), { n, text, isOurs, first }]);
  }

  // A pointer is good for nothing unless the same person has the whole text already.
  function pointed(ticket: Ticket, first: number, n: number) {
    const theirs = [...tellings].filter(([id]) => world.ticket(id).requesterId === ticket.requesterId);
    const whole = theirs.some(([, each]) => each.some((telling) => telling.n === n && !telling.first));
    const isThere = theirs.some(([id]) => id === first) && isTold(first, n);
    if (!isThere || !whole)
      wrongs.push(`(g) the customer of ${ticket.id} was pointed to ${first}, without update ${n} there`);
  }

  function statusChanged(ticket: Ticket, { changes }: Ticket['audits'][number]) {
    const before = (field: string) => changes.find((change) => change.field === field)?.before;
    if (before('status') !== 'solved' || newest().reopens || ticket.status === 'solved') return;
    if (before(stageField) !== 'allclear_resolved')
      wrongs.push(`(h) ${ticket.id} was solved, and telling its customer opened it`);
  }

  function solved(agentId: number) {
    const { n, stage } = newest();
    if (stage !== 'resolved') wrongs.push(`the incident was solved at stage ${stage}`);
    const lookedAt = Math.min(...[...open].flatMap((app) => (app.agentId === agentId ? app.listedAt() : [])));
    for (const ticket of world.incidentsOf(incident.id)) {
      const isNew = (attachedAt.get(ticket.id) ?? 0) >= lookedAt && attachedAt.has(ticket.id);
      if (!isNew && !untellable(simulated, ticket) && !refused.has(ticket.id) && !isTold(ticket.id, n))
        wrongs.push(`(e) the incident was solved before the customer of ${ticket.id} was told`);
    }
  }

  // From when to when the issue was fixed, as Engineering means it.
  let fixedUntil = isFixed(simulated) ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  function issueChanged() {
    if (isFixed(simulated)) fixedUntil = Number.POSITIVE_INFINITY;
    else fixedUntil = Math.min(fixedUntil, world.clock.now());
  }
  function posted(ticket: Ticket) {
    const note = ticket.audits.at(-1)?.custom?.allclear as
      | { did?: string; n?: number; stage?: string; gate?: { kind: string } }
      | undefined;
    if (note?.did !== 'update' || note.stage !== 'resolved' || note.gate?.kind !== 'jira') return;
    if (world.clock.now() - fixedUntil > ON_THE_WAY_MS)
      wrongs.push(`(d) update ${note.n} said resolved by Jira, where it was not fixed any more`);
  }

  world.changes.subscribe((change) => {
    if (change.kind === 'jira') return issueChanged();
    if (change.kind !== 'updated') return;
    const ticket = world.ticket(change.ticketId);
    if (ticket.id !== incident.id) return hear(ticket);
    posted(ticket);
    if (ticket.status === 'solved' && !isSolved) solved(change.agentId);
    isSolved = ticket.status === 'solved';
  });
  return {
    tellings,
    wrongs,
    isTold,
    newest,
    pardon: (id) => void pardoned.add(id),
    pardoned,
    attached: (id) => void attachedAt.set(id, world.clock.now()),
    complain: (wrong) => void wrongs.push(wrong),
    refused: (ids) => {
      for (const id of ids) refused.add(id);
    },
    lists(agentId, listedAt) {
      const app = { agentId, listedAt };
      open.add(app);
      return () => void open.delete(app);
    },
  };
}
