import { checkGuide, type Tried } from '../../../actions/checkChannels.ts';
import type { Settings } from '../../../domain/settings.ts';
import type { GuideCheck, NoticePage } from '../../../ports/guide.ts';
import { explainChannel } from '../../channelWords.ts';
import type { Words } from '../../phrases.tsx';
import type { Check, Verdict } from './verdict.ts';

export const onPendo: Check = {
  id: 'pendo',
  name: 'settingsCheck.pendo.name',
  run: async (ports) => {
    const { settings } = ports;
    const tried = await checkGuide(ports);
    return (words) => {
      if ('is' in tried) return withoutGuide(settings, words);
      const parts = [onGuide(tried.guide, settings, words), onArticle(tried.article, words)];
      return { tone: worst(parts), lines: parts.flatMap(({ lines }) => lines) };
    };
  },
};

function withoutGuide({ guide }: Settings, { t, listOf }: Words): Verdict {
  if (guide?.by !== 'hand') return { tone: 'off', lines: [t('settingsCheck.pendo.notSetUp')] };
  if (!guide.lacks) return { tone: 'good', lines: [t('settingsCheck.pendo.byHand')] };
  const names = listOf(
    guide.lacks.flatMap((name) =>
      name === 'pendo_guide' || name === 'notice_article' ? t(`settingsCheck.pendo.setting.${name}`) : [],
    ),
  );
  return { tone: 'warning', lines: [t('settingsCheck.pendo.halfSetUp', { names })] };
}

function onGuide(tried: Tried<GuideCheck>, { guide }: Settings, words: Words): Verdict {
  const { t } = words;
  if (tried.is !== 'reached') return failed(tried, words);
  const { name, word, segment } = tried.found;
  const id = guide?.by === 'guide' ? (guide.segment ?? '') : '';
  const isFor =
    segment === undefined
      ? t('settingsCheck.pendo.ownSegment')
      : segment === 'missing'
        ? t('settingsCheck.pendo.noSegment', { segment: id })
        : t('settingsCheck.pendo.segment', { segment: segment.name });
  return {
    tone: segment === 'missing' ? 'bad' : 'good',
    lines: [t('settingsCheck.pendo.ready', { guide: name, state: word }), isFor],
  };
}

function onArticle(tried: Tried<readonly NoticePage[]>, words: Words): Verdict {
  const { t, listOf } = words;
  if (tried.is !== 'reached') return failed(tried, words);
  const locales = (isPublic: boolean) =>
    tried.found.filter((page) => page.isPublic === isPublic).map(({ locale }) => locale);
  const [open, shut] = [locales(true), locales(false)];
  return {
    tone: open.length === 0 ? 'bad' : shut.length > 0 ? 'warning' : 'good',
    lines: [
      ...(open.length > 0 ? [t('settingsCheck.pendo.readable', { locales: listOf(open) })] : []),
      ...(shut.length > 0 ? [t('settingsCheck.pendo.notReadable', { locales: listOf(shut) })] : []),
    ],
  };
}

function failed(tried: Exclude<Tried<unknown>, { is: 'reached' }>, words: Words): Verdict {
  const why = tried.is === 'failed' ? explainChannel('pendo', tried.error, words) : '';
  return { tone: 'bad', lines: [words.t('settingsCheck.failed', { why })] };
}

function worst(parts: readonly Verdict[]): Verdict['tone'] {
  return (['bad', 'warning'] as const).find((tone) => parts.some((part) => part.tone === tone)) ?? 'good';
}
