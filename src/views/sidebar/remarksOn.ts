import type { Prepared } from '../../actions/prepareReply.ts';
import type { Words } from '../phrases.tsx';

/** What an agent should know of how a reply came about: another language, a macro, or a macro that did not work. */
export function remarksOn(prepared: Prepared, { t, locale }: Words): string[] {
  const { language, missing, macro, macrosTrouble } = prepared;
  const nameOf = (code: string) => new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
  const said: string[] = [];
  const places = { wanted: missing ? nameOf(missing) : '', language: nameOf(language) };
  const isMacro = macro && !macro.trouble;
  if (missing && !isMacro) said.push(t('preview.missing', places));
  if (isMacro) said.push(t('preview.fromMacro', { title: macro.title }));
  if (missing && isMacro) said.push(t('preview.macroLanguage', places));
  if (macro?.trouble) said.push(t('preview.macroBroken', { title: macro.title, why: macro.trouble }));
  if (macrosTrouble) said.push(t('preview.macrosUnknown', { why: macrosTrouble }));
  return said;
}
