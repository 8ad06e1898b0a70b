import { checkChat } from '../../../actions/checkChannels.ts';
import type { Settings } from '../../../domain/settings.ts';
import type { ChatCheck } from '../../../ports/chat.ts';
import { explainChannel } from '../../channelWords.ts';
import type { Words } from '../../phrases.tsx';
import type { Check, Verdict } from './verdict.ts';

export const onSlack: Check = {
  id: 'slack',
  name: 'settingsCheck.slack.name',
  run: async (ports) => {
    const tried = await checkChat(ports);
    return (words) => {
      const { t } = words;
      switch (tried.is) {
        case 'not set up':
          return { tone: 'off', lines: [t('settingsCheck.slack.notSetUp')] };
        case 'failed': {
          const why = explainChannel('slack', tried.error, words);
          return { tone: 'bad', lines: [t('settingsCheck.failed', { why })] };
        }
        case 'reached':
          if (tried.found === 'one way')
            return { tone: 'warning', lines: [t('settingsCheck.slack.webhook')] };
          return verdictOn(tried.found, ports.settings, words);
      }
    };
  },
};

function verdictOn({ team, bot, channel }: ChatCheck, { chat }: Settings, { t }: Words): Verdict {
  const wanted = chat?.channel ?? '';
  switch (channel) {
    case 'missing':
      return { tone: 'bad', lines: [t('settingsCheck.slack.noChannel', { team, bot, channel: wanted })] };
    case 'hidden':
      return { tone: 'warning', lines: [t('settingsCheck.slack.hidden', { team, bot, channel: wanted })] };
    default: {
      const places = { team, bot, channel: `#${channel.name}` };
      if (channel.isArchived) return { tone: 'bad', lines: [t('settingsCheck.slack.archived', places)] };
      if (!channel.isMember) return { tone: 'warning', lines: [t('settingsCheck.slack.notMember', places)] };
      return { tone: 'good', lines: [t('settingsCheck.slack.ready', places)] };
    }
  }
}
