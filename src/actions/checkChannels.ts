import type { BroadcastPorts } from '../ports/batches.ts';
import type { ChatCheck } from '../ports/chat.ts';
import type { GuideCheck, NoticePage } from '../ports/guide.ts';
import type { PageCheck } from '../ports/statusPage.ts';
import { ServiceError } from '../ports.ts';

/** What trying out a channel has found. Nothing is changed or posted there. */
export type Tried<T> =
  | { readonly is: 'not set up' }
  | { readonly is: 'failed'; readonly error: ServiceError }
  | { readonly is: 'reached'; readonly found: T };

/** Whether the team's chat can be reached; one that only takes messages can't be tried without posting. */
export async function checkChat({
  chat,
}: Pick<BroadcastPorts, 'chat'>): Promise<Tried<ChatCheck | 'one way'>> {
  if (!chat) return { is: 'not set up' };
  const its = await chat();
  return attempt(async () => (its.keeps === 'threads' ? its.check() : 'one way'));
}

export async function checkStatusPage({
  statusPage,
}: Pick<BroadcastPorts, 'statusPage'>): Promise<Tried<PageCheck>> {
  if (!statusPage) return { is: 'not set up' };
  const its = await statusPage();
  return attempt(() => its.check());
}

/** The guide and the article that it reads, each by itself. */
export async function checkGuide({
  guide,
}: Pick<BroadcastPorts, 'guide'>): Promise<
  | { readonly guide: Tried<GuideCheck>; readonly article: Tried<readonly NoticePage[]> }
  | { readonly is: 'not set up' }
> {
  if (!guide) return { is: 'not set up' };
  const its = await guide();
  const [tried, article] = await Promise.all([attempt(() => its.check()), attempt(() => its.pages())]);
  return { guide: tried, article };
}

async function attempt<T>(ask: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { is: 'reached', found: await ask() };
  } catch (error) {
    if (error instanceof ServiceError) return { is: 'failed', error };
    throw error;
  }
}
