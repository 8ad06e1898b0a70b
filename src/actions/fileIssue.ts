import type { Declaration } from '../domain/declaration.ts';
import { createDeskTime, type DeskTime } from '../domain/deskTime.ts';
import type { Incident } from '../domain/incident.ts';
import type { IssueMark } from '../domain/issue.ts';
import { ticketUrl } from '../domain/issueLinks.ts';
import { issueText } from '../domain/issueText.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { IssueKind, IssueTracker } from '../ports/issues.ts';
import { ServiceError } from '../ports.ts';
import {
  changeDeclaration,
  type DeclarationChange,
  type Declared,
  readDeclared,
} from './changeDeclaration.ts';
import { mayHaveWorked } from './mayHaveWorked.ts';

export type Filed =
  | { readonly do: 'filed'; readonly id: string; readonly key: string }
  /** Somebody else is at it, or was when nothing more was heard of them: it can be tried again at that time. */
  | { readonly do: 'wait'; readonly by: string; readonly until: string }
  /** The tracker wants to know more before it takes an issue. */
  | { readonly do: 'ask'; readonly kinds: readonly IssueKind[] }
  /** The issue that was to be adopted belongs to another incident. */
  | { readonly do: 'taken'; readonly key: string; readonly by: IssueMark };

export interface FileOptions {
  /** The same for one tab's tries. */
  readonly run: string;
  /** What the tracker had wanted to know; with them a new issue is filed, whatever was wished for before. */
  readonly answers?: Pick<Extract<Declaration['issue'], { do: 'file' }>, 'kind' | 'values'> | undefined;
  readonly time?: DeskTime;
}

type Needs = Pick<BroadcastPorts, 'tickets' | 'batches' | 'settings' | 'clock' | 'account'>;

/** As long as an issue may be on its way, or unknown to the tracker's index, nobody files another. */
export const FILING_MS = 3 * 60_000;
// Whoever could not file for so long after saying so says it again.
const FRESH_MS = 60_000;
const BETWEEN_TRIES_MS = 5_000;
const LOOKS_AFTER_DOUBT_MS = [2_000, 3_000, 5_000, 10_000, 20_000];

/**
 * Sees to it that the incident has an issue, and one only. Before one is filed it is looked for by its mark, and the
 * incident's ticket says who files: so a lost answer, a closed tab and two people at once end with the same issue.
 * Throws the `ServiceError` of whichever service failed; nothing is filed then that another try does not find.
 */
export async function fileIssue(
  ports: Needs,
  issues: IssueTracker,
  incidentId: TicketId,
  { run, answers, time = createDeskTime() }: FileOptions,
): Promise<Filed> {
  const { clock, account } = ports;
  const mark: IssueMark = { account, incident: incidentId };
  const { record, declaration } = await readDeclared(ports, incidentId, time);
  if (record.jira?.id) return { do: 'filed', id: record.jira.id, key: record.jira.key };

  const [found] = await issues.findMarked(mark);
  if (found) return note(found, 'found');
  const { issue } = declaration;
  if (issue.do === 'adopt' && !answers) return adopt(issue.key);

  const kind = answers?.kind || (issue.do === 'file' && issue.kind) || (await kindWithoutQuestions());
  if (typeof kind !== 'string') return kind;
  const values = answers?.values ?? (issue.do === 'file' ? issue.values : undefined) ?? {};

  const lock = await takeLock();
  if ('do' in lock) return lock;
  return create(kind, values, lock.incident, lock.declaration);

  async function kindWithoutQuestions(): Promise<string | Filed> {
    const { kinds } = await issues.demands();
    return kinds.find(({ fields }) => fields.length === 0)?.id ?? { do: 'ask', kinds };
  }

  /**
   * Writes down that this run files, unless somebody else has done so lately. How long ago that was is told by Zendesk's
   * own stamps once it is written: clocks differ, and who was too early waits again.
   */
  async function takeLock(): Promise<Declared | Filed> {
    const { id, name } = await ports.tickets.me();
    const began = clock.now().getTime();
    const at = clock.now().toISOString();
    let blocked: Filed | undefined;
    let before: string | undefined;
    const declared = await changeDeclaration(
      ports,
      incidentId,
      ({ problem, declaration: now, record: seen }): DeclarationChange | undefined => {
        blocked = undefined;
        const { filing } = now;
        const age = clock.now().getTime() - Date.parse(problem.updatedAt);
        if (seen.jira?.id) blocked = { do: 'filed', id: seen.jira.id, key: seen.jira.key };
        // One's own, after a lost answer: the lock was taken and nothing has been sent.
        else if (filing?.run === run && filing.at === at) return undefined;
        else if (filing && age < FILING_MS) blocked = waitAfter(problem.updatedAt, filing.by.name);
        if (blocked) return undefined;
        before = filing && problem.updatedAt;
        return {
          declaration: { ...now, filing: { run, by: { id, name }, at } },
          note: { did: 'declare', step: 'issue', filing: true },
        };
      },
      time,
    );
    if (blocked) return blocked;
    const { updatedAt } = declared.problem;
    const isEarly = before !== undefined && Date.parse(updatedAt) - Date.parse(before) < FILING_MS;
    // A lock that took so long to get may run out while the issue is on its way.
    const isOld = clock.now().getTime() - began > FRESH_MS;
    return isEarly || isOld ? waitAfter(updatedAt, name) : declared;
  }

  async function create(
    kind: string,
    values: NonNullable<NonNullable<FileOptions['answers']>['values']>,
    incident: Incident,
    { by, ...rest }: Declaration,
  ): Promise<Filed> {
    const text = issueText(incident, { by, ...rest }, ticketUrl({ account }, incidentId));
    const began = clock.now().getTime();
    for (;;) {
      try {
        const made = await issues.create({ kind, summary: incident.title, text, mark, values });
        return await note(made, 'filed');
      } catch (error) {
        if (!(error instanceof ServiceError) || error.service === 'Zendesk') throw error;
        if (mayHaveWorked(error)) return afterDoubt(error);
        const wait = (error.retryAfter ?? 0) * 1_000;
        if (error.trouble !== 'too many' || clock.now().getTime() - began + wait > FRESH_MS) {
          await giveBack();
          throw error;
        }
        await clock.pause(wait || BETWEEN_TRIES_MS);
      }
    }
  }

  /** The tracker's index takes a moment to know of an issue whose answer was lost. */
  async function afterDoubt(error: ServiceError): Promise<Filed> {
    for (const ms of LOOKS_AFTER_DOUBT_MS) {
      await clock.pause(ms);
      const [late] = await issues.findMarked(mark).catch(() => []);
      if (late) return note(late, 'filed');
    }
    throw error; // the lock stays: whoever goes on once it has run out finds the issue, or knows that there is none
  }

  // Refused means that nothing was filed. Where even that can't be written down, the lock runs out by itself.
  async function giveBack() {
    await changeDeclaration(
      ports,
      incidentId,
      ({ declaration: { filing, ...now } }) =>
        filing?.run === run
          ? { declaration: now, note: { did: 'declare', step: 'issue', filing: false } }
          : undefined,
      time,
    ).catch((error: unknown) => {
      if (!(error instanceof ServiceError)) throw error;
    });
  }

  async function adopt(key: string): Promise<Filed> {
    const wanted = await issues.read(key);
    const other = await issues.markOf(wanted.id);
    if (other && !isSame(other, mark)) return { do: 'taken', key: wanted.key, by: other };
    if (!other) await issues.mark(wanted.id, mark);
    // Of two who adopt it at once, the one who marked it last has it.
    const now = other ?? (await issues.markOf(wanted.id));
    if (now && !isSame(now, mark)) return { do: 'taken', key: wanted.key, by: now };
    return note(wanted, 'adopted');
  }

  async function note({ id, key }: { id: string; key: string }, how: string): Promise<Filed> {
    const { record: kept } = await changeDeclaration(
      ports,
      incidentId,
      ({ record: seen, declaration: { filing: _, failed, ...now } }) =>
        seen.jira?.id
          ? undefined
          : {
              declaration: { ...now, ...(failed && failed.step !== 'issue' && { failed }) },
              jira: { id, key },
              fields: { allclear_jira: key },
              note: { did: 'declare', step: 'issue', how, id, key },
            },
      time,
    );
    return { do: 'filed', id: kept.jira?.id ?? id, key: kept.jira?.key ?? key };
  }
}

function waitAfter(stamp: string, by: string): Filed {
  return { do: 'wait', by, until: new Date(Date.parse(stamp) + FILING_MS).toISOString() };
}

function isSame(a: IssueMark, b: IssueMark): boolean {
  return a.account === b.account && a.incident === b.incident;
}
