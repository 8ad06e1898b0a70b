import { approvalLine } from './approval.ts';
import { cleanGate, type DraftGate, type GateTrouble, gateTroubles, stampGate } from './draftGate.ts';
import { gateLines } from './gate.ts';
import type { Incident } from './incident.ts';
import { newestUpdate, withUpdateInForce } from './incident.ts';
import { cleanText, disarmPlaceholders, escapeHtml } from './markup.ts';
import { approvalOf } from './proposal.ts';
import { planRca, type RcaTrouble } from './rcaDraft.ts';
import type { Eta, Rca, Update } from './record.ts';
import { takesBack } from './reopen.ts';
import { STAGES, type Stage } from './stage.ts';

/** What the person who leads the response has written; nothing of it is posted yet. */
export interface UpdateDraft {
  readonly stage: Stage;
  readonly symptoms: string;
  readonly eta?: Eta | undefined;
  /** ISO 8601; when customers hear from us next. Only *resolved* does without. */
  readonly next?: string | undefined;
  readonly extra?: string | undefined;
  /** Customers read, each in their language, that nothing has changed since they last heard from us. */
  readonly noNews?: boolean | undefined;
  /** The same of the time that they were given for the fix: it could not be kept. */
  readonly etaPassed?: boolean | undefined;
  /** What lets *resolved* be said. */
  readonly gate?: DraftGate | undefined;
  /** The root cause analysis, to be sent in place of news. The incident stays as it is. */
  readonly rca?: Rca | undefined;
  /** The author knows that the incident is over, and means to open it again. */
  readonly reopens?: boolean | undefined;
}

/** What is wrong with a draft; each has a text of its own. */
export type DraftTrouble =
  | 'symptoms missing'
  | 'symptoms long'
  | 'extra long'
  | 'eta long'
  | 'eta without source'
  | 'next missing'
  | 'next past'
  | 'next too soon' // it waits for a second person until then
  | RcaTrouble
  | GateTrouble;

export type UpdatePlan =
  | { readonly do: 'post'; readonly update: Update }
  | { readonly do: 'refuse'; readonly because: readonly DraftTrouble[] };

export const LONGEST_SYMPTOMS = 2_000;
const LONGEST_EXTRA = 2_000;
const LONGEST_ETA = 200;

/** The stage that usually follows; *resolved* stays. Going back is allowed, but never proposed. */
export function naturalNextStage(stage: Stage): Stage {
  return STAGES[STAGES.indexOf(stage) + 1] ?? 'resolved';
}

/** The update as it would be posted: the next number, texts without invisible signs; or everything that is wrong with it. */
export function planUpdate(
  incident: Incident,
  draft: UpdateDraft,
  by: { readonly id: number; readonly name: string },
  now: Date,
): UpdatePlan {
  if (draft.rca) return planToSend(incident, draft.rca, by, now);
  const clean = cleaned(draft);
  const because = troublesOf(clean, now);
  return because.length > 0
    ? { do: 'refuse', because }
    : { do: 'post', update: toUpdate(incident, clean, by, now) };
}

// It tells nothing new of the incident, so it takes over what was said last.
function planToSend(incident: Incident, wanted: Rca, by: Update['by'], now: Date): UpdatePlan {
  const planned = planRca(wanted);
  if ('troubles' in planned) return { do: 'refuse', because: planned.troubles };
  const { stage, symptoms } = incident;
  return { do: 'post', update: toUpdate(incident, { stage, symptoms, rca: planned.rca }, by, now) };
}

/** The incident as it would stand if this draft were posted, whatever is still wrong with it: what a preview shows. */
export function asIfPosted(
  incident: Incident,
  draft: UpdateDraft,
  by: { readonly id: number; readonly name: string },
  now: Date,
): Incident {
  const next = Number.isNaN(Date.parse(draft.next ?? '')) ? undefined : draft.next;
  return withUpdateInForce(incident, toUpdate(incident, cleaned({ ...draft, next }), by, now));
}

function cleaned(draft: UpdateDraft): UpdateDraft & { symptoms: string; extra: string } {
  const eta = draft.eta && { ...draft.eta, text: cleanText(draft.eta.text), by: cleanText(draft.eta.by) };
  const extra = cleanText(draft.extra ?? '');
  return {
    ...draft,
    symptoms: cleanText(draft.symptoms),
    extra,
    eta,
    gate: draft.gate && cleanGate(draft.gate),
  };
}

function toUpdate(
  incident: Incident,
  { stage, symptoms, extra, noNews, etaPassed, eta, next, gate, rca }: UpdateDraft,
  by: { readonly id: number; readonly name: string },
  now: Date,
): Update {
  const at = now.toISOString();
  return {
    n: newestUpdate(incident) + 1,
    stage,
    symptoms,
    ...(eta && { eta }),
    ...(next && { next: new Date(next).toISOString() }),
    at,
    by: { id: by.id, name: by.name },
    ...(extra && { extra }),
    ...(noNews && { noNews }),
    ...(rca && { rca }),
    ...(etaPassed && { etaPassed }),
    ...(stage === 'resolved' && gate && { gate: stampGate(gate, at) }),
    ...(takesBack(incident, stage) && { reopens: true }),
  };
}

/** The internal note on the incident's ticket that says what was posted; the timeline shows it to people without the app. */
export function updateNote(update: Update): string {
  const { n, stage, reopens } = update;
  const approval = approvalOf(update);
  const lines = [...newsLines(update), ...(approval ? [approvalLine(approval)] : [])];
  return toNote(`Update ${n}: ${stage}${reopens ? ' (reopened)' : ''}`, lines);
}

/** What an update says, a line each, for people without the app. */
export function newsLines({ symptoms, eta, next, extra, noNews, etaPassed, gate }: Update): string[] {
  return [
    noNews && 'No news since the last update.',
    etaPassed && 'The time given for the fix could not be kept.',
    symptoms,
    extra,
    eta && `ETA: ${eta.text} (${eta.by})`,
    next && `Next update: ${next}`,
    ...(gate ? gateLines(gate) : []),
  ].filter((line) => typeof line === 'string' && line !== '') as string[];
}

/** An internal note: what people wrote stays text, and resolves nothing. */
export function toNote(heading: string, lines: readonly string[]): string {
  const body = lines.map((line) => `<p>${escapeHtml(line).replaceAll('\n', '<br>')}</p>`).join('');
  return disarmPlaceholders(`<p><strong>${escapeHtml(heading)}</strong></p>${body}`);
}

function troublesOf({ stage, symptoms, extra, eta, next, gate }: UpdateDraft, now: Date): DraftTrouble[] {
  const promised = next === undefined || next === '' ? undefined : Date.parse(next);
  const found: (DraftTrouble | false | undefined)[] = [
    !symptoms && stage !== 'resolved' && 'symptoms missing',
    symptoms.length > LONGEST_SYMPTOMS && 'symptoms long',
    (extra ?? '').length > LONGEST_EXTRA && 'extra long',
    eta && (eta.text.length > LONGEST_ETA || eta.by.length > LONGEST_ETA) && 'eta long',
    eta && (!eta.text || !eta.by) && 'eta without source',
    stage !== 'resolved' && (promised === undefined || Number.isNaN(promised)) && 'next missing',
    promised !== undefined && promised <= now.getTime() && 'next past',
  ];
  const ofGate = stage === 'resolved' ? gateTroubles(gate) : [];
  return [...found.filter((each) => typeof each === 'string'), ...ofGate];
}
