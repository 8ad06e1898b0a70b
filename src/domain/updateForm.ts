import { parseClock } from './clockText.ts';
import { type Tracked, toGate, UNTRACKED } from './formGate.ts';
import { type Incident, newestUpdate } from './incident.ts';
import { isEtaUnanswered, isFixAwaited } from './promises.ts';
import { approvalOf } from './proposal.ts';
import { takesBack } from './reopen.ts';
import type { Settings } from './settings.ts';
import type { Stage } from './stage.ts';
import type { TicketId } from './ticket.ts';
import { naturalNextStage, type UpdateDraft } from './update.ts';

/** What the person who leads the response has typed so far, as it stands in the form. */
export interface UpdateForm {
  readonly incident: TicketId;
  /** The newest update its author knows of. */
  readonly seen: number;
  readonly stage: Stage;
  readonly symptoms: string;
  /** ISO 8601; empty for none. */
  readonly next: string;
  readonly eta: string;
  readonly etaBy: string;
  readonly extra: string;
  readonly noNews: boolean;
  /** Customers read that the time they were given for the fix could not be kept. */
  readonly etaPassed: boolean;
  /** `jira` where nobody chose: the issue decides as soon as it can. */
  readonly gate: 'jira' | 'confirmed' | 'override';
  readonly gateBy: string;
  readonly gateWhere: string;
  /** ISO 8601; empty for just now. */
  readonly gateWhen: string;
  readonly gateReason: string;
}

/** The form as it is proposed: what is in force, the stage that usually follows, and the next time by the cadence. */
export function startForm(
  incident: Incident,
  { cadence }: Pick<Settings, 'cadence'>,
  now: Date,
  stage?: Stage,
): UpdateForm {
  const { eta, symptoms, severity } = incident;
  // A fix that is late is not taken for one that is in place.
  const isUnanswered = isEtaUnanswered(incident, now);
  const isPast = eta?.at !== undefined && Date.parse(eta.at) <= now.getTime();
  return {
    incident: incident.id,
    seen: newestUpdate(incident),
    stage: stage ?? (isUnanswered ? incident.stage : proposedStage(incident)),
    symptoms,
    next: inMinutes(cadence[severity], now),
    eta: isPast ? '' : (eta?.text ?? ''),
    etaBy: isPast ? '' : (eta?.by ?? ''),
    extra: '',
    noNews: false,
    etaPassed: isUnanswered,
    gate: 'jira',
    gateBy: '',
    gateWhere: '',
    gateWhen: '',
    gateReason: '',
  };
}

// Nobody is led to say *resolved*: it takes an engineer's word. After it, an update takes it back.
function proposedStage(incident: Incident): Stage {
  if (newestUpdate(incident) === 0) return incident.stage;
  if (incident.stage === 'resolved') return 'identified';
  const next = naturalNextStage(incident.stage);
  return next === 'resolved' ? incident.stage : next;
}

const STEP_MS = 5 * 60_000;

/** A promise people can say aloud: so many minutes from now, and then to the next five. ISO 8601. */
export function inMinutes(minutes: number, now: Date): string {
  return new Date(Math.ceil((now.getTime() + minutes * 60_000) / STEP_MS) * STEP_MS).toISOString();
}

/** What the form says, as a draft that can be previewed and posted by `author`; what its stage has no use for is left out. */
export function toDraft(
  form: UpdateForm,
  incident: Incident,
  author: string,
  now: Date,
  tracked: Tracked = UNTRACKED,
): UpdateDraft {
  const { stage, symptoms, next, extra, noNews, etaPassed } = form;
  const isResolved = stage === 'resolved';
  const eta = form.eta.trim() || form.etaBy.trim() ? etaOf(form, incident, now) : undefined;
  return {
    stage,
    symptoms: isResolved ? incident.symptoms : symptoms, // out of sight then, so nobody has said it
    ...(!isResolved && next && { next }),
    ...(!isResolved && eta && { eta }),
    ...(extra.trim() && { extra }),
    ...(!isResolved && noNews && { noNews }),
    ...(etaPassed && isFixAwaited(stage) && { etaPassed }),
    ...(isResolved && { gate: toGate(form, author, tracked) }),
    ...(takesBack(incident, stage) && { reopens: true }),
  };
}

/** The time that the expected fix names, which each customer reads in their own zone; anything else they read as written. */
export function etaTime({ eta }: UpdateForm, incident: Incident, now: Date): Date | undefined {
  const before = incident.eta;
  return before?.at && before.text === eta ? new Date(before.at) : parseClock(eta, now);
}

function etaOf(form: UpdateForm, incident: Incident, now: Date) {
  const { eta, etaBy } = form;
  const at = etaTime(form, incident, now)?.toISOString();
  return { text: eta, by: etaBy, ...(at && { at }) };
}

/** Whether something was typed that would be a pity to lose. The proposed times are nobody's work. */
export function isTouched(form: UpdateForm, started: UpdateForm): boolean {
  const typed = ['stage', 'symptoms', 'eta', 'etaBy', 'extra', 'noNews', 'etaPassed'] as const;
  const gate = ['gateBy', 'gateWhere', 'gateReason'] as const;
  return [...typed, ...gate].some((key) => form[key] !== started[key]);
}

/** The form after somebody else has posted: one's own words stay, and go on from there. */
export function goOnFrom(form: UpdateForm, incident: Incident): UpdateForm {
  return { ...form, seen: newestUpdate(incident), noNews: false, etaPassed: false };
}

/** Whether this is what waited for a second person, and has gone out by now: there is nothing left of it to write. */
export function wasSent({ seen, stage, symptoms, extra }: UpdateForm, { update }: Incident): boolean {
  if (!update || !approvalOf(update) || update.n !== seen + 1 || update.stage !== stage) return false;
  const isSame = stage === 'resolved' || update.symptoms === symptoms.trim();
  return isSame && (update.extra ?? '') === extra.trim();
}
