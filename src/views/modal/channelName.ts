import type { Phrase, Words } from '../phrases.tsx';

const CHANNELS: Readonly<Record<string, Phrase>> = {
  email: 'survey.channel.email',
  web: 'survey.channel.web',
  api: 'survey.channel.api',
  chat: 'survey.channel.chat',
  voice: 'survey.channel.phone',
  mobile: 'survey.channel.mobile',
  mobile_sdk: 'survey.channel.mobile',
  native_messaging: 'survey.channel.messaging',
};

/** A ticket's channel for people; of the many that Zendesk knows, others keep its own word. */
export function channelName(channel: string, { t }: Pick<Words, 't'>): string {
  const phrase = Object.hasOwn(CHANNELS, channel) ? CHANNELS[channel] : undefined;
  return phrase ? t(phrase) : channel.replaceAll('_', ' ');
}
