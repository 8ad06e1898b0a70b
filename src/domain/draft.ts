import { toldOf } from './ledger.ts';
import { visibleLines } from './markup.ts';
import type { Stage } from './stage.ts';
import type { TicketId } from './ticket.ts';

/** A reply of ours that was put into a composer and not yet sent. */
export interface Draft {
  readonly ticket: TicketId;
  readonly incident: TicketId;
  readonly n: number;
  readonly stage: Stage;
  /** As inserted; see `Reply.lines`. */
  readonly lines: readonly string[];
  /** What the ledger and stage fields held before, for taking the mark back. */
  readonly before: { readonly told: string; readonly stage: string };
  /** Whether the mark went into the open form. If not, the ledger is written once the comment is out. */
  readonly isMarked: boolean;
  /** Whether it was in the public composer at the last submit; unknown before the first. */
  readonly isGoing?: boolean | undefined;
}

export interface Composer {
  readonly html: string;
  readonly isPublic: boolean;
}

// A line this short ("Hello,") may be the agent's own.
const TELLING_LENGTH = 20;

/** Whether a text, in a composer or a sent comment, still holds this reply, or what an agent has left of it. */
export function holdsReply(html: string, draft: Pick<Draft, 'lines'>): boolean {
  const present = new Set(visibleLines(html));
  return tellingOf(draft.lines).some((line) => present.has(line));
}

function tellingOf(lines: readonly string[]): readonly string[] {
  const telling = lines.filter((line) => line.length >= TELLING_LENGTH);
  return telling.length > 0 ? telling : lines;
}

/**
 * The composer's HTML with the old reply replaced, where it stood, and every word of the agent's kept. `undefined`
 * when the reply can't be told from the rest any more.
 */
export function replaceReply(html: string, old: Pick<Draft, 'lines'>, fresh: string): string | undefined {
  const ours = new Set(old.lines);
  const pieces =
    html.match(
      /<(p|div|h[1-6])\b[^>]*>(?:(?!<\/?(?:p|div|h[1-6])\b)[\s\S])*<\/\1>|<[a-z/!?][^>]*>|[^<]+|</gi,
    ) ?? [];
  const isOurs = pieces.map((piece) => {
    const lines = visibleLines(piece);
    return lines.length > 0 && lines.every((line) => ours.has(line));
  });
  const first = isOurs.indexOf(true);
  if (first < 0) return undefined;
  const rest = pieces.filter((_, index) => !isOurs[index]);
  // What remains of an old line inside a paragraph that the agent has joined with their own can't be cut out safely.
  const left = visibleLines(rest.join('')).join('\n');
  if (tellingOf(old.lines).some((line) => left.includes(line))) return undefined;
  return [
    ...pieces.slice(0, first),
    fresh,
    ...pieces.slice(first).filter((_, index) => !isOurs[first + index]),
  ].join('');
}

export type SubmitPlan =
  | { readonly do: 'pass' }
  /** The reply no longer goes out to the customer, so its mark may not be saved. */
  | { readonly do: 'unmark' }
  | Stop;

/** Why a submit is stopped: a newer update is out, or this customer was told it while the reply was waiting. */
export type Stop =
  | { readonly do: 'stop'; readonly because: 'old'; readonly held: number; readonly newest: number }
  | { readonly do: 'stop'; readonly because: 'told'; readonly held: number; readonly told: number };

/** What was read at the moment of a submit, or is known from before; absent where it is not known. */
export interface Known {
  readonly newest?: number | undefined;
  /** The report's ledger, as Zendesk has it. */
  readonly ledger?: string | undefined;
}

/** What happens to a submit. `warnedOf` is the stop, by its name, that this agent has seen already. */
export function planSubmit(
  draft: Draft | undefined,
  composer: Composer,
  { newest, ledger }: Known,
  warnedOf: string | undefined,
): SubmitPlan {
  if (!draft) return { do: 'pass' };
  if (!composer.isPublic || !holdsReply(composer.html, draft))
    return draft.isMarked ? { do: 'unmark' } : { do: 'pass' };
  const held = draft.n;
  const heard = toldMeanwhile(draft, { newest, ledger });
  const told: Stop | undefined =
    heard === undefined ? undefined : { do: 'stop', because: 'told', held, told: heard };
  const old: Stop | undefined =
    newest === undefined || held >= newest ? undefined : { do: 'stop', because: 'old', held, newest };
  // Whoever insists on an old reply is not yet warned that this customer has heard it.
  if (told && warnedOf === nameOfStop(told)) return { do: 'pass' };
  if (old && warnedOf === nameOfStop(old)) return told ?? { do: 'pass' };
  const isNewestTold = heard !== undefined && heard >= (newest ?? held);
  return (isNewestTold ? told : (old ?? told)) ?? { do: 'pass' };
}

/** Two stops with the same name say the same; an agent who has seen one is not stopped by the other. */
export function nameOfStop(stop: Stop): string {
  return stop.because === 'old' ? `old/${stop.newest}` : `told/${stop.told}`;
}

/**
 * The number of the update that this customer was told since the reply was inserted, if it is this one or a newer one.
 * A ledger ahead of the newest update was edited by hand, and says nothing.
 */
export function toldMeanwhile(
  { incident, n, before }: Pick<Draft, 'incident' | 'n' | 'before'>,
  { newest, ledger }: Known,
): number | undefined {
  const told = toldOf(ledger, incident);
  if (told === undefined || told < n || told === toldOf(before.told, incident)) return undefined;
  return newest === undefined || told <= newest ? told : undefined;
}

/** Whether somebody has edited the ledger since the reply was inserted, so that only the audits know who told what. */
export function isEdited({ incident, before }: Pick<Draft, 'incident' | 'before'>, known: Known): boolean {
  const { newest, ledger = '' } = known;
  if (ledger === before.told) return false;
  const told = toldOf(ledger, incident);
  return told === undefined || (newest !== undefined && told > newest);
}
