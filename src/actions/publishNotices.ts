import type { Notice } from '../domain/notice.ts';
import type { InAppGuide, NoticePage } from '../ports/guide.ts';
import { type Clock, ServiceError } from '../ports.ts';
import { politely } from './politely.ts';

const MOST_LOOKS = 4;
const BEFORE_A_LOOK_MS = 2_000;
// Longer than any request of ours is waited for.
const LAST_MS = 45_000;

/**
 * Makes every page say what `decide` makes of it, and answers the pages as they are then. An article knows no safe write:
 * whoever published at the same moment may have taken ours away, so it looks a little later, and writes again.
 */
export async function publishNotices(
  clock: Clock,
  guide: InAppGuide,
  decide: (page: NoticePage, all: readonly NoticePage[]) => readonly Notice[],
  until?: Date,
): Promise<readonly NoticePage[]> {
  for (let looks = 1; ; looks += 1) {
    const pages = await politely(clock, () => guide.pages(), true);
    const wrong = pages.flatMap((page) => {
      const wanted = decide(page, pages);
      return JSON.stringify(wanted) === JSON.stringify(page.notices) ? [] : { locale: page.locale, wanted };
    });
    if (wrong.length === 0) return pages;
    const isLate = until && clock.now().getTime() > until.getTime() - LAST_MS;
    if (isLate) throw new ServiceError('Help Center', 'timed out', { isRead: true });
    if (looks === MOST_LOOKS)
      throw new ServiceError('Help Center', 'outdated', { code: NOT_KEPT, isRead: true });
    for (const { locale, wanted } of wrong) await politely(clock, () => guide.publish(locale, wanted), true);
    await clock.pause(BEFORE_A_LOOK_MS);
  }
}

/** Shows the guide or takes it away, and looks whether that came about. */
export async function showGuide(clock: Clock, guide: InAppGuide, isShown: boolean): Promise<void> {
  const look = () => politely(clock, () => guide.state(), true);
  if ((await look()).isShown === isShown) return;
  await politely(clock, () => guide.show(isShown), true);
  for (let looks = 1; ; looks += 1) {
    const { isShown: now, word } = await look();
    if (now === isShown) return;
    if (looks === MOST_LOOKS)
      throw new ServiceError('Pendo', 'refused', { code: GUIDE_KEPT, detail: word, isRead: true });
    await clock.pause(BEFORE_A_LOOK_MS);
  }
}

/** What was published did not stay; the guide kept its state, whose word is the detail; nobody but the signed-in can read. */
export const NOT_KEPT = 'notice_not_kept';
export const GUIDE_KEPT = 'guide_kept';
export const NOT_PUBLIC = 'notice_not_public';
