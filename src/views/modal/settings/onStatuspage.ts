import { checkStatusPage } from '../../../actions/checkChannels.ts';
import type { Settings } from '../../../domain/settings.ts';
import type { PageCheck } from '../../../ports/statusPage.ts';
import { explainChannel } from '../../channelWords.ts';
import type { Words } from '../../phrases.tsx';
import type { Check, Verdict } from './verdict.ts';

export const onStatuspage: Check = {
  id: 'statuspage',
  name: 'settingsCheck.statuspage.name',
  run: async (ports) => {
    const { settings } = ports;
    const tried = await checkStatusPage(ports);
    return (words) => {
      const { t } = words;
      switch (tried.is) {
        case 'not set up':
          return { tone: 'off', lines: [t('settingsCheck.statuspage.notSetUp')] };
        case 'failed': {
          const { error } = tried;
          const page = settings.statusPage?.page ?? '';
          const line =
            error.trouble === 'missing'
              ? t('settingsCheck.statuspage.noPage', { page })
              : t('settingsCheck.failed', { why: explainChannel('statuspage', error, words) });
          return { tone: 'bad', lines: [line] };
        }
        case 'reached':
          return verdictOn(tried.found, settings, words);
      }
    };
  },
};

function verdictOn(found: PageCheck, { statusPage }: Settings, { t, listOf }: Words): Verdict {
  const { name: page, components, lacks } = found;
  const shown =
    components.length > 0
      ? t('settingsCheck.statuspage.ready', { page, components: listOf(components) })
      : t('settingsCheck.statuspage.noComponents', { page });
  return {
    tone: lacks.length > 0 ? 'bad' : 'good',
    lines: [
      shown,
      ...(lacks.length > 0 ? [t('settingsCheck.statuspage.lacks', { ids: listOf(lacks) })] : []),
      ...(statusPage?.writesToSubscribers ? [t('settingsCheck.statuspage.writes')] : []),
    ],
  };
}
