import { fingerprint } from '../domain/fingerprint.ts';
import { impactMark, impactOf, impactText } from '../domain/impact.ts';
import type { IssueText } from '../domain/issue.ts';
import type { LinkScope } from '../domain/issueLinks.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { IssueTracker } from '../ports/issues.ts';
import { ServiceError } from '../ports.ts';
import type { IssuePorts } from './issueAtHand.ts';
import type { IssueWriter } from './issueWriter.ts';
import type { Paced } from './paced.ts';
import { postOnce } from './postOnce.ts';
import { giveBackTurn, type Turn, takeTurn } from './takeTurn.ts';

const MOST_AT_ONCE = 100;

/** `elsewhere`: somebody else is adding the comment at this moment, and says the same or will be corrected by the next run. */
export type ToldImpact = 'same' | 'told' | 'elsewhere';

export interface ImpactNeed extends LinkScope {
  readonly paced: Paced;
  readonly writer: IssueWriter;
  readonly tracker: IssueTracker;
  readonly issueId: string;
  /** All of them: a part would be a wrong count. */
  readonly reports: readonly Ticket[];
}

/**
 * Keeps one comment on the issue that says whom the incident has hit. Its id and a fingerprint of what it says are a fact on the issue, so
 * that nothing is written when nothing has changed; a comment that somebody has deleted is added again.
 */
export async function tellImpact(ports: IssuePorts, need: ImpactNeed): Promise<ToldImpact> {
  const { tracker, writer, issueId, reports, incident } = need;
  const text = impactText(need, impactOf(reports, await namesOf(ports, need)));
  const says = fingerprint(JSON.stringify(text));
  const factName = `impact.${incident}`;
  const look = async () => readFact(await writer.read(() => tracker.fact(issueId, factName)));
  const keep = (comment: string) => writer.write(() => tracker.setFact(issueId, factName, { comment, says }));

  const before = await look();
  if (before?.says === says && (await isThere(need, before.comment))) return 'same';
  if (before && (await edit(need, before.comment, text))) {
    await keep(before.comment);
    return 'told';
  }
  const turn = await takeTurn(ports, incident, 'impact');
  if (!turn) return 'elsewhere';
  try {
    return await addComment(turn);
  } catch (error) {
    if (error instanceof ServiceError) await giveBackTurn(ports, incident, 'impact', turn);
    throw error;
  }

  async function addComment({ until }: Turn): Promise<ToldImpact> {
    // Whoever had the turn before us may have come far.
    const now = await look();
    if (now && now.comment !== before?.comment && (await edit(need, now.comment, text))) {
      await keep(now.comment);
      return 'told';
    }
    const post = { text, mark: impactMark(need), until: new Date(until) };
    const comment = await postOnce(ports.clock, writer, tracker, issueId, post);
    if (!comment.isNew) await edit(need, comment.id, text); // it may say something older
    await keep(comment.id);
    return 'told';
  }
}

// Among a hundred comments that are newer nobody can tell; it was there, then.
const MOST_COMMENTS = 100;

async function isThere({ writer, tracker, issueId }: ImpactNeed, comment: string): Promise<boolean> {
  const newest = await writer.read(() => tracker.newestComments(issueId));
  return newest.length >= MOST_COMMENTS || newest.some(({ id }) => id === comment);
}

async function edit(
  { writer, tracker, issueId }: ImpactNeed,
  comment: string,
  text: IssueText,
): Promise<boolean> {
  try {
    await writer.write(() => tracker.editComment(issueId, comment, text));
    return true;
  } catch (error) {
    if (error instanceof ServiceError && error.trouble === 'missing') return false;
    throw error;
  }
}

/** The organizations' names; only those of whole companies leave for Jira, never a person's. */
async function namesOf(
  { batches }: Pick<IssuePorts, 'batches'>,
  { reports, paced }: Pick<ImpactNeed, 'reports' | 'paced'>,
): Promise<ReadonlyMap<number, string>> {
  const ids = [...new Set(reports.flatMap(({ organizationId }) => organizationId ?? []))].sort(
    (a, b) => a - b,
  );
  const names = new Map<number, string>();
  for (let at = 0; at < ids.length; at += MOST_AT_ONCE) {
    const some = ids.slice(at, at + MOST_AT_ONCE);
    for (const [id, name] of await paced.answer(() => batches.organizations(some))) names.set(id, name);
  }
  return names;
}

function readFact(value: unknown): { readonly comment: string; readonly says: string } | undefined {
  const { comment, says } = Object(value) as Record<string, unknown>;
  return typeof comment === 'string' && typeof says === 'string' ? { comment, says } : undefined;
}
