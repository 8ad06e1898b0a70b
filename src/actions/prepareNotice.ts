import type { Incident } from '../domain/incident.ts';
import { type NoticeText, noticeText } from '../domain/notice.ts';
import { chooseLanguage } from '../domain/replyTexts.ts';
import type { BroadcastPorts } from '../ports/batches.ts';

/** What customers read of the update in force, in the language of a page; in the account's own where no page says it. */
export async function prepareNotice(
  { replyTexts, settings, brand }: Pick<BroadcastPorts, 'replyTexts' | 'settings' | 'brand'>,
  incident: Incident,
  locale?: string,
): Promise<NoticeText & { readonly language: string }> {
  const { language } = chooseLanguage(replyTexts.languages, locale, settings.replyLanguage);
  const texts = await replyTexts.load(language);
  return { ...noticeText(incident, texts, brand.name ?? '', language), language };
}
