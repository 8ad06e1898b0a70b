import { LINKS_FACT, type LinkFact, readLinkFact } from '../domain/linkFact.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { IssueTracker } from '../ports/issues.ts';
import type { Clock } from '../ports.ts';
import type { IssueWriter } from './issueWriter.ts';

type Reads = Pick<IssueWriter, 'read'>;

/** What is written down on the issue about this incident's links; `undefined` before they were first compared. */
export async function readLinks(
  { read }: Reads,
  tracker: IssueTracker,
  issueId: string,
  incident: TicketId,
): Promise<LinkFact | undefined> {
  return readLinkFact(await read(() => tracker.fact(issueId, nameOf(incident))), incident);
}

export async function writeLinks(
  writer: IssueWriter,
  tracker: IssueTracker,
  issueId: string,
  fact: LinkFact,
): Promise<void> {
  await writer.write(() => tracker.setFact(issueId, nameOf(fact.incident), fact));
}

/** Lets everybody's sidebar say how the links stand without reading them; writes nothing when it says so already. */
export async function keepLinkFact(
  clock: Clock,
  writer: IssueWriter,
  tracker: IssueTracker,
  issueId: string,
  fact: Omit<LinkFact, 'at' | 'from'>,
): Promise<void> {
  const before = await readLinks(writer, tracker, issueId, fact.incident);
  if (before && says(fact) === says(before)) return;
  const from = before?.from ?? fact.n;
  await writeLinks(writer, tracker, issueId, { ...fact, from, at: clock.now().toISOString() });
}

const nameOf = (incident: TicketId) => `${LINKS_FACT}.${incident}`;

function says({ count, linked, rest, n, more, fewer }: Omit<LinkFact, 'at' | 'from'>): string {
  return JSON.stringify([count, linked, rest, n, more, fewer]);
}
