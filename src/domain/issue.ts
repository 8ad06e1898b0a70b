import type { TicketId } from './ticket.ts';

/** Where an issue stands by its status *category*, whatever its workflow calls the status. */
export type IssueState = 'new' | 'started' | 'done' | 'unknown';

/** An issue on which Engineering works. Times are ISO 8601 in UTC. */
export interface Issue {
  /** Its identity: the key changes when an issue moves to another project. */
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  /** The status in the tracker's own words. */
  readonly status: string;
  readonly state: IssueState;
  /** How it ended, in the tracker's own words, such as Done or Duplicate. */
  readonly resolution?: string | undefined;
  readonly assignee?: string | undefined;
  readonly updatedAt: string;
  /** Since when it stands where it stands, as far as the tracker says so. */
  readonly stateSince?: string | undefined;
}

/** What an issue of ours says of itself, so that it is found again and never filed twice. */
export interface IssueMark {
  readonly account: string;
  readonly incident: TicketId;
}

/** Text for an issue, as paragraphs; a line may lead somewhere. Never markup: what people wrote stays as they wrote it. */
export type IssueText = readonly (readonly IssueLine[])[];
export interface IssueLine {
  readonly text: string;
  readonly href?: string | undefined;
  readonly isStrong?: boolean | undefined;
}

/** One link from an issue to a ticket; `id` is the same for the same ticket, whoever writes it. */
export interface IssueLink {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary?: string | undefined;
  /** The ticket is solved: the link is struck through. */
  readonly isResolved: boolean;
  readonly relationship: string;
}
