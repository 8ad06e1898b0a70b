import type { Declaration } from '../domain/declaration.ts';
import type { DeskTime } from '../domain/deskTime.ts';
import type { IssueMark } from '../domain/issue.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { IssueKind, IssueTracker } from '../ports/issues.ts';

export type Filed =
  | { readonly do: 'filed'; readonly id: string; readonly key: string }
  /** Somebody else is at it, or was when nothing more was heard of them: it can be tried again at that time. */
  | { readonly do: 'wait'; readonly by: string; readonly until: string }
  /** The tracker wants to know more before it takes an issue. */
  | { readonly do: 'ask'; readonly kinds: readonly IssueKind[] }
  /** The issue that was to be adopted belongs to another incident. */
  | { readonly do: 'taken'; readonly key: string; readonly by: IssueMark };

/** What the steps of filing one incident's issue share. */
export interface Filing {
  readonly ports: Pick<BroadcastPorts, 'tickets' | 'batches' | 'settings' | 'clock' | 'account'>;
  readonly issues: IssueTracker;
  readonly incidentId: TicketId;
  /** By it the issue is found again. */
  readonly mark: IssueMark;
  /** The same for one tab's tries. */
  readonly run: string;
  readonly time: DeskTime;
}

/** What the tracker had wanted to know. */
export type FilingAnswers = Pick<Extract<Declaration['issue'], { do: 'file' }>, 'kind' | 'values'>;

/** As long as an issue may be on its way, or unknown to the tracker's index, nobody files another. */
export const FILING_MS = 3 * 60_000;
/** Whoever could not file for so long after saying so says it again. */
export const FRESH_MS = 60_000;
