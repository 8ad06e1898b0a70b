import { drillTitle } from './drillReach.ts';
import { cleanText, oneLine } from './markup.ts';
import type { Stage } from './stage.ts';
import type { TicketId } from './ticket.ts';

/** How the incident came to light. */
export const ORIGINS = ['reports', 'alert'] as const;
export type Origin = (typeof ORIGINS)[number];

export type Severity = 1 | 2 | 3;

/** What becomes of the issue on which Engineering works. */
export type IssueWish =
  | { readonly do: 'none' }
  /** `kind` is absent while the tracker could not be asked what it needs. */
  | { readonly do: 'file'; readonly kind?: string | undefined; readonly values?: IssueValues | undefined }
  | { readonly do: 'adopt'; readonly key: string };

/** Answers to what the tracker asks for, by the id of the field. */
export type IssueValues = Readonly<Record<string, string | number | readonly string[]>>;

/** An incident as somebody means to declare it; nothing of it is written yet. */
export interface DeclareDraft {
  readonly summary: string;
  readonly severity: Severity;
  readonly stage: Stage;
  readonly symptoms: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** What leads to the error, as far as is known. */
  readonly steps: string;
  readonly origin: Origin;
  /** Who is hit, in words. */
  readonly impact: string;
  /** The tickets that become its reports. */
  readonly reports: readonly TicketId[];
  /** A problem ticket that becomes the incident, in place of a new one. */
  readonly problem?: TicketId | undefined;
  readonly issue: IssueWish;
  /** The incident from which reports are split off: those of them that hang there are moved, and their customers told. */
  readonly from?: TicketId | undefined;
  /** All of it is a rehearsal; these channels take part. */
  readonly drill?: { readonly reaches: readonly string[] } | undefined;
}

/** What is wrong with a draft; each has a text of its own. */
export type DeclareTrouble =
  | 'summary missing'
  | 'symptoms missing'
  | 'steps missing'
  | 'impact missing'
  | 'start missing'
  | 'start ahead'
  | 'issue key missing'
  | 'text long';

// Jira's title takes 255 signs, Zendesk's subject no fewer.
export const LONGEST_SUMMARY = 200;
export const LONGEST_TEXT = 4_000;

/** The draft without signs that nobody can see. */
export function cleanDraft(draft: DeclareDraft): DeclareDraft {
  const { summary, symptoms, steps, impact, issue } = draft;
  return {
    ...draft,
    summary: draft.drill ? drillTitle(oneLine(summary)) : oneLine(summary),
    symptoms: cleanText(symptoms),
    steps: cleanText(steps),
    impact: cleanText(impact),
    reports: [...new Set(draft.reports)],
    // A real problem ticket never becomes a drill.
    ...(draft.drill && { problem: undefined }),
    issue: issue.do === 'adopt' ? { do: 'adopt', key: oneLine(issue.key).toUpperCase() } : issue,
  };
}

/** What keeps an incident from being declared: the runbook wants who is hit, since when, the steps and the symptoms. */
export function declareTroubles(draft: DeclareDraft, now: Date): DeclareTrouble[] {
  const { summary, symptoms, steps, impact, startedAt, issue } = cleanDraft(draft);
  const start = Date.parse(startedAt);
  const found: (DeclareTrouble | false)[] = [
    !oneLine(draft.summary) && 'summary missing',
    !symptoms && 'symptoms missing',
    !steps && 'steps missing',
    !impact && 'impact missing',
    Number.isNaN(start) && 'start missing',
    start > now.getTime() + CLOCKS_DIFFER_MS && 'start ahead',
    issue.do === 'adopt' && !issue.key && 'issue key missing',
    (summary.length > LONGEST_SUMMARY ||
      [symptoms, steps, impact].some((text) => text.length > LONGEST_TEXT)) &&
      'text long',
  ];
  return found.filter((each) => each !== false);
}

const CLOCKS_DIFFER_MS = 60_000;
