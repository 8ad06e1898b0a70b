import type { DeclareDraft, IssueValues, Origin, Severity } from './declareDraft.ts';

import type { LookAlike } from './lookAlikes.ts';
import { oneLine } from './markup.ts';
import type { Stage } from './stage.ts';
import type { Ticket, TicketId } from './ticket.ts';

/** What somebody who declares an incident has typed so far, as it stands in the form. */
export interface DeclareForm {
  /** Where it was opened; 0 beside no ticket. */
  readonly ticket: TicketId;
  /** Names this declaration for every try of it. */
  readonly key: string;
  /** When it was first sent; empty before. From then on what it says stays as it is. */
  readonly sentAt: string;
  /** Who is hit, in the words in which it was sent. */
  readonly sentImpact: string;
  readonly knows: readonly TicketId[];
  readonly summary: string;
  readonly severity: Severity;
  readonly stage: Stage;
  readonly symptoms: string;
  /** ISO 8601, or empty. */
  readonly startedAt: string;
  readonly steps: string;
  readonly origin: Origin;
  /** Who is hit beyond those who wrote. */
  readonly more: string;
  readonly ticked: readonly TicketId[];
  readonly unticked: readonly TicketId[];
  /** A problem ticket to make the incident of; 0 for a new one. */
  readonly problem: TicketId;
  readonly issue: 'file' | 'adopt' | 'none';
  readonly issueKey: string;
  readonly kind: string;
  readonly values: IssueValues;
  /** The incident from which the tickets are split off; 0 for none. */
  readonly from: TicketId;
  readonly drill: boolean;
  readonly drillReaches: readonly string[];
  /** The incident's ticket once it is there; 0 before. */
  readonly incident: TicketId;
}

/** The form as it is proposed: in the words of the ticket where it was opened, with `others` that say the same taken along. */
export function startDeclareForm(
  ticket: Ticket | undefined,
  {
    key,
    hasTracker,
    others = [],
    from = 0,
    isDrill = false,
  }: {
    readonly key: string;
    readonly hasTracker: boolean;
    readonly others?: readonly Ticket[];
    readonly from?: TicketId | undefined;
    readonly isDrill?: boolean | undefined;
  },
): DeclareForm {
  const problem = from > 0 ? 0 : ticket?.type === 'problem' ? ticket.id : (ticket?.problemId ?? 0);
  const isReport = ticket !== undefined && ticket.type !== 'problem';
  return {
    ticket: ticket?.id ?? 0,
    key,
    sentAt: '',
    sentImpact: '',
    knows: [],
    summary: ticket ? oneLine(ticket.subject) : '',
    severity: 2,
    stage: 'investigating',
    symptoms: '',
    startedAt: ticket?.createdAt ?? '',
    steps: '',
    origin: isReport ? 'reports' : 'alert',
    more: '',
    ticked: [
      ...(isReport && (!ticket.problemId || from > 0) ? [ticket.id] : []),
      ...others.map(({ id }) => id),
    ],
    unticked: [],
    problem,
    issue: hasTracker && !isDrill ? 'file' : 'none',
    issueKey: '',
    kind: '',
    values: {},
    from,
    drill: isDrill,
    drillReaches: [],
    incident: 0,
  };
}

/** The tickets that become reports: those that are ticked, and those that sound so alike that nobody has to tick them. */
export function chosenTickets(
  { ticked, unticked, sentAt }: Pick<DeclareForm, 'ticked' | 'unticked' | 'sentAt'>,
  lookAlikes: readonly LookAlike[],
): readonly TicketId[] {
  if (sentAt) return ticked;
  const close = lookAlikes.flatMap(({ ticket, isClose }) => (isClose ? ticket.id : []));
  return [...new Set([...ticked, ...close])].filter((id) => !unticked.includes(id));
}

/** The form with a ticket taken along, or left out. */
export function tick(form: DeclareForm, id: TicketId, isChosen: boolean): DeclareForm {
  const without = (ids: readonly TicketId[]) => ids.filter((each) => each !== id);
  return isChosen
    ? { ...form, ticked: [...without(form.ticked), id], unticked: without(form.unticked) }
    : { ...form, ticked: without(form.ticked), unticked: [...without(form.unticked), id] };
}

/** What the form says, with who is hit as far as the chosen tickets tell. */
export function toDeclareDraft(
  form: DeclareForm,
  chosen: readonly TicketId[],
  /** In words, as far as the chosen tickets tell. */
  impact: string,
): DeclareDraft {
  const { summary, severity, stage, symptoms, startedAt, steps, origin, more, problem, issue } = form;
  const said = [form.sentImpact || impact, more.trim()].filter(Boolean);
  return {
    summary,
    severity,
    stage,
    symptoms,
    startedAt,
    steps,
    origin,
    impact: said.join('\n'),
    reports: chosen.filter((id) => id !== problem),
    ...(problem > 0 && { problem }),
    ...(form.from > 0 && { from: form.from }),
    ...(form.drill && { drill: { reaches: form.drillReaches } }),
    issue:
      issue === 'adopt'
        ? { do: 'adopt', key: form.issueKey }
        : issue === 'file'
          ? { do: 'file', ...(form.kind && { kind: form.kind, values: form.values }) }
          : { do: 'none' },
  };
}

/** Whether something was typed or sent that would be a pity to lose. */
export function isDeclareTouched(form: DeclareForm, started: DeclareForm): boolean {
  return JSON.stringify({ ...form, key: '' }) !== JSON.stringify({ ...started, key: '' });
}
