import type { SkipReason } from './pass.ts';
import type { TicketId, TicketStatus } from './ticket.ts';

/** What a survey keeps of a report: enough to count it, to find it and to say whose it is. */
export interface SurveyRow {
  readonly id: TicketId;
  readonly requesterId?: number | undefined;
  readonly name: string;
  /** The language of the text that this customer would get. */
  readonly language: string;
  /** The customer's own language, when there are no texts in it. */
  readonly missing?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly channel: string;
  readonly status: TicketStatus;
  /** `tell` is told by a broadcast; a reason is not. */
  readonly fate: 'tell' | 'told' | SkipReason;
  /** The report where this one's requester gets the whole text, when this one gets a pointer to it. */
  readonly first?: TicketId | undefined;
}

export interface LanguageCount {
  readonly language: string;
  readonly missing?: string | undefined;
  readonly count: number;
}

/** Who would be told by a broadcast, and who would not and why. The counts by language, channel and status are of those who would. */
export interface Survey {
  /** Zendesk's own count of the incident's reports; while that is not known, those that were looked at. */
  readonly total: number;
  /** How many were looked at so far. */
  readonly seen: number;
  readonly tell: number;
  /** How many people those reports belong to. */
  readonly customers: number;
  /** How many of those reports get a pointer to another one of the same person. */
  readonly pointers: number;
  readonly told: number;
  readonly cannot: Readonly<Partial<Record<SkipReason, number>>>;
  /** The most frequent first. */
  readonly byLanguage: readonly LanguageCount[];
  readonly byChannel: readonly { readonly channel: string; readonly count: number }[];
  readonly byStatus: readonly { readonly status: TicketStatus; readonly count: number }[];
  /** Every report looked at, in the order of Zendesk's list. */
  readonly rows: readonly SurveyRow[];
}
