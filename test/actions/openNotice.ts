import { closeNotice } from '../../src/actions/closeNotice.ts';
import { readFeed } from '../../src/domain/noticeFeed.ts';
import { NOTICE } from '../workspace/world/seed/notice.ts';
import type { Wanted } from './openBroadcast.ts';
import { openTelling } from './openTelling.ts';

/** The same account with a guide inside the product as its only channel beside the tickets. */
export function openNotice({ app = {}, ...wanted }: Wanted = {}) {
  const only = { slack_by: 'off', statuspage_page: '' };
  const guide = { pendo_by: 'guide', pendo_guide: NOTICE.guide, notice_article: String(NOTICE.article) };
  const opened = openTelling({ ...wanted, app: { ...only, ...guide, ...app } });
  const { world, incident, run, at } = opened;
  const article = world.helpCenter.article(NOTICE.article);
  const published = (locale = 'en-us') => readFeed(article.translations.get(locale)?.body ?? '');
  return {
    ...opened,
    article,
    guide: world.pendo.guide(NOTICE.guide),
    published,
    titles: (locale?: string) => published(locale).map(({ title }) => title),
    close: (who: 'mara' | 'tom' = 'mara') => run(closeNotice(at(who), incident.id)),
  };
}
