import { createDeskTime, type DeskTime } from '../domain/deskTime.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { IssueTracker } from '../ports/issues.ts';
import { adoptIssue } from './adoptIssue.ts';
import { readDeclared } from './changeDeclaration.ts';
import { createIssue } from './createIssue.ts';
import type { Filed, Filing, FilingAnswers } from './filing.ts';
import { noteIssue } from './noteIssue.ts';
import { takeFilingLock } from './takeFilingLock.ts';

export interface FileOptions {
  /** The same for one tab's tries. */
  readonly run: string;
  /** What the tracker had wanted to know; with them a new issue is filed, whatever was wished for before. */
  readonly answers?: FilingAnswers | undefined;
  readonly time?: DeskTime;
}

/**
 * Sees to it that the incident has an issue, and one only. Before one is filed it is looked for by its mark, and the
 * incident's ticket says who files: so a lost answer, a closed tab and two people at once end with the same issue.
 * Throws the `ServiceError` of whichever service failed; nothing is filed then that another try does not find.
 */
export async function fileIssue(
  ports: Filing['ports'],
  issues: IssueTracker,
  incidentId: TicketId,
  { run, answers, time = createDeskTime() }: FileOptions,
): Promise<Filed> {
  const mark = { account: ports.account, incident: incidentId };
  const filing: Filing = { ports, issues, incidentId, mark, run, time };
  const { record, declaration } = await readDeclared(ports, incidentId, time);
  if (record.jira?.id) return { do: 'filed', id: record.jira.id, key: record.jira.key };

  const [found] = await issues.findMarked(mark);
  if (found) return noteIssue(filing, found, 'found');
  const { issue } = declaration;
  if (issue.do === 'adopt' && !answers) return adoptIssue(filing, issue.key);

  const kind = answers?.kind || (issue.do === 'file' && issue.kind) || (await kindWithoutQuestions(issues));
  if (typeof kind !== 'string') return kind;
  const values = answers?.values ?? (issue.do === 'file' ? issue.values : undefined) ?? {};

  const lock = await takeFilingLock(filing);
  if ('do' in lock) return lock;
  return createIssue(filing, { kind, values }, lock);
}

async function kindWithoutQuestions(issues: IssueTracker): Promise<string | Filed> {
  const { kinds } = await issues.demands();
  return kinds.find(({ fields }) => fields.length === 0)?.id ?? { do: 'ask', kinds };
}
