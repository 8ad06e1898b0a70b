import { languageName } from '../../domain/languageName.ts';
import type { Customer } from '../../domain/reply.ts';
import { chooseLanguage } from '../../domain/replyTexts.ts';
import type { Ports } from '../../ports.ts';
import type { Words } from '../phrases.tsx';

/** "Preview in español": the language the reply would have. */
export function previewLabel(
  { replyTexts, settings }: Pick<Ports, 'replyTexts' | 'settings'>,
  customer: Customer | undefined,
  { t }: Words,
): string {
  if (!customer?.locale) return t('customer.preview');
  const { language } = chooseLanguage(replyTexts.languages, customer.locale, settings.replyLanguage);
  return t('customer.previewIn', { language: languageName(language) });
}

/** "This customer · español, Madrid 11:26". */
export function headingOf(customer: Customer | undefined, now: Date, { t, locale }: Words): string {
  if (!customer) return t('customer.heading');
  const { locale: spoken, timeZone } = customer;
  const language = spoken ? languageName(spoken) : t('customer.unknownLanguage');
  const place = timeZone ? placeOf(timeZone, now, locale) : undefined;
  return place
    ? t('customer.headingPlace', { language, ...place })
    : t('customer.headingLanguage', { language });
}

function placeOf(timeZone: string, now: Date, locale: string) {
  try {
    const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' });
    return {
      city: timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone,
      time: clock.format(now).replace(/\s/g, '\u00a0'),
    };
  } catch {
    return undefined; // no zone that this browser knows
  }
}
